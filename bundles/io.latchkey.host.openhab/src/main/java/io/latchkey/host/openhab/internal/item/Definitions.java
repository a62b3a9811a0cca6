// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.Metadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.openhab.core.items.ItemRegistry;
import org.openhab.core.items.MetadataRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what openHAB knows about its items. Goes through the notes once for all items that are wanted, and asks only
 * these what they are. An item that fails is passed over; for one thread at a time.
 */
final class Definitions {
    private static final Logger LOGGER = LoggerFactory.getLogger(Definitions.class);
    private static final String HOMEKIT = "homekit";

    private final ItemRegistry items;
    private final MetadataRegistry notes;
    private final MetadataTranslation noteTranslation = new MetadataTranslation();

    /**
     * What was read of one item.
     *
     * @param hostItem openHAB's item
     * @param fresh what it is, without its state; empty when that wasn't wanted or couldn't be read
     */
    record Definition(org.openhab.core.items.Item hostItem, Optional<Item> fresh) {}

    Definitions(ItemRegistry items, MetadataRegistry notes) {
        this.items = items;
        this.notes = notes;
    }

    /** All items in openHAB's order, those read that are wanted. */
    List<Definition> read(Predicate<String> wanted, Defaults defaults) {
        Map<String, Map<String, Metadata>> notesByItem = notes(wanted, defaults);
        List<Definition> read = new ArrayList<>();
        for (org.openhab.core.items.Item item : items.getItems()) {
            Map<String, Metadata> notesOfItem = notesByItem.getOrDefault(item.getName(), Map.of());
            read.add(new Definition(
                    item, wanted.test(item.getName()) ? read(item, notesOfItem, defaults) : Optional.empty()));
        }
        return read;
    }

    private static Optional<Item> read(
            org.openhab.core.items.Item item, Map<String, Metadata> notes, Defaults defaults) {
        try {
            return ItemTranslation.read(item, notes, defaults.temperatureUnit());
        } catch (RuntimeException broken) {
            LOGGER.warn("Item {} can't be read and is left as it was: {}", item.getName(), broken.toString());
            return Optional.empty();
        }
    }

    private Map<String, Map<String, Metadata>> notes(Predicate<String> wanted, Defaults defaults) {
        Map<String, Map<String, Metadata>> byItem = new HashMap<>();
        for (org.openhab.core.items.Metadata note : notes.getAll()) {
            String item = note.getUID().getItemName();
            String namespace = note.getUID().getNamespace();
            if (wanted.test(item) && !notes.isInternalNamespace(namespace)) {
                byItem.computeIfAbsent(item, name -> new HashMap<>()).put(namespace, read(note, defaults));
            }
        }
        return byItem;
    }

    private Metadata read(org.openhab.core.items.Metadata note, Defaults defaults) {
        Metadata read = noteTranslation.read(note);
        return note.getUID().getNamespace().equals(HOMEKIT) ? defaults.complete(read) : read;
    }
}
