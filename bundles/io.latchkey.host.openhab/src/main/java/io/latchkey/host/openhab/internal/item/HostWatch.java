// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import org.openhab.core.common.registry.RegistryChangeListener;
import org.openhab.core.items.Item;
import org.openhab.core.items.ItemRegistry;
import org.openhab.core.items.ItemRegistryChangeListener;
import org.openhab.core.items.Metadata;
import org.openhab.core.items.MetadataRegistry;
import org.openhab.core.service.ReadyMarker;
import org.openhab.core.service.ReadyMarkerFilter;
import org.openhab.core.service.ReadyService;

/**
 * Hears which items and notes of openHAB change, and whether openHAB has them all: from start level 30 on items,
 * links, metadata and restored states are there. Below it nothing is read, however much changes. When things are there, and
 * when openHAB is up, what they describe is read anew: not all of them say so. Called on openHAB's threads; returns at once.
 */
final class HostWatch implements ItemRegistryChangeListener, ReadyService.ReadyTracker {
    private static final String START_LEVEL = "startlevel";
    private static final int STATES_ARE_THERE = 30;
    private static final int THINGS_ARE_THERE = 80;

    private final ItemRegistry items;
    private final MetadataRegistry notes;
    private final ReadyService readiness;
    private final UnreadItems unread;
    private final SettleTimer settling;
    private final Supplier<Set<String>> described;
    private final RegistryChangeListener<Metadata> noteListener = new NoteListener();
    private volatile boolean isUp;

    /**
     * Hears nothing yet.
     *
     * @param described the names of the items that things may describe
     */
    HostWatch(
            ItemRegistry items,
            MetadataRegistry notes,
            ReadyService readiness,
            UnreadItems unread,
            SettleTimer settling,
            Supplier<Set<String>> described) {
        this.items = items;
        this.notes = notes;
        this.readiness = readiness;
        this.unread = unread;
        this.settling = settling;
        this.described = described;
    }

    void open() {
        items.addRegistryChangeListener(this);
        notes.addRegistryChangeListener(noteListener);
        readiness.registerTracker(this, new ReadyMarkerFilter().withType(START_LEVEL));
    }

    void close() {
        readiness.unregisterTracker(this);
        notes.removeRegistryChangeListener(noteListener);
        items.removeRegistryChangeListener(this);
    }

    /** Whether openHAB has all its items at the moment. */
    boolean isUp() {
        return isUp;
    }

    /** Everything is to be read anew. */
    void allChanged() {
        unread.addAll();
        settling.changed();
    }

    @Override
    public void added(Item item) {
        changed(item.getName());
    }

    @Override
    public void removed(Item item) {
        changed(item.getName());
    }

    @Override
    public void updated(Item oldItem, Item item) {
        changed(item.getName());
    }

    @Override
    public void allItemsChanged(Collection<String> oldItemNames) {
        allChanged();
    }

    @Override
    public void onReadyMarkerAdded(ReadyMarker marker) {
        int level = level(marker);
        if (level == STATES_ARE_THERE) {
            isUp = true;
            unread.addAll();
            settling.now();
        } else if (level >= THINGS_ARE_THERE) {
            described.get().forEach(this::changed);
        }
    }

    @Override
    public void onReadyMarkerRemoved(ReadyMarker marker) {
        if (level(marker) == STATES_ARE_THERE) {
            isUp = false;
        }
    }

    /** An item is to be read anew. */
    void changed(String item) {
        unread.add(item);
        settling.changed();
    }

    private static int level(ReadyMarker marker) {
        try {
            return Integer.parseInt(marker.getIdentifier());
        } catch (NumberFormatException noLevel) {
            return 0;
        }
    }

    /** Hears of notes; those that openHAB keeps for itself don't count. */
    private final class NoteListener implements RegistryChangeListener<Metadata> {
        @Override
        public void added(Metadata note) {
            noted(note);
        }

        @Override
        public void removed(Metadata note) {
            noted(note);
        }

        @Override
        public void updated(Metadata oldNote, Metadata note) {
            noted(note);
        }

        private void noted(Metadata note) {
            if (!notes.isInternalNamespace(note.getUID().getNamespace())) {
                unread.add(note.getUID());
                settling.changed();
            }
        }
    }
}
