// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.client;

import io.latchkey.api.controller.CharacteristicReport;
import io.latchkey.api.model.CharacteristicId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a client is subscribed to, over all its connections. A subscription counts from when it is asked for, so that a
 * connection made meanwhile has it too, and is given up again when the accessory refuses it.
 */
final class Subscriptions {
    private final Set<CharacteristicId> ids = new LinkedHashSet<>();

    /** Adds what is asked for. Returns what is new. */
    synchronized Set<CharacteristicId> begin(Collection<CharacteristicId> wanted) {
        return wanted.stream().filter(ids::add).collect(Collectors.toSet());
    }

    /** Keeps of what was new that which the accessory has taken. */
    synchronized void settle(Set<CharacteristicId> added, List<CharacteristicReport> reports) {
        Set<CharacteristicId> taken = reports.stream()
                .filter(CharacteristicReport::isSuccess)
                .map(CharacteristicReport::id)
                .collect(Collectors.toSet());
        ids.removeIf(id -> added.contains(id) && !taken.contains(id));
    }

    /** Gives subscriptions up. */
    synchronized void end(Collection<CharacteristicId> unwanted) {
        ids.removeAll(Set.copyOf(unwanted));
    }

    /** Everything that is subscribed, in the order in which it was asked for. */
    synchronized List<CharacteristicId> all() {
        return List.copyOf(ids);
    }
}
