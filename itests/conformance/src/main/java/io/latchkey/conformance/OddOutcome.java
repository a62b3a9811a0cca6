// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireFault;
import io.latchkey.itests.wire.WireMessage;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a server does with something odd: answers or doesn't, and closes or doesn't.
 *
 * @param answer what came, if it was an answer
 * @param fault what came, if it was no answer
 * @param closed whether the connection was closed by the server
 */
record OddOutcome(Optional<WireMessage> answer, Optional<String> fault, boolean closed) {
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration CLOSE = Duration.ofSeconds(3);

    /** Sends bytes as they are, and looks what comes. The server may close before it has got all of them. */
    static OddOutcome of(HapWire wire, byte[] raw) throws IOException {
        try {
            wire.sendRaw(raw);
        } catch (SocketException closed) {
            return new OddOutcome(Optional.empty(), Optional.empty(), true);
        }
        return of(wire);
    }

    /** Looks what comes, and whether the connection is closed then. */
    static OddOutcome of(HapWire wire) throws IOException {
        OddOutcome before = answered(wire);
        return before.answer().isPresent() && !before.closed()
                ? new OddOutcome(before.answer(), Optional.empty(), wire.isClosedWithin(CLOSE))
                : before;
    }

    /** Looks what is answered; a connection that is closed only afterwards is taken for an open one. */
    static OddOutcome answered(HapWire wire) throws IOException {
        Optional<WireMessage> answer = Optional.empty();
        try {
            if (!wire.isSilentFor(ANSWER)) {
                answer = Optional.of(wire.answer());
            }
            return new OddOutcome(answer, Optional.empty(), false);
        } catch (EOFException | SocketException ended) {
            return new OddOutcome(answer, Optional.empty(), true);
        } catch (WireFault broken) {
            return new OddOutcome(answer, Optional.of(broken.getMessage()), false);
        }
    }

    /** Fails unless the server has closed, after an answer of one of these statuses or without any. */
    void mustBeRefused(String done, int... statuses) {
        String allowed = IntStream.of(statuses).mapToObj(each -> each + ", ").collect(Collectors.joining());
        boolean fits = answer.isEmpty() || IntStream.of(statuses).anyMatch(this::isStatus);
        Expect.that(closed && fits, done, "the connection closed, after " + allowed + "or no answer", this);
    }

    /** Fails unless the server has closed without a byte. */
    void mustBeSilentlyClosed(String done) {
        Expect.that(closed && answer.isEmpty(), done, "the connection closed without a byte", this);
    }

    /** Whether an answer of that status came. */
    boolean isStatus(int status) {
        return answer.isPresent() && answer.get().status() == status;
    }

    @Override
    public String toString() {
        String came = fault.map(each -> "bytes that are no answer (" + each + ")")
                .or(() -> answer.map(each -> "\"" + each.startLine() + "\""))
                .orElse("no answer");
        return came + (closed ? ", connection closed" : ", connection left open");
    }
}
