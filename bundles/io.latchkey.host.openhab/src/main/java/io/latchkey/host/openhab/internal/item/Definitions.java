// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.Metadata;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openhab.core.items.ItemRegistry;
import org.openhab.core.items.MetadataRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what openHAB knows about its items, and asks only those that are wanted what they are. An item that fails costs
 * itself alone; for one thread at a time.
 */
final class Definitions {
    private static final Logger LOG = LoggerFactory.getLogger(Definitions.class);
    private static final String HOMEKIT = "homekit";

    private final ItemRegistry items;
    private final NoteIndex notes;

    /**
     * What was read of one item that is there.
     *
     * @param hostItem openHAB's item
     * @param fresh what it is, without its state; empty when it can't be read
     * @param trouble why it can't be read, in plain words; empty when it can
     */
    record Definition(org.openhab.core.items.Item hostItem, Optional<Item> fresh, String trouble) {}

    Definitions(ItemRegistry items, MetadataRegistry notes) {
        this.items = items;
        this.notes = new NoteIndex(notes);
    }

    /**
     * Reads the items that are wanted.
     *
     * @return by name, those that are there; all in openHAB's order when all are wanted
     */
    Map<String, Definition> read(UnreadItems.Wanted wanted, Defaults defaults) {
        notes.read(wanted);
        Map<String, Definition> read = new LinkedHashMap<>();
        if (wanted.isAll()) {
            items.getItems().forEach(item -> read.put(item.getName(), read(item, defaults)));
            return read;
        }
        for (String name : wanted.items()) {
            org.openhab.core.items.Item item = items.get(name);
            if (item != null) {
                read.put(name, read(item, defaults));
            }
        }
        return read;
    }

    private Definition read(org.openhab.core.items.Item item, Defaults defaults) {
        try {
            Optional<Item> fresh =
                    ItemTranslation.read(item, notes(item.getName(), defaults), defaults.temperatureUnit());
            return new Definition(
                    item, fresh, fresh.isPresent() ? "" : "items of type " + item.getType() + " aren't known");
        } catch (RuntimeException broken) {
            LOG.warn("Item {} can't be read: {}", item.getName(), broken.toString());
            return new Definition(item, Optional.empty(), broken.toString());
        }
    }

    private Map<String, Metadata> notes(String item, Defaults defaults) {
        Map<String, Metadata> all = new HashMap<>(notes.of(item));
        all.computeIfPresent(HOMEKIT, (namespace, note) -> defaults.complete(note));
        return all;
    }
}
