// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which definitions of a registry changed at once. States don't count.
 *
 * @param added names that are new
 * @param removed names that are gone
 * @param changed names whose definition is another now
 */
public record ItemChanges(Set<String> added, Set<String> removed, Set<String> changed) {
    public ItemChanges {
        added = Set.copyOf(added);
        removed = Set.copyOf(removed);
        changed = Set.copyOf(changed);
    }

    /** What is different between the items of a registry, by name, at two moments. */
    public static ItemChanges between(Map<String, Item> before, Map<String, Item> now) {
        Set<String> added = new HashSet<>(now.keySet());
        added.removeAll(before.keySet());
        Set<String> removed = new HashSet<>(before.keySet());
        removed.removeAll(now.keySet());
        Set<String> changed = new HashSet<>(now.keySet());
        changed.removeIf(name -> isUnchanged(before.get(name), now.get(name)));
        return new ItemChanges(added, removed, changed);
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    private static boolean isUnchanged(Item before, Item now) {
        return before == null || before == now || before.definition().equals(now.definition());
    }
}
