// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.FrameworkBridge;
import io.latchkey.itests.wire.RefusedException;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireMessage;
import io.latchkey.pairing.PairingFailure;
import java.io.IOException;
import java.util.Random;

/** Somebody who isn't paired: asks for what he may not have, on plain connections, and must be refused each time. */
final class Stranger implements Runnable {
    private static final ControllerKeys KEYS = WireClient.newKeys("stranger");

    private final SoakRun stage;
    private final Random random;
    private final Pace pace;

    Stranger(SoakRun stage, Random random) {
        this.stage = stage;
        this.random = random;
        this.pace = new Pace(random);
    }

    @Override
    public void run() {
        while (!stage.isClosing()) {
            try (WireClient client = WireClient.open(stage.address())) {
                for (int i = random.nextInt(1, 6); i > 0; i--) {
                    ask(client);
                    pace.rest();
                }
            } catch (IOException | RuntimeException broken) {
                fault("stranger", broken.toString());
                pace.rest();
            }
        }
    }

    private void ask(WireClient client) throws IOException {
        long began = System.nanoTime();
        switch (random.nextInt(5)) {
            case 0 -> {
                refused(PairingFailure.UNAVAILABLE, () -> client.pair(KEYS, FrameworkBridge.CODE));
                stage.score().answered("pair-setup, refused", System.nanoTime() - began);
            }
            case 1 -> {
                refused(PairingFailure.AUTHENTICATION, () -> client.verify(KEYS, stage.bridge()));
                stage.score().answered("pair-verify, refused", System.nanoTime() - began);
            }
            case 2 -> expect(client.get("/accessories"), 470, "{\"status\":-70411}");
            case 3 -> expect(client.post("/identify", new byte[0]), 400, "{\"status\":-70401}");
            default -> expect(client.post("/pair-verify", new byte[] {6, 1}), 400, "");
        }
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private void refused(PairingFailure reason, Attempt attempt) throws IOException {
        try {
            attempt.run();
            fault("stranger let in", reason.toString());
        } catch (RefusedException refused) {
            if (refused.reason() != reason) {
                fault("stranger refused wrongly", refused.getMessage());
            }
        }
    }

    private void expect(WireMessage answer, int status, String body) {
        if (answer.status() != status || !answer.text().equals(body)) {
            fault("stranger answered wrongly", answer.toString());
        }
    }

    private void fault(String kind, String detail) {
        stage.score().faults().add(kind, "stranger", detail);
    }
}
