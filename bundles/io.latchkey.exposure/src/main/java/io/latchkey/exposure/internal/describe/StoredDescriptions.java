// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.describe;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.ItemDescription;
import io.latchkey.api.store.ItemDescriptions;
import io.latchkey.exposure.internal.live.BridgeMemoryWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps in a bridge's store how the items are described that it uses. Safe for all threads. */
public final class StoredDescriptions {
    private final BridgeMemoryWriter writer;
    private final DescriptionMemory memory;
    private final boolean isLoaded;

    /** Knows what was known at the end of the run before; waits for the disk. */
    public StoredDescriptions(BridgeMemoryWriter writer) {
        this.writer = writer;
        Optional<BridgeMemory> before = writer.load();
        this.isLoaded = before.isPresent();
        this.memory = new DescriptionMemory(
                before.flatMap(all -> all.get(Domain.DESCRIPTIONS)).orElse(ItemDescriptions.NONE));
    }

    /** What is known. */
    public DescriptionMemory memory() {
        return memory;
    }

    /** More is known than before: it is written soon. Returns at once. */
    public void changed() {
        writer.changed(this::described);
    }

    /** Lets what isn't written yet be written; returns at once. */
    public void save() {
        writer.save(this::described);
    }

    /** What could not be read at the start is kept. */
    private BridgeMemory described(BridgeMemory before) {
        Map<String, ItemDescription> items = new HashMap<>();
        if (!isLoaded) {
            before.get(Domain.DESCRIPTIONS).ifPresent(old -> items.putAll(old.items()));
        }
        items.putAll(memory.known().items());
        return before.with(Domain.DESCRIPTIONS, new ItemDescriptions(items));
    }
}
