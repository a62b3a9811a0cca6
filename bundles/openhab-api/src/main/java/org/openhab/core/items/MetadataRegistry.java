// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items;

import java.util.Collection;
import org.openhab.core.common.registry.Registry;

/** All notes at items. */
public interface MetadataRegistry extends Registry<Metadata, MetadataKey> {
    String INTERNAL_NAMESPACE_PREFIX = "_";

    boolean isInternalNamespace(String namespace);

    Collection<String> getAllNamespaces(String itemname);

    void removeItemMetadata(String itemname);
}
