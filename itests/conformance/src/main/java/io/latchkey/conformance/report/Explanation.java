// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.report;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.regex.Pattern;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Why a test has not passed, as far as its failure tells. What a server sent may be in it, and be long: each part is cut.
 *
 * @param done what the test did, or empty
 * @param expected what should have come, or empty
 * @param came what came instead
 */
public record Explanation(String done, String expected, String came) {
    /** Of a test that has passed. */
    public static final Explanation NONE = new Explanation("", "", "");

    private static final int LONGEST = 300;
    private static final Pattern OF_JUNIT = Pattern.compile("( ==> )?expected: <.*", Pattern.DOTALL);
    private static final Pattern OF_SUITE = Pattern.compile(": expected .*, but came .*", Pattern.DOTALL);

    /** Cuts what is too long to be read. */
    public Explanation {
        done = cut(done);
        expected = cut(expected);
        came = cut(came);
    }

    /** Reads a failure: JUnit's, or any other. */
    public static Explanation of(Throwable failure) {
        if (failure instanceof AssertionFailedError failed && isComparison(failed)) {
            String expected = failed.getExpected().getStringRepresentation();
            String came = failed.getActual().getStringRepresentation();
            String message = OF_SUITE.matcher(failed.getMessage()).replaceFirst("");
            return new Explanation(OF_JUNIT.matcher(message).replaceFirst("").strip(), expected, came);
        }
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        boolean said = failure instanceof AssertionError || failure instanceof TestAbortedException;
        return new Explanation("", "", said ? OF_JUNIT.matcher(message).replaceFirst("") : words(failure, message));
    }

    /** All of it in one line. */
    public String line() {
        String start = done.isEmpty() ? "" : done + ": ";
        return start + (expected.isEmpty() ? came : "expected " + expected + ", but came " + came);
    }

    private static boolean isComparison(AssertionFailedError failed) {
        return failed.isExpectedDefined()
                && failed.isActualDefined()
                && !failed.getExpected().getStringRepresentation().matches("true|false");
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
    }

    private static String words(Throwable failure, String message) {
        String kind = failure.getClass().getSimpleName();
        if (failure instanceof EOFException || failure instanceof SocketException) {
            kind = "the end of the connection";
        } else if (failure instanceof SocketTimeoutException) {
            kind = "nothing in time";
        } else if (failure instanceof IOException) {
            kind = "what is no message";
        }
        return kind + (message.isEmpty() ? "" : ": " + message);
    }
}
