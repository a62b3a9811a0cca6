// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.Collection;
import org.openhab.core.items.Metadata;
import org.openhab.core.items.MetadataKey;
import org.openhab.core.items.MetadataRegistry;

/** The notes at items, those of files and those that people made. */
final class NoteRegistry extends ProvidedRegistry<Metadata, MetadataKey> implements MetadataRegistry {
    private final StoredNotes stored;

    NoteRegistry(StoredNotes stored) {
        this.stored = stored;
    }

    @Override
    public boolean isInternalNamespace(String namespace) {
        return namespace.startsWith(INTERNAL_NAMESPACE_PREFIX);
    }

    @Override
    public Collection<String> getAllNamespaces(String itemname) {
        return stream()
                .map(Metadata::getUID)
                .filter(key -> key.getItemName().equals(itemname))
                .map(MetadataKey::getNamespace)
                .toList();
    }

    @Override
    public void removeItemMetadata(String itemname) {
        stored.removeOf(itemname);
    }

    @Override
    public Metadata add(Metadata note) {
        stored.add(note);
        return note;
    }

    @Override
    public Metadata update(Metadata note) {
        return stored.update(note);
    }

    @Override
    public Metadata remove(MetadataKey key) {
        return stored.remove(key);
    }
}
