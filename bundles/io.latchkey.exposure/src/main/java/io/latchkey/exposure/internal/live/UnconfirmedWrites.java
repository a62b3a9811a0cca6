// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What controllers wrote to one service and no item has answered yet. A controller takes what it wrote for the value until
 * it hears of another, so an item that refuses a command, and goes on saying what it said before, is news to it. Safe for
 * all threads.
 */
final class UnconfirmedWrites {
    private final Map<Role, Value> written = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    /** A controller writes a value. */
    synchronized void written(Role role, Value value) {
        written.put(role, value);
    }

    /** An item is about to be told something. */
    synchronized void told(String item) {
        told.add(item);
    }

    /**
     * An item got a state: gives the writes that this is the answer to. Those of roles that other items play, or none, are
     * answered by the last of the items that were told.
     *
     * @param roles those that the item plays
     */
    synchronized Map<Role, Value> answered(String item, Collection<Role> roles) {
        if (!told.remove(item)) {
            return Map.of();
        }
        Map<Role, Value> answered = new HashMap<>(written);
        if (!told.isEmpty()) {
            answered.keySet().retainAll(roles);
        }
        written.keySet().removeAll(answered.keySet());
        return answered;
    }
}
