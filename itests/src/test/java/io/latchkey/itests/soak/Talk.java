// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireMessage;
import io.latchkey.pairing.Conversation;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * One verified connection: asks, takes the time, judges the form of each answer, and gives the events that come in between
 * to its {@link Ear}. For one thread.
 */
final class Talk implements AutoCloseable {
    private static final Set<String> HEADERS = Set.of("content-type", "content-length");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Score score;
    private final String who;
    private final Stay stay;
    private final HapWire wire;
    private final Ear ear;

    /** Takes a connection over that has just been verified. */
    Talk(SoakTargets home, Score score, String who, Stay stay, WireClient client) {
        this.score = score;
        this.who = who;
        this.stay = stay;
        this.wire = client.wire();
        this.ear = new Ear(home, score, who);
    }

    Ear ear() {
        return ear;
    }

    HapWire wire() {
        return wire;
    }

    /** Whether the controller's pairing goes or has gone, so that the connection may end at any time. */
    boolean isEnding() {
        return stay.isEnding();
    }

    /** Sends a request and waits for its answer. */
    WireMessage ask(String operation, byte[] request) throws IOException {
        long sent = System.nanoTime();
        wire.send(request);
        return answered(operation, sent);
    }

    /** Sends a request, says that nothing more will come, and waits for the answer. */
    WireMessage askLast(String operation, byte[] request) throws IOException {
        long sent = System.nanoTime();
        wire.send(request);
        wire.shutdownOutput();
        return answered(operation, sent);
    }

    /** Sends several requests at once and waits for all answers, which come in the order of the requests. */
    List<WireMessage> askTogether(String operation, List<byte[]> requests) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        requests.forEach(all::writeBytes);
        long sent = System.nanoTime();
        wire.send(all.toByteArray());
        List<WireMessage> answers = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            answers.add(answered(operation, sent));
        }
        return answers;
    }

    /** Sends a request in small frames, cut anywhere into segments, and waits for its answer. */
    WireMessage askInPieces(String operation, byte[] request, Random random) throws IOException {
        long sent = System.nanoTime();
        byte[] frames = wire.seal(request, random.nextInt(1, 64));
        int half = random.nextInt(frames.length);
        wire.sendRaw(Arrays.copyOf(frames, half));
        wire.sendRaw(Arrays.copyOfRange(frames, half, frames.length));
        return answered(operation, sent);
    }

    /** Leads a procedure to its end, whichever it is. */
    <R> Conversation<R> lead(String operation, String path, Conversation<R> begun) throws IOException {
        Conversation<R> step = begun;
        while (step instanceof Conversation.Send<R> send) {
            WireMessage answer = ask(operation, SoakRequests.post(path, send.request()));
            if (!expect(answer, 200, path)) {
                throw new EOFException("no way to go on with " + path);
            }
            step = send.answered(answer.body());
        }
        return step;
    }

    /** Listens for that long. */
    void listen(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            if (!wire.isSilentFor(Duration.ofMillis(Math.max(1, left / 1_000_000)))) {
                hear(wire.receive());
            }
        }
    }

    /** Listens until nothing has come for that long; false when it never ends. */
    boolean listenUntilSilentFor(Duration silence, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (!wire.isSilentFor(silence)) {
            hear(wire.receive());
            if (System.nanoTime() > end) {
                return false;
            }
        }
        return true;
    }

    /** Reads what still comes until the other side has closed between two messages; a fault if it doesn't. */
    void listenToTheEnd() throws IOException {
        while (!isClosed()) {
            hear(wire.receive());
        }
    }

    /** Whether an answer has that status; a fault if not. */
    boolean expect(WireMessage answer, int status, String request) {
        if (answer.status() != status) {
            fault("status " + answer.status() + " for " + status, request + " -> " + answer);
        }
        return answer.status() == status;
    }

    /** Notes a fault of this connection. */
    void fault(String kind, String detail) {
        score.faults().add(kind, who, detail);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    private WireMessage answered(String operation, long sent) throws IOException {
        WireMessage message = wire.receive();
        while (message.isEvent()) {
            ear.hear(message);
            message = wire.receive();
        }
        score.answered(operation, System.nanoTime() - sent);
        if (message.status() == 470 && stay.isEnding()) {
            throw new EOFException("removed");
        }
        if (stay.endedBefore(sent)) {
            fault("served after removal", message.toString());
        }
        checkForm(message);
        return message;
    }

    private boolean isClosed() throws IOException {
        try {
            if (wire.isSilentFor(PATIENCE)) {
                throw new SocketTimeoutException("not closed");
            }
            return false;
        } catch (EOFException closed) {
            return true;
        }
    }

    private void hear(WireMessage message) {
        if (message.isEvent()) {
            ear.hear(message);
        } else {
            fault("answer unasked", message.toString());
        }
    }

    private void checkForm(WireMessage answer) {
        boolean known = answer.headers().stream().allMatch(header -> HEADERS.contains(header.name()));
        boolean typed = answer.header("content-type").isPresent() == (answer.body().length > 0);
        boolean measured = answer.header("content-length").isPresent() == (answer.status() != 204);
        if (!known || !typed || !measured) {
            fault("answer malformed", answer.toString());
        }
    }
}
