// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static io.latchkey.store.internal.Samples.configuration;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Killed at any point, the store holds the value before or the value after, and every acknowledged one. */
class KillTest {
    @TempDir
    Path folder;

    @Test
    void stoppedAfterAnyStepOfASaveTheValueIsTheOldOrTheNewOne() throws IOException {
        int steps = 0;
        boolean saved = false;
        while (!saved) {
            steps++;
            Path location = folder.resolve("after" + steps);
            try (Run earlier = new Run(location, Integer.MAX_VALUE)) {
                Samples.saveAll(earlier.store, 6);
            }
            try (Run killed = new Run(location, steps)) {
                saved = killed.saves(7);
            }
            int found = numberIn(location);
            assertTrue(found == 7 || found == 6 && !saved, "after step " + steps + ": " + found);
            assertFalse(Files.exists(location.resolve("home").resolve("configuration.json.damaged")));
        }
        assertTrue(steps > 5, "only " + steps + " steps were stopped");
    }

    @Test
    void aSaveWritesThenNamesThenWaitsForTheFolder() throws IOException {
        List<String> order = new ArrayList<>();
        Path location = folder.resolve("ordered");
        Disk disk = new SteppedDisk(new OwnerOnlyDisk(location.getFileSystem()), () -> {}) {
            @Override
            public void write(Path file, byte[] bytes) throws IOException {
                order.add("write " + file.getFileName());
                super.write(file, bytes);
            }

            @Override
            public void keep(Path file, Path secondName) throws IOException {
                order.add("keep " + secondName.getFileName());
                super.keep(file, secondName);
            }

            @Override
            public void move(Path from, Path to) throws IOException {
                order.add("move " + to.getFileName());
                super.move(from, to);
            }

            @Override
            public void sync(Path path) throws IOException {
                order.add("sync " + path.getFileName());
                super.sync(path);
            }
        };
        FileBridgeStore store = new FileBridgeStore(location, disk, Clock.systemUTC());
        Samples.saveAll(store, 1);
        order.clear();
        store.save("home", Samples.DOMAIN, configuration(2));
        store.close();
        assertEquals(
                List.of(
                        "write configuration.json.new",
                        "keep configuration.1.json",
                        "move configuration.json",
                        "sync home"),
                order);
    }

    @Test
    @Timeout(60)
    void aKilledProcessLosesNothingThatItAcknowledged() throws Exception {
        for (int round = 0; round < 3; round++) {
            Path location = folder.resolve("killed");
            int acknowledged = killAfter(location, 15 + round);
            int found = numberIn(location);
            assertTrue(found == acknowledged || found == acknowledged + 1, found + " instead of " + acknowledged);
            assertTrue(Samples.names(location.resolve("home")).stream().noneMatch(name -> name.endsWith(".damaged")));
        }
    }

    private static int killAfter(Path location, int saves) throws Exception {
        Process process = OtherProcess.start(SavingProcess.class, location.toString());
        int acknowledged = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            for (int i = 1; line != null; i++) {
                acknowledged = Integer.parseInt(line);
                if (i == saves) {
                    process.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        }
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        return acknowledged;
    }

    private static int numberIn(Path location) throws IOException {
        FileBridgeStore store = new FileBridgeStore(location);
        try {
            return store.load("home", Samples.DOMAIN).orElseThrow().number().value();
        } finally {
            store.close();
        }
    }

    /** A store whose disk fails after some steps, as if the process had ended there. */
    private static final class Run implements AutoCloseable {
        private final FileBridgeStore store;
        private int left = Integer.MAX_VALUE;

        Run(Path location, int steps) throws IOException {
            Disk disk = new SteppedDisk(new OwnerOnlyDisk(location.getFileSystem()), this::step);
            store = new FileBridgeStore(location, disk, Clock.systemUTC());
            left = steps;
        }

        boolean saves(int number) {
            try {
                store.save("home", Samples.DOMAIN, configuration(number));
                return true;
            } catch (StoreException e) {
                assertThrows(StoreException.class, () -> store.save("home", Samples.DOMAIN, configuration(99)));
                return false;
            }
        }

        private void step() throws IOException {
            if (left <= 1) {
                left = 0;
                throw new IOException("killed");
            }
            left--;
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
