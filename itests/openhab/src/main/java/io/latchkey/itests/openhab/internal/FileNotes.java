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

/**
 * The notes at items of files: they come and go one by one. Held against {@code GenericMetadataProvider} of openhab-core
 * 4.3.0 and of main at f0185b4, which never says that a note was updated.
 */
final class FileNotes implements Provider<Metadata> {
    private final ProviderListeners<Metadata> listeners = new ProviderListeners<>(this);
    private final Map<String, Map<MetadataKey, Metadata>> byItem = new LinkedHashMap<>();

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
        return byItem.values().stream()
                .flatMap(notes -> notes.values().stream())
                .toList();
    }

    void add(List<Metadata> notes) {
        for (Metadata note : notes) {
            synchronized (this) {
                byItem.computeIfAbsent(note.getUID().getItemName(), item -> new LinkedHashMap<>())
                        .putIfAbsent(note.getUID(), note);
            }
            listeners.added(note);
        }
    }

    /** All notes of the item are gone before the first of them is told. */
    void removeOf(String item) {
        Map<MetadataKey, Metadata> gone;
        synchronized (this) {
            gone = byItem.remove(item);
        }
        if (gone != null) {
            gone.values().forEach(listeners::removed);
        }
    }
}
