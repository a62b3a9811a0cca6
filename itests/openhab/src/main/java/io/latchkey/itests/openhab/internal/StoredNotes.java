// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhab.core.common.registry.Provider;
import org.openhab.core.common.registry.ProviderChangeListener;
import org.openhab.core.items.Metadata;
import org.openhab.core.items.MetadataKey;

/** The notes that people made. Held against {@code ManagedMetadataProviderImpl} of openhab-core 4.3.0 and of main at f0185b4. */
final class StoredNotes implements Provider<Metadata> {
    private final ProviderListeners<Metadata> listeners = new ProviderListeners<>(this);
    private final Map<MetadataKey, Metadata> notes = new LinkedHashMap<>();

    @Override
    public void addProviderChangeListener(ProviderChangeListener<Metadata> listener) {
        listeners.add(listener);
    }

    @Override
    public void removeProviderChangeListener(ProviderChangeListener<Metadata> listener) {
        listeners.remove(listener);
    }

    @Override
    public synchronized Collection<Metadata> getAll() {
        return List.copyOf(notes.values());
    }

    synchronized void add(Metadata note) {
        if (notes.putIfAbsent(note.getUID(), note) != null) {
            throw new IllegalArgumentException("there is a note " + note.getUID());
        }
        listeners.added(note);
    }

    /** The former note; null, and nothing happens, when there was none. */
    synchronized Metadata update(Metadata note) {
        Metadata old = notes.replace(note.getUID(), note);
        if (old != null) {
            listeners.updated(old, note);
        }
        return old;
    }

    /** The removed note, null when there was none. */
    synchronized Metadata remove(MetadataKey key) {
        Metadata old = notes.remove(key);
        if (old != null) {
            listeners.removed(old);
        }
        return old;
    }

    /** Removes all notes of an item, one by one. */
    void removeOf(String item) {
        getAll().stream()
                .map(Metadata::getUID)
                .filter(key -> key.getItemName().equals(item))
                .forEach(this::remove);
    }
}
