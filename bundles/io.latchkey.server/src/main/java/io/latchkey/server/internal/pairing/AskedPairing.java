// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.pairing;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.pairing.Effect;
import io.latchkey.pairing.Outcome;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the pairing that one step of pair-verify asks for, and knows afterwards who asked: a controller that the bridge
 * doesn't know goes on trying for ever, and its owner sees nothing but "No Response". For one step, by one thread.
 */
final class AskedPairing implements Function<ControllerId, Optional<Pairing>> {
    private final Function<ControllerId, Optional<Pairing>> pairings;
    private Optional<ControllerId> asked = Optional.empty();
    private boolean isKnown;

    AskedPairing(Function<ControllerId, Optional<Pairing>> pairings) {
        this.pairings = pairings;
    }

    @Override
    public Optional<Pairing> apply(ControllerId controller) {
        Optional<Pairing> found = pairings.apply(controller);
        asked = Optional.of(controller);
        isKnown = found.isPresent();
        return found;
    }

    /** Who asked. */
    Optional<ControllerId> controller() {
        return asked;
    }

    /** Whether there is a pairing of it. */
    boolean isKnown() {
        return isKnown;
    }

    /** Why it isn't verified, if it told who it is and isn't. */
    Optional<String> refusal(Outcome outcome) {
        boolean isVerified = outcome.effects().stream().anyMatch(Effect.Secured.class::isInstance);
        if (asked.isEmpty() || isVerified) {
            return Optional.empty();
        }
        return Optional.of(
                isKnown
                        ? "its key isn't the one that it was paired with"
                        : "it isn't paired with this bridge, though it takes itself for paired");
    }
}
