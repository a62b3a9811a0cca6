// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.hostile;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Reads along what the bundles log to the standard output, from its start to its close. */
final class LogWatch implements AutoCloseable {
    private final PrintStream before = System.out;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    LogWatch() {
        System.setOut(new PrintStream(new Tee(before), true, StandardCharsets.UTF_8));
    }

    /** The lines of that level, such as ERROR. */
    List<String> lines(String level) {
        return lines.stream().filter(line -> line.contains("] " + level)).toList();
    }

    @Override
    public void close() {
        System.setOut(before);
    }

    private final class Tee extends FilterOutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Tee(OutputStream through) {
            super(through);
        }

        @Override
        public synchronized void write(int next) throws IOException {
            line.write(next);
            if (next == '\n') {
                String text = line.toString(StandardCharsets.UTF_8);
                lines.add(text.strip());
                line.writeTo(out);
                line.reset();
            }
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) throws IOException {
            for (int i = from; i < from + length; i++) {
                write(bytes[i]);
            }
        }
    }
}
