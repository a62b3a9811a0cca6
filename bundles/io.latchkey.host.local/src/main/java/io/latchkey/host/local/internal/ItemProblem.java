// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import java.util.Optional;

/**
 * What is wrong with an entry of an items file.
 *
 * @param line where the entry begins, from 1
 * @param item the name of the item; empty when it has none that can be read
 * @param what what is wrong and how to mend it
 * @param cost what is lost by it
 */
record ItemProblem(int line, Optional<String> item, String what, Cost cost) {

    /** What there isn't because of a problem. */
    enum Cost {
        /** The item, until it is mended. */
        ITEM,
        /** The state: the item keeps the one that it has. */
        STATE,
        /** A part of the entry that the item is there without. */
        PART
    }

    /** Whether there is no item because of it. */
    boolean isLost() {
        return cost == Cost.ITEM;
    }

    /** The place and the trouble, for an item whose name is known. */
    String withoutName() {
        return "line " + line + ": " + what;
    }

    /** The same problem of the same item has the same text, wherever the entry stands. */
    String withoutLine() {
        return item.orElse("") + ": " + what;
    }

    @Override
    public String toString() {
        return "line " + line + ", " + item.map("item "::concat).orElse("an item without a name") + ": " + what;
    }
}
