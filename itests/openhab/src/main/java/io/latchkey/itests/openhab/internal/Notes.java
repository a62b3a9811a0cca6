// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.Collection;
import org.openhab.core.items.Metadata;
import org.openhab.core.items.MetadataKey;
import org.openhab.core.items.MetadataRegistry;

/** The notes at items. */
final class Notes extends ListedRegistry<Metadata, MetadataKey> implements MetadataRegistry {
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
        stream()
                .map(Metadata::getUID)
                .filter(key -> key.getItemName().equals(itemname))
                .forEach(this::remove);
    }
}
