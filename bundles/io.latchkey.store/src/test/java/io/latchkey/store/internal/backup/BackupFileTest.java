// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.store.StoreException;
import io.latchkey.store.internal.Disk;
import io.latchkey.store.internal.OwnerOnlyDisk;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk fills up or fails while a backup is written: there is a whole file or none. */
class BackupFileTest {
    private static final byte[] BYTES = new byte[40_000];

    @TempDir
    Path folder;

    /** A disk that does this only half, then fails; nothing when it is never called. */
    private Disk failingAt(String step) throws IOException {
        Disk real = new OwnerOnlyDisk(folder);
        return (Disk) Proxy.newProxyInstance(
                Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals(step)) {
                        if (step.equals("write")) {
                            real.write((Path) arguments[0], Arrays.copyOf(BYTES, BYTES.length / 2));
                        }
                        throw new IOException("No space left on device");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException refused) {
                        throw refused.getCause();
                    }
                });
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void aFullDiskLeavesNothing() throws IOException {
        Path file = folder.resolve("home.latchkey");
        for (String step : List.of("write", "move", "sync")) {
            Disk full = failingAt(step);
            StoreException refused = assertThrows(StoreException.class, () -> BackupFile.write(full, file, BYTES));
            assertTrue(refused.getMessage().contains("No space left on device"), refused.getMessage());
            assertEquals(List.of(), files(), step);
        }
        BackupFile.write(failingAt("nothing"), file, BYTES);
        assertArrayEquals(BYTES, Files.readAllBytes(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void whatAnEarlierAttemptHasLeftIsReplaced() throws IOException {
        Path file = folder.resolve("home.latchkey");
        Files.write(folder.resolve("home.latchkey.new"), new byte[7]);
        BackupFile.write(file, BYTES);
        assertEquals(List.of(file), files());
    }
}
