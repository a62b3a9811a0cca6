// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Verifier;
import io.latchkey.itests.wire.WireMessage;
import io.latchkey.pairing.AccessoryPairSetup;
import io.latchkey.pairing.Credentials;
import io.latchkey.pairing.Effect;
import io.latchkey.pairing.Outcome;
import io.latchkey.pairing.PairSetupState;
import io.latchkey.pairing.Reply;
import io.latchkey.pairing.SetupFacts;
import io.latchkey.pairing.Step;
import java.security.SecureRandom;
import java.util.List;

/** The accessory's side of our own pair-setup, without a wire: bytes in, bytes out. */
final class OwnPairSetup {
    static final SetupCode CODE = SetupCode.of("518-08-582");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccessoryIdentity identity = Credentials.newIdentity(RANDOM);
    private final Verifier verifier = Credentials.verifier(CODE, RANDOM);
    private final AccessoryPairSetup procedure = new AccessoryPairSetup(identity, RANDOM);
    private PairSetupState state = PairSetupState.idle();
    private int failedAttempts;

    PairingAnswer send(String request, byte[] body) {
        return send(this, request, body);
    }

    /** The same on one of several connections. */
    PairingAnswer send(Object connection, String request, byte[] body) {
        SetupFacts facts = new SetupFacts(verifier, failedAttempts, Pairings.NONE);
        Step<PairSetupState> step = procedure.answer(state, connection, body, facts);
        state = step.next();
        return answer(request, step.outcome());
    }

    /** M1 and M2, and what is to be said next by one who knows that code. */
    RawPairSetup begin(SetupCode code) {
        return RawPairSetup.after(send("M1", RawPairSetup.M1), code);
    }

    int failedAttempts() {
        return failedAttempts;
    }

    private PairingAnswer answer(String request, Outcome outcome) {
        for (Effect effect : outcome.effects()) {
            if (effect instanceof Effect.FailedAttempts counted) {
                failedAttempts = counted.count();
            }
        }
        Reply reply = outcome.reply();
        List<WireMessage.Header> headers = List.of(new WireMessage.Header("content-type", Reply.CONTENT_TYPE));
        return new PairingAnswer(request, new WireMessage("HTTP/1.1 " + reply.status() + " -", headers, reply.body()));
    }
}
