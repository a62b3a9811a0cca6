// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;

/** Tells the states that items have now; an index of items knows only their definitions. */
@FunctionalInterface
public interface ItemStates {

    /** The state of an item; that of a missing one when it isn't there any more. */
    ItemState of(Item item);
}
