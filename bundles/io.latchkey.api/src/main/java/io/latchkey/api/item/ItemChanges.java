// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
        Set<String> changed = now.keySet().stream()
                .filter(before::containsKey)
                .filter(name ->
                        !before.get(name).definition().equals(now.get(name).definition()))
                .collect(Collectors.toSet());
        return new ItemChanges(added, removed, changed);
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
}
