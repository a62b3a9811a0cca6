// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears what happens in a registry, on threads of the host, one call after another for one item. Implementations
 * return at once and never wait: the host's own work stands behind them.
 */
@ConsumerType
public interface ItemListener {

    /**
     * An item got a state, another or the same as before: a button that is pressed twice sends the same state twice.
     *
     * @param item its name
     * @param state what it is now
     */
    void updated(String item, ItemState state);

    /**
     * Definitions changed, as one batch: items came or went, or what is noted at them is different. Also called, with
     * whatever changed meanwhile, when the registry becomes ready.
     */
    void replaced(ItemChanges changes);
}
