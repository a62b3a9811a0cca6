// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** On which TCP ports a process of this computer listens: as Linux tells in {@code /proc}, elsewhere as lsof does. */
final class ListeningPorts {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final int LOCAL = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private ListeningPorts() {}

    static Set<Integer> of(long process) throws IOException {
        Path folder = PROC.resolve(Long.toString(process));
        return Files.isDirectory(folder) ? ofProc(folder) : ofLsof(process);
    }

    private static Set<Integer> ofProc(Path folder) throws IOException {
        Set<String> own = sockets(folder.resolve("fd"));
        Set<Integer> ports = new TreeSet<>();
        for (String table : new String[] {"tcp", "tcp6"}) {
            Path file = folder.resolve("net").resolve(table);
            for (String line : Files.exists(file) ? Files.readAllLines(file) : Set.<String>of()) {
                String[] words = line.trim().split("\\s+");
                if (words[STATE].equals(LISTENING) && own.contains("socket:[" + words[INODE] + "]")) {
                    ports.add(Integer.parseInt(words[LOCAL].substring(words[LOCAL].indexOf(':') + 1), 16));
                }
            }
        }
        return ports;
    }

    private static Set<String> sockets(Path descriptors) throws IOException {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> all = Files.list(descriptors)) {
            for (Path each : all.toList()) {
                try {
                    sockets.add(Files.readSymbolicLink(each).toString());
                } catch (NoSuchFileException closed) {
                    // it was open when the folder was listed
                }
            }
        }
        return sockets;
    }

    private static Set<Integer> ofLsof(long process) throws IOException {
        Process lsof = new ProcessBuilder(
                        "lsof", "-nP", "-a", "-p", Long.toString(process), "-iTCP", "-sTCP:LISTEN", "-Fn")
                .start();
        Set<Integer> ports = new TreeSet<>();
        for (String line : new String(lsof.getInputStream().readAllBytes()).split("\n")) {
            if (line.startsWith("n")) {
                ports.add(Integer.parseInt(line.substring(line.lastIndexOf(':') + 1)));
            }
        }
        return ports;
    }
}
