// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import io.latchkey.itests.wire.WireMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

/** The ways in which a controller goes: politely, at once, in the middle of a request, or by half. */
final class Leaving {
    private static final byte[] REQUEST = SoakRequests.get("/accessories");

    private final Random random;

    Leaving(Random random) {
        this.random = random;
    }

    /** Goes. */
    void leave(Talk talk) throws IOException {
        switch (random.nextInt(6)) {
            case 0 -> talk.close();
            case 1 -> talk.wire().reset();
            case 2 -> halfARequest(talk);
            case 3 -> withoutWaiting(talk);
            case 4 -> closeHalf(talk);
            default -> lastRequest(talk);
        }
    }

    private void halfARequest(Talk talk) throws IOException {
        byte[] frames = talk.wire().seal(REQUEST);
        talk.wire().sendRaw(Arrays.copyOf(frames, random.nextInt(1, frames.length)));
        if (random.nextBoolean()) {
            talk.wire().reset();
        }
    }

    private void withoutWaiting(Talk talk) throws IOException {
        talk.wire().send(REQUEST);
        talk.wire().reset();
    }

    private static void closeHalf(Talk talk) throws IOException {
        talk.wire().shutdownOutput();
        talk.listenToTheEnd();
    }

    private static void lastRequest(Talk talk) throws IOException {
        WireMessage answer = talk.askLast("read and half-close", REQUEST);
        talk.expect(answer, 200, "the last request");
        talk.listenToTheEnd();
    }
}
