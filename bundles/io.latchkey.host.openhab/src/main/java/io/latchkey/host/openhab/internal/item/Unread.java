// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Which items have changed since they were read: some by name, or all. Thread-safe. */
final class Unread {
    private Set<String> names = new HashSet<>();
    private boolean isAll = true;

    synchronized void add(String name) {
        if (!isAll) {
            names.add(name);
        }
    }

    synchronized void addAll() {
        isAll = true;
        names.clear();
    }

    /** Takes what has changed up to now; from now on nothing has. */
    synchronized Predicate<String> take() {
        Predicate<String> taken = isAll ? name -> true : names::contains;
        names = new HashSet<>();
        isAll = false;
        return taken;
    }
}
