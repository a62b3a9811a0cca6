// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A clock that Java reads and a test sets, by Debian's faketime. What only counts, as timeouts do, goes on as always, which
 * is how the clock of a computer behaves when it is set.
 */
final class FakedClock {
    private static final int DEPTH = 3;

    private final Path offset;
    private final Path java;

    /** Makes one that is right until it is set. */
    FakedClock(Path folder) throws IOException {
        offset = Files.writeString(folder.resolve("clock-offset"), "+0\n");
        java = Files.writeString(folder.resolve("java-with-clock"), """
                #!/bin/sh
                export LD_PRELOAD=%s FAKETIME_TIMESTAMP_FILE=%s FAKETIME_CACHE_DURATION=1
                export FAKETIME_DONT_FAKE_MONOTONIC=1 FAKETIME_FORCE_MONOTONIC_FIX=0
                exec %s "$@"
                """.formatted(
                        library(), offset, Path.of(System.getProperty("java.home"), "bin", "java")));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The program to run instead of {@code java}. */
    Path java() {
        return java;
    }

    /** Sets it, off the right time by so much. */
    void set(Duration off) throws IOException {
        Path next = Files.writeString(offset.resolveSibling("clock-next"), "+" + off.toSeconds() + "\n");
        Files.move(next, offset, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path library() throws IOException {
        try (Stream<Path> found = Files.find(
                Path.of("/usr/lib"), DEPTH, (path, is) -> path.endsWith(Path.of("faketime", "libfaketime.so.1")))) {
            return found.findFirst()
                    .orElseThrow(() -> new AssertionError("faketime isn't installed: apt install faketime"));
        }
    }
}
