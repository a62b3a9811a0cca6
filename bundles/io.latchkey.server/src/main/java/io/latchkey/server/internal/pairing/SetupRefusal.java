// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.pairing;

import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
import io.latchkey.pairing.Outcome;
import io.latchkey.pairing.PairingError;
import io.latchkey.pairing.PairingTlv;
import java.util.Optional;

/** Says in plain words why a step of pair-setup was refused. Stateless. */
final class SetupRefusal {
    private SetupRefusal() {}

    /** Why, if it was. */
    static Optional<String> of(Outcome outcome) {
        return error(outcome.reply().body()).map(SetupRefusal::text);
    }

    private static Optional<PairingError> error(byte[] reply) {
        try {
            return Tlv8.read(reply)
                    .find(PairingTlv.ERROR)
                    .filter(value -> value.length == 1)
                    .flatMap(value -> PairingError.of(value[0]));
        } catch (MalformedTlv8Exception noError) {
            return Optional.empty();
        }
    }

    private static String text(PairingError error) {
        return switch (error) {
            case UNAVAILABLE -> "pair-setup: the bridge is paired already";
            case AUTHENTICATION -> "pair-setup: a wrong setup code";
            case MAX_TRIES -> "pair-setup: too many wrong setup codes were tried";
            case BUSY -> "pair-setup: somebody else is pairing";
            case MAX_PEERS -> "pair-setup: no room for another pairing";
            default -> "pair-setup: what was sent makes no sense";
        };
    }
}
