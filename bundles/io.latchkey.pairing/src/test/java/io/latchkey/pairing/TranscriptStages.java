// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.Verifier;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import java.util.ArrayList;
import java.util.List;

/**
 * Bridges that stand at a chosen point of the recorded transcripts, for whoever wants to throw bytes at them. What comes
 * back to any bytes is checked here: a well-formed answer of the right number, or status 400 without a body.
 */
final class TranscriptStages {
    private static final Transcript SETUP = new Transcript("pair-setup.json");
    private static final Transcript VERIFY = new Transcript("pair-verify.json");
    private static final Verifier VERIFIER = SETUP.verifier();
    private static final List<PairSetupState> SETUP_STATES = setupStates();

    private TranscriptStages() {}

    /** A bridge at the start of pair-setup, after M2 or after M4; any number chooses one. */
    static InMemoryBridge setup(int stage) {
        InMemoryBridge bridge = new InMemoryBridge(SETUP.identity(), VERIFIER, new SeededRandom(8));
        bridge.setup = SETUP_STATES.get(Math.floorMod(stage, SETUP_STATES.size()));
        return bridge;
    }

    /** A paired bridge at the start or after M2 of pair-verify; any number chooses one. */
    static InMemoryBridge verify(int stage) {
        byte[] drawn = VERIFY.fixed("accessory_cv_sk");
        InMemoryBridge bridge = new InMemoryBridge(VERIFY.identity(), VERIFIER, new PreparedRandom(drawn, drawn));
        bridge.add(VERIFY.controller(), Permissions.ADMIN);
        if (Math.floorMod(stage, 2) == 1) {
            bridge.verify(VERIFY.message("M1"));
        }
        return bridge;
    }

    /** The administrator of a bridge from {@link #verify}. */
    static ControllerId administrator() {
        return VERIFY.controller().id();
    }

    /** The recorded message of pair-setup or pair-verify. */
    static byte[] recorded(boolean setup, String name) {
        return (setup ? SETUP : VERIFY).message(name);
    }

    /** Fails unless a reply keeps the form of all replies. */
    static void check(Reply reply) {
        try {
            int status = reply.status();
            PairingMessage message = PairingMessage.read(reply.body());
            boolean wellFormed = status == 200
                    ? message.number(PairingTlv.STATE) % 2 == 0
                    : status == 400 && reply.body().length == 0;
            if (!wellFormed) {
                throw new AssertionError(reply);
            }
        } catch (MalformedTlv8Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<PairSetupState> setupStates() {
        InMemoryBridge bridge =
                new InMemoryBridge(SETUP.identity(), VERIFIER, new PreparedRandom(SETUP.fixed("srp_b")));
        List<PairSetupState> states = new ArrayList<>(List.of(bridge.setup));
        for (String message : List.of("M1", "M3")) {
            bridge.setup(SETUP.message(message));
            states.add(bridge.setup);
        }
        return states;
    }
}
