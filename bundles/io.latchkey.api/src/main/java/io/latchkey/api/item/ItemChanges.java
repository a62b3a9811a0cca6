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
 * @param deleted names of items that aren't there because somebody deleted them, each by its name or its entry; never
 *     because a file, a bundle or a provider is gone or can't be read. They may have been removed before, or be among
 *     {@code removed}
 */
public record ItemChanges(Set<String> added, Set<String> removed, Set<String> changed, Set<String> deleted) {
    public ItemChanges {
        added = Set.copyOf(added);
        removed = Set.copyOf(removed);
        changed = Set.copyOf(changed);
        deleted = Set.copyOf(deleted);
    }

    /** Changes among which nobody deleted anything. */
    public ItemChanges(Set<String> added, Set<String> removed, Set<String> changed) {
        this(added, removed, changed, Set.of());
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

    /** The same, with the names of items that somebody deleted. */
    public ItemChanges withDeleted(Set<String> names) {
        return new ItemChanges(added, removed, changed, names);
    }

    /** All names that are not as they were. */
    public Set<String> names() {
        Set<String> all = new HashSet<>(added);
        all.addAll(removed);
        all.addAll(changed);
        return all;
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty() && deleted.isEmpty();
    }

    private static boolean isUnchanged(Item before, Item now) {
        return before == null || before == now || before.definition().equals(now.definition());
    }
}
