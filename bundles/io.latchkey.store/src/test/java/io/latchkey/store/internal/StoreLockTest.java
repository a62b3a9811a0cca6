// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.store.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One instance at a time; the second is told who was first, and a dead one keeps nobody out. */
class StoreLockTest {
    @TempDir
    Path location;

    @Test
    void aSecondStoreInThisProcessIsKeptOutUntilTheFirstCloses() throws IOException {
        FileBridgeStore first = new FileBridgeStore(location);
        String message = assertThrows(StoreException.class, () -> new FileBridgeStore(location))
                .getMessage();
        assertTrue(message.contains("process " + ProcessHandle.current().pid() + " on "), message);
        assertTrue(message.contains("latchkey.store"), message);
        first.close();
        new FileBridgeStore(location).close();
    }

    @Test
    void itLetsGoAlsoWhereItsTracesCannotBeDeleted() throws IOException {
        FileBridgeStore first = new FileBridgeStore(location);
        Path holder = location.resolve(".holder");
        Files.delete(holder);
        Files.createDirectory(holder);
        Files.createFile(holder.resolve("something"));
        assertThrows(StoreException.class, first::close);
        Files.delete(holder.resolve("something"));
        new FileBridgeStore(location).close();
    }

    @Test
    void itLetsGoWhereItCouldNotBeTakenToTheEnd() throws IOException {
        TroubledDisk disk = new TroubledDisk(new OwnerOnlyDisk(location)) {
            @Override
            public void write(Path file, byte[] bytes) throws IOException {
                if (file.getFileName().toString().equals(".holder")) {
                    throw new IOException("No space left on device");
                }
                super.write(file, bytes);
            }
        };
        assertThrows(StoreException.class, () -> new FileBridgeStore(location, disk, Clock.systemUTC()));
        new FileBridgeStore(location).close();
    }

    @Test
    @Timeout(30)
    void anotherProcessIsKeptOutEvenAfterASecondTryInThisOne() throws Exception {
        FileBridgeStore first = new FileBridgeStore(location);
        assertThrows(StoreException.class, () -> new FileBridgeStore(location));
        Process other = OtherProcess.start(LockingProcess.class, location.toString());
        assertTrue(lines(other)
                .readLine()
                .contains("process " + ProcessHandle.current().pid()));
        other.destroyForcibly();
        first.close();
    }

    @Test
    @Timeout(30)
    void aKilledProcessIsNamedWhileItLivesAndKeepsNobodyOutAfterwards() throws Exception {
        Process other = OtherProcess.start(LockingProcess.class, location.toString());
        assertEquals("locked", lines(other).readLine());
        String message = assertThrows(StoreException.class, () -> new FileBridgeStore(location))
                .getMessage();
        assertTrue(message.contains("process " + other.pid() + " on "), message);
        other.destroyForcibly();
        assertTrue(other.waitFor(10, TimeUnit.SECONDS));
        assertTrue(Files.exists(location.resolve(".holder")));
        new FileBridgeStore(location).close();
    }

    private static BufferedReader lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
