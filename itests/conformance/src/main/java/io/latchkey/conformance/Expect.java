// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireMessage;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.opentest4j.AssertionFailedError;

/** Fails a test in words that a report can show: what was done, what was expected, what came. */
public final class Expect {
    private static final int LONGEST_TEXT = 300;

    private Expect() {}

    /**
     * Fails unless something holds.
     *
     * @param done what the test has done
     */
    public static void that(boolean holds, String done, String expected, Object came) {
        if (!holds) {
            throw new AssertionFailedError(
                    done + ": expected " + expected + ", but came " + came, expected, String.valueOf(came));
        }
    }

    /** Fails unless an answer has one of these statuses; gives the answer. */
    public static WireMessage status(WireMessage answer, String done, int... allowed) {
        String statuses = Arrays.stream(allowed).mapToObj(String::valueOf).collect(Collectors.joining(" or "));
        that(IntStream.of(allowed).anyMatch(each -> each == answer.status()), done, "status " + statuses, came(answer));
        return answer;
    }

    /** The start line, and what is said as JSON. */
    private static String came(WireMessage answer) {
        boolean isJson = answer.header("content-type").orElse("").startsWith(WireClient.JSON);
        String text = isJson ? " " + answer.text() : "";
        return "\"" + answer.startLine() + "\"" + text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }
}
