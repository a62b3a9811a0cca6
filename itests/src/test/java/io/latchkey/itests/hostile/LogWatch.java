// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.hostile;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/** Reads along what the bundles log to the standard output, from its start to its close. */
final class LogWatch implements AutoCloseable {
    private static final Pattern FIRST = Pattern.compile("\\S+ \\[\\S+] [A-Z]+ ");

    private final PrintStream before = System.out;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    LogWatch() {
        System.setOut(new PrintStream(new Tee(before), true, StandardCharsets.UTF_8));
    }

    /** The messages of that level, such as ERROR, each with the trace that follows it. */
    List<String> messages(String level) {
        List<String> messages = new ArrayList<>();
        boolean within = false;
        for (String line : lines) {
            boolean first = FIRST.matcher(line).lookingAt();
            within = first ? line.contains("] " + level + " ") : within;
            if (within && first) {
                messages.add(line);
            } else if (within) {
                messages.add(messages.remove(messages.size() - 1) + "\n\t" + line);
            }
        }
        return messages;
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
