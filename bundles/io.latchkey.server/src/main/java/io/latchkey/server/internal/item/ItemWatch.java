// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.item;

import io.latchkey.api.item.ItemState;
import java.util.Optional;

/** Hears of one item, on every host; on any thread. All methods return at once. */
public interface ItemWatch {

    /** The name of the item. */
    String item();

    /**
     * The item has a state on that host, or isn't there.
     *
     * @param state empty when that host has no such item, or has left
     */
    void seen(String host, Optional<ItemState> state);
}
