// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the log says while the test does something: slf4j-simple writes to the error stream of the moment. */
final class CapturedLog {
    private CapturedLog() {}

    /** The lines that were logged meanwhile. */
    static List<String> of(Runnable what) {
        PrintStream usual = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            what.run();
        } finally {
            System.setErr(usual);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
