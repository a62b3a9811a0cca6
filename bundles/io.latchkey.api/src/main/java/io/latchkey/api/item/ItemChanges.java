// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

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

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
}
