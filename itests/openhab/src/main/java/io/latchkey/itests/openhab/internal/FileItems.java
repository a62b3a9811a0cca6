// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openhab.core.common.registry.ProviderChangeListener;
import org.openhab.core.items.Item;
import org.openhab.core.items.ItemProvider;

/**
 * The items of files.
 *
 * <p>Held against {@code GenericItemProvider} and {@code ModelRepositoryImpl} of openhab-core 4.3.0 and of main at f0185b4:
 *
 * <ul>
 *   <li>a file that is new, or whole again: all its items, then the notes of each, one by one;
 *   <li>a file that is saved anew: the items that differ in more than notes and pattern, and the new ones; then all notes
 *       of each item, also those that stayed the same, are taken away and come back one by one; at last the items go that
 *       the file has no longer, each before its notes;
 *   <li>a file that has a slip, or is deleted: each item goes, then its notes. There is no word that tells the one from
 *       the other;
 *   <li>each item that is handed out is an object of its own, without a state.
 * </ul>
 */
final class FileItems implements ItemProvider {
    private final ProviderListeners<Item> listeners = new ProviderListeners<>(this);
    private final Map<String, Map<String, ItemLine>> files = new HashMap<>();
    private final FileNotes notes;

    FileItems(FileNotes notes) {
        this.notes = notes;
    }

    @Override
    public void addProviderChangeListener(ProviderChangeListener<Item> listener) {
        listeners.add(listener);
    }

    @Override
    public void removeProviderChangeListener(ProviderChangeListener<Item> listener) {
        listeners.remove(listener);
    }

    @Override
    public synchronized Collection<Item> getAll() {
        return files.values().stream()
                .flatMap(lines -> lines.values().stream())
                .map(ItemLine::item)
                .toList();
    }

    /** The pattern in the label of an item of a file. */
    synchronized Optional<String> pattern(String item) {
        return files.values().stream()
                .map(lines -> lines.get(item))
                .filter(Objects::nonNull)
                .findFirst()
                .map(ItemLine::pattern);
    }

    /** A file was read without a slip. */
    void read(String file, TextItemsFile content) {
        Map<String, ItemLine> now = content.byName();
        Map<String, ItemLine> before = put(file, now);
        now.forEach((name, line) -> {
            ItemLine old = before.get(name);
            if (old == null) {
                listeners.added(line.item());
            } else if (!line.makesTheItemOf(old)) {
                listeners.updated(old.item(), line.item());
            }
        });
        now.forEach((name, line) -> {
            notes.removeOf(name);
            notes.add(line.notes());
        });
        before.values().stream().filter(line -> !now.containsKey(line.name())).forEach(this::tellGone);
    }

    /** A file has a slip, or was deleted; nothing happens when it wasn't read before. */
    void drop(String file) {
        put(file, Map.of()).values().forEach(this::tellGone);
    }

    private synchronized Map<String, ItemLine> put(String file, Map<String, ItemLine> lines) {
        Map<String, ItemLine> before = files.put(file, new LinkedHashMap<>(lines));
        return before == null ? Map.of() : before;
    }

    private void tellGone(ItemLine line) {
        listeners.removed(line.item());
        notes.removeOf(line.name());
    }
}
