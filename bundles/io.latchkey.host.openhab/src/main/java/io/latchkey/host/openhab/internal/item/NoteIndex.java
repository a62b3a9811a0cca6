// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import io.latchkey.api.item.Metadata;
import java.util.HashMap;
import java.util.Map;
import org.openhab.core.items.MetadataKey;
import org.openhab.core.items.MetadataRegistry;

/**
 * openHAB's notes by item, which its registry doesn't tell without a walk through all of them. Goes through all once, then
 * reads only what has changed. For one thread at a time.
 */
final class NoteIndex {
    private final MetadataRegistry registry;
    private final MetadataTranslation translation = new MetadataTranslation();
    private Map<String, Map<String, Metadata>> notes = new HashMap<>();

    NoteIndex(MetadataRegistry registry) {
        this.registry = registry;
    }

    /** Reads what is wanted. */
    void read(UnreadItems.Wanted wanted) {
        if (wanted.isAll()) {
            Map<String, Map<String, Metadata>> fresh = new HashMap<>();
            registry.getAll().forEach(note -> put(fresh, note));
            notes = fresh;
            return;
        }
        for (MetadataKey key : wanted.notes()) {
            org.openhab.core.items.Metadata note = registry.get(key);
            if (note == null) {
                remove(key);
            } else {
                put(notes, note);
            }
        }
    }

    /** The notes of an item by namespace; not to be changed. */
    Map<String, Metadata> of(String item) {
        return notes.getOrDefault(item, Map.of());
    }

    private void put(Map<String, Map<String, Metadata>> all, org.openhab.core.items.Metadata note) {
        MetadataKey key = note.getUID();
        if (!registry.isInternalNamespace(key.getNamespace())) {
            all.computeIfAbsent(key.getItemName(), name -> new HashMap<>())
                    .put(key.getNamespace(), translation.read(note));
        }
    }

    private void remove(MetadataKey key) {
        notes.computeIfPresent(key.getItemName(), (name, all) -> {
            all.remove(key.getNamespace());
            return all.isEmpty() ? null : all;
        });
    }
}
