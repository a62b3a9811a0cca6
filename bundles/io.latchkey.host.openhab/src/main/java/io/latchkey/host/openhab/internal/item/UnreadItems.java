// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import java.util.HashSet;
import java.util.Set;
import org.openhab.core.items.MetadataKey;

/** Which items and notes have changed since they were read: some, or all. Thread-safe. */
final class UnreadItems {
    private final Set<String> items = new HashSet<>();
    private final Set<MetadataKey> notes = new HashSet<>();
    private boolean isAll = true;

    /**
     * What is to be read.
     *
     * @param isAll whether everything is; then nothing is named
     * @param items the names of items, those of the notes among them
     * @param notes the keys of notes
     */
    record Wanted(boolean isAll, Set<String> items, Set<MetadataKey> notes) {
        Wanted {
            items = Set.copyOf(items);
            notes = Set.copyOf(notes);
        }
    }

    synchronized void add(String item) {
        if (!isAll) {
            items.add(item);
        }
    }

    synchronized void add(MetadataKey note) {
        if (!isAll) {
            items.add(note.getItemName());
            notes.add(note);
        }
    }

    synchronized void addAll() {
        isAll = true;
        items.clear();
        notes.clear();
    }

    /** Takes what has changed up to now; from now on nothing has. */
    synchronized Wanted take() {
        Wanted taken = new Wanted(isAll, items, notes);
        items.clear();
        notes.clear();
        isAll = false;
        return taken;
    }
}
