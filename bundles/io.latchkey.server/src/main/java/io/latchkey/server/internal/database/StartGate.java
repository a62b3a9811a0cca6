// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import java.util.HashSet;
import java.util.Set;

/**
 * Decides when the first snapshot may be made: a controller that sees half a home deletes the other half, so the providers
 * of the last run and those that are there now must have told all first. Safe for all threads.
 */
final class StartGate {
    private final Set<String> expected;
    private final Set<String> complete = new HashSet<>();
    private boolean open;

    StartGate(Set<String> known) {
        expected = new HashSet<>(known);
    }

    /** Whether nobody is expected yet. */
    synchronized boolean isEmpty() {
        return expected.isEmpty();
    }

    synchronized void expect(String provider) {
        expected.add(provider);
    }

    /** Notes that a provider has told all. */
    synchronized void complete(String provider) {
        complete.add(provider);
    }

    /** Waits no longer for whoever is missing. */
    synchronized Set<String> force() {
        open = true;
        Set<String> missing = new HashSet<>(expected);
        missing.removeAll(complete);
        return missing;
    }

    synchronized boolean isOpen() {
        open = open || !expected.isEmpty() && complete.containsAll(expected);
        return open;
    }
}
