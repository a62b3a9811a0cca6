// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;

/** Where a process of this computer listens for TCP: as Linux tells in {@code /proc}, elsewhere as lsof does. */
public final class ListeningSockets {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final int LOCAL = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private ListeningSockets() {}

    /** The addresses with their ports, the one for all networks as such; at that moment. */
    public static Set<InetSocketAddress> of(long process) throws IOException {
        Path folder = PROC.resolve(Long.toString(process));
        return Files.isDirectory(folder) ? ofProc(folder) : ofLsof(process);
    }

    private static Set<InetSocketAddress> ofProc(Path folder) throws IOException {
        Set<String> own = sockets(folder.resolve("fd"));
        Set<InetSocketAddress> found = new HashSet<>();
        for (String table : new String[] {"tcp", "tcp6"}) {
            Path file = folder.resolve("net").resolve(table);
            for (String line : Files.exists(file) ? Files.readAllLines(file) : Set.<String>of()) {
                String[] words = line.trim().split("\\s+");
                if (words[STATE].equals(LISTENING) && own.contains("socket:[" + words[INODE] + "]")) {
                    found.add(address(words[LOCAL]));
                }
            }
        }
        return found;
    }

    /** Reads an address in the order of the bytes of this computer, four at a time, and a port. */
    private static InetSocketAddress address(String hex) throws IOException {
        int colon = hex.indexOf(':');
        ByteBuffer read = ByteBuffer.wrap(HexFormat.of().parseHex(hex.substring(0, colon)));
        ByteBuffer turned = ByteBuffer.allocate(read.capacity()).order(ByteOrder.nativeOrder());
        while (read.hasRemaining()) {
            turned.putInt(read.getInt());
        }
        InetAddress address = InetAddress.getByAddress(turned.array());
        return new InetSocketAddress(address, Integer.parseInt(hex.substring(colon + 1), 16));
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

    private static Set<InetSocketAddress> ofLsof(long process) throws IOException {
        Process lsof = new ProcessBuilder(
                        "lsof", "-nP", "-a", "-p", Long.toString(process), "-iTCP", "-sTCP:LISTEN", "-Fn")
                .start();
        Set<InetSocketAddress> found = new HashSet<>();
        for (String line : new String(lsof.getInputStream().readAllBytes()).split("\n")) {
            if (line.startsWith("n")) {
                int colon = line.lastIndexOf(':');
                String host = line.substring(1, colon);
                InetAddress address = InetAddress.getByName(host.equals("*") ? "0.0.0.0" : host);
                found.add(new InetSocketAddress(address, Integer.parseInt(line.substring(colon + 1))));
            }
        }
        return found;
    }
}
