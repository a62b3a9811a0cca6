// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static io.latchkey.store.internal.StoreSamples.HOME;
import static io.latchkey.store.internal.StoreSamples.configuration;

import com.google.gson.JsonObject;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A store of some changes, and what may happen to its files. */
final class DamagedStore {
    private DamagedStore() {}

    /** A store of some generations, in a place of its own. */
    static Path prepare(Path folder) throws IOException {
        Path prepared = folder.resolve("prepared");
        FileBridgeStore store = StoreSamples.open(prepared);
        store.change(HOME, now -> StoreSamples.paired(40));
        StoreSamples.changeConfiguration(store, 2, 6);
        store.change(HOME, now -> now.with(Domain.ALLOCATION, StoreSamples.allocation(41)));
        store.close();
        return prepared;
    }

    static BridgeMemory newest() {
        return StoreSamples.paired(41).with(Domain.CONFIGURATION, configuration(6));
    }

    /** What may happen to a file. */
    enum Damage {
        FLIPPED,
        CUT,
        EMPTIED,
        DELETED,
        OF_ANOTHER;

        void befall(Path file) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            switch (this) {
                case FLIPPED -> {
                    bytes[bytes.length / 2] ^= 0x20;
                    Files.write(file, bytes);
                }
                case CUT -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
                case EMPTIED -> Files.write(file, new byte[0]);
                case DELETED -> Files.delete(file);
                default -> Files.write(file, new Envelope(2, "memory", 99, new JsonObject()).bytes());
            }
        }
    }

    static BridgeMemory loaded(Path place) throws IOException {
        FileBridgeStore store = StoreSamples.open(place);
        try {
            return store.load(HOME);
        } finally {
            store.close();
        }
    }

    static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree)) {
            List<Path> all = new ArrayList<>();
            try (var walk = Files.walk(tree)) {
                walk.forEach(all::add);
            }
            Collections.reverse(all);
            for (Path each : all) {
                Files.delete(each);
            }
        }
    }

    static List<Path> manifests(Path place, int generation) throws IOException {
        return StoreSamples.files(place.resolve(HOME)).stream()
                .filter(file -> file.getFileName().toString().equals("generation-" + generation + ".json"))
                .toList();
    }
}
