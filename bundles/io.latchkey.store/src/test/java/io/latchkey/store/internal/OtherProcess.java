// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import java.io.IOException;
import java.nio.file.Path;

/** Starts another Java with the classes of this test. */
final class OtherProcess {

    private OtherProcess() {}

    static Process start(Class<?> main, String argument) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classes, main.getName(), argument)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
