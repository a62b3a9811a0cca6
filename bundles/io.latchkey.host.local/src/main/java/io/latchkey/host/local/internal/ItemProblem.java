// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import java.util.Optional;

/**
 * What is wrong with an entry of an items file.
 *
 * @param line where the entry begins, from 1
 * @param item the name of the item; empty when it has none that can be read
 * @param what what is wrong and how to mend it
 * @param isLost whether there is no item because of it
 */
record ItemProblem(int line, Optional<String> item, String what, boolean isLost) {

    /** The place and the trouble, for an item whose name is known. */
    String withoutName() {
        return "line " + line + ": " + what;
    }

    @Override
    public String toString() {
        return "line " + line + ", " + item.map("item "::concat).orElse("an item without a name") + ": " + what;
    }
}
