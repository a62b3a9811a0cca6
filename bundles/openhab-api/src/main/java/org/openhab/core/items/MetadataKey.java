// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items;

import org.openhab.core.common.AbstractUID;

/** Which note: a namespace and the name of an item. */
public final class MetadataKey extends AbstractUID {
    public MetadataKey(String namespace, String itemName) {
        super(namespace, itemName);
    }

    public String getItemName() {
        return getSegment(1);
    }

    public String getNamespace() {
        return getSegment(0);
    }

    @Override
    protected int getMinimalNumberOfSegments() {
        return 2;
    }
}
