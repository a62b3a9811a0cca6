// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static io.latchkey.store.internal.StoreSamples.HOME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A killed process loses nothing that it has reported; the order of what is done to the disk sees to that. */
class KillTest {
    @TempDir
    Path folder;

    @Test
    void aChangeWritesAllBeforeAnythingCounts() throws IOException {
        List<String> order = new ArrayList<>();
        Path location = folder.resolve("ordered");
        TroubledDisk disk = new TroubledDisk(new OwnerOnlyDisk(location)) {
            @Override
            public void write(Path file, byte[] bytes) throws IOException {
                order.add("write " + name(file));
                super.write(file, bytes);
            }

            @Override
            public void move(Path from, Path to) throws IOException {
                order.add("move " + name(to));
                super.move(from, to);
            }

            @Override
            public void sync(Path path) throws IOException {
                order.add("sync " + path.getFileName());
                super.sync(path);
            }

            private String name(Path file) {
                String name = file.getFileName().toString();
                return file.getParent().getFileName() + "/" + (name.length() > 64 ? "part" : name);
            }
        };
        FileBridgeStore store = new FileBridgeStore(location, disk, Clock.systemUTC());
        StoreSamples.changeConfiguration(store, 1, 1);
        order.clear();
        StoreSamples.changeConfiguration(store, 2, 2);
        store.close();
        assertEquals(
                List.of(
                        "write first/part",
                        "write first/generation-2.json.new",
                        "sync first",
                        "write second/part",
                        "write second/generation-2.json.new",
                        "sync second",
                        "move first/generation-2.json",
                        "sync first",
                        "move second/generation-2.json",
                        "sync second"),
                order);
    }

    @Test
    @Timeout(60)
    void aKilledProcessLosesNothingThatItReported() throws Exception {
        for (int round = 0; round < 3; round++) {
            Path location = folder.resolve("killed");
            int reported = killAfter(location, 15 + round);
            FileBridgeStore store = new FileBridgeStore(location);
            BridgeMemory found = store.load(HOME);
            store.close();
            int number = SavingProcess.number(found);
            assertTrue(number == reported || number == reported + 1, number + " instead of " + reported);
            assertEquals(
                    number,
                    found.get(Domain.ALLOCATION).orElseThrow().accessories().size());
        }
    }

    private static int killAfter(Path location, int changes) throws Exception {
        Process process = OtherProcess.start(SavingProcess.class, location.toString());
        int reported = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            for (int i = 1; line != null; i++) {
                reported = Integer.parseInt(line);
                if (i == changes) {
                    process.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        }
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        return reported;
    }
}
