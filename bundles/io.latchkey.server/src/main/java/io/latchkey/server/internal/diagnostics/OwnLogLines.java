// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.diagnostics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The last lines of Latchkey in the log files of Karaf and openHAB, with the stacks that belong to them. What an item said or
 * was told is left out of them: it is of no use to others, and it tells what people do at home. Reads the ends of the files
 * only.
 */
final class OwnLogLines {
    private static final int READ = 1024 * 1024;
    private static final int MOST = 1000;
    private static final Pattern STACK = Pattern.compile("\\s+(at |\\.\\.\\. ).*|Caused by: .*|\\s*Suppressed: .*");
    private static final Pattern SPOKEN =
            Pattern.compile("( says ).*(, which )|( Home sees ).*?(\\. |$)|(didn't take the command ).*(: )");

    private OwnLogLines() {}

    /**
     * The lines, the oldest first.
     *
     * @param property gives a system property, or null
     * @param loggers those of Latchkey
     */
    static List<String> read(UnaryOperator<String> property, OwnLoggers loggers) {
        Deque<String> lines = new ArrayDeque<>();
        for (Path file : files(property)) {
            boolean isOurs = false;
            for (String line : end(file)) {
                isOurs = STACK.matcher(line).matches() ? isOurs : loggers.wrote(line);
                if (isOurs) {
                    lines.addLast(unspoken(line));
                    if (lines.size() > MOST) {
                        lines.removeFirst();
                    }
                }
            }
        }
        return List.copyOf(lines);
    }

    private static String unspoken(String line) {
        return SPOKEN.matcher(line).replaceAll(match -> {
            String before = Optional.ofNullable(match.group(1))
                    .or(() -> Optional.ofNullable(match.group(3)))
                    .orElseGet(() -> match.group(5));
            String after = Optional.ofNullable(match.group(2))
                    .or(() -> Optional.ofNullable(match.group(4)))
                    .orElseGet(() -> match.group(6));
            return before + "[value]" + after;
        });
    }

    private static List<Path> files(UnaryOperator<String> property) {
        List<Path> files = new ArrayList<>();
        Optional.ofNullable(property.apply("karaf.log"))
                .or(() -> Optional.ofNullable(property.apply("karaf.data")).map(data -> data + "/log"))
                .ifPresent(folder -> files.add(Path.of(folder, "karaf.log")));
        Optional.ofNullable(property.apply("openhab.logdir"))
                .ifPresent(folder -> files.add(Path.of(folder, "openhab.log")));
        return files.stream().filter(Files::isRegularFile).toList();
    }

    private static List<String> end(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long begin = Math.max(0, channel.size() - READ);
            ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - begin));
            channel.position(begin);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                continue;
            }
            List<String> lines = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return begin == 0 || lines.isEmpty() ? lines : lines.subList(1, lines.size());
        } catch (IOException e) {
            return List.of("latchkey: " + file.getFileName() + " can't be read: "
                    + e.getClass().getSimpleName());
        }
    }
}
