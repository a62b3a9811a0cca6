// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import java.util.HashSet;
import java.util.Set;

/**
 * Decides when the first snapshot may be made: a controller that sees half a home deletes the other half, so the providers
 * of the last run and those that have begun to tell must have told all first. Those that are there and have said nothing
 * yet are waited for a little: they may have nothing to tell. Safe for all threads.
 */
final class StartGate {
    private final Set<String> awaited;
    private final Set<String> present = new HashSet<>();
    private final Set<String> complete = new HashSet<>();
    private boolean open;

    /**
     * Closes the gate.
     *
     * @param known the providers of the last run
     */
    StartGate(Set<String> known) {
        awaited = new HashSet<>(known);
    }

    /** Notes that a provider is there. */
    synchronized void join(String provider) {
        present.add(provider);
    }

    /** Notes that a provider has told of an accessory. */
    synchronized void begin(String provider) {
        awaited.add(provider);
    }

    /** Notes that a provider has told all. */
    synchronized void complete(String provider) {
        complete.add(provider);
    }

    /** Whether nobody has more to tell, as far as can be known. */
    synchronized boolean awaitsNobody() {
        return complete.containsAll(awaited);
    }

    /** Waits no longer, and says for whom it would have. */
    synchronized Set<String> force() {
        open = true;
        Set<String> missing = new HashSet<>(awaited);
        missing.removeAll(complete);
        return missing;
    }

    synchronized boolean isOpen() {
        open = open || !complete.isEmpty() && complete.containsAll(present) && awaitsNobody();
        return open;
    }
}
