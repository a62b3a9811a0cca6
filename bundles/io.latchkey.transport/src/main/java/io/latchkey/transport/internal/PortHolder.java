// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.verb.ForeignText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who listens on a port, as far as the system tells: Linux shows in {@code /proc} which socket listens and whose user it is,
 * and which process has it only to root and to that user. Elsewhere nobody is named. Reads files of the kernel and never
 * waits for a disk or a network.
 */
final class PortHolder {
    private static final List<String> TABLES = List.of("tcp", "tcp6");
    private static final String LISTENS = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int USER = 7;
    private static final int INODE = 9;

    private final Path proc;
    private final long ourselves;

    /** Reads what the kernel of this machine tells. */
    PortHolder() {
        this(Path.of("/proc"), ProcessHandle.current().pid());
    }

    PortHolder(Path proc, long ourselves) {
        this.proc = proc;
        this.ourselves = ourselves;
    }

    /** Words for it that go behind "in use by". */
    String of(int port) {
        return socket(port).map(this::words).orElse("another program");
    }

    private record ListeningSocket(String user, String inode) {}

    private String words(ListeningSocket socket) {
        Optional<Path> process = process(socket);
        if (process.isEmpty()) {
            return "another program, of the user with the number " + socket.user();
        }
        String number = process.get().getFileName().toString();
        return number.equals(Long.toString(ourselves))
                ? "this program itself: another bridge, or another part of what Latchkey runs in"
                : "another program: process " + number + name(process.get());
    }

    private Optional<ListeningSocket> socket(int port) {
        String wanted = String.format(":%04X", port);
        return TABLES.stream()
                .map(table -> proc.resolve("net").resolve(table))
                .flatMap(PortHolder::lines)
                .map(line -> line.strip().split("\\s+"))
                .filter(cells ->
                        cells.length > INODE && cells[STATE].equals(LISTENS) && cells[LOCAL_ADDRESS].endsWith(wanted))
                .map(cells -> new ListeningSocket(cells[USER], cells[INODE]))
                .findFirst();
    }

    private Optional<Path> process(ListeningSocket socket) {
        Path target = Path.of("socket:[" + socket.inode() + "]");
        try (Stream<Path> processes = Files.list(proc)) {
            return processes
                    .filter(each -> each.getFileName().toString().matches("\\d+"))
                    .filter(each -> isOpen(each.resolve("fd"), target))
                    .findFirst();
        } catch (IOException | UncheckedIOException untold) {
            return Optional.empty();
        }
    }

    private static boolean isOpen(Path descriptors, Path target) {
        try (Stream<Path> all = Files.list(descriptors)) {
            return all.anyMatch(each -> leadsTo(each, target));
        } catch (IOException | UncheckedIOException gone) {
            return false;
        }
    }

    private static boolean leadsTo(Path link, Path target) {
        try {
            return Files.readSymbolicLink(link).equals(target);
        } catch (IOException | RuntimeException gone) {
            return false;
        }
    }

    private static String name(Path process) {
        return lines(process.resolve("comm"))
                .findFirst()
                .map(name -> " (" + ForeignText.name(name) + ")")
                .orElse("");
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException untold) {
            return Stream.empty();
        }
    }
}
