// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import io.latchkey.api.item.Item;

/**
 * What is configured for all items at once: completes an item that says nothing itself. When the configuration changes,
 * another service takes this one's place, and whoever has read items with the former reads them again. Called on any
 * thread; does not block.
 */
public interface Defaults {

    /** The same item with what is configured where it says nothing. */
    Item complete(Item item);
}
