// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items;

import java.util.Collection;
import org.openhab.core.common.registry.RegistryChangeListener;

/** Hears which items come, go and change. */
public interface ItemRegistryChangeListener extends RegistryChangeListener<Item> {
    void allItemsChanged(Collection<String> oldItemNames);
}
