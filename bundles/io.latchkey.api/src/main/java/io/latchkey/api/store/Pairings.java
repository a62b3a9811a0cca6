// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import io.latchkey.api.identity.Pairing;
import java.util.List;

/**
 * The controllers that are paired with a bridge.
 *
 * @param pairings in the order in which they were added, each controller once
 */
public record Pairings(List<Pairing> pairings) {
    /** Nobody. */
    public static final Pairings NONE = new Pairings(List.of());

    /**
     * Keeps a copy.
     *
     * @throws IllegalArgumentException when a controller comes twice
     */
    public Pairings {
        pairings = List.copyOf(pairings);
        if (pairings.stream().map(Pairing::controller).distinct().count() != pairings.size()) {
            throw new IllegalArgumentException("a controller is paired twice");
        }
    }
}
