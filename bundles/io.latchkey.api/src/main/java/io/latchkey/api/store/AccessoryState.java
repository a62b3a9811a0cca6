// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import io.latchkey.api.model.Value;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How an accessory was when it was last written down. Values that are secret, that steer a procedure or that only events
 * carry are never among them.
 *
 * @param values the last ones, by {@code serviceKey/Type} as in {@link Allocation.Entry}
 * @param absence that it isn't there, and why
 * @param missingParts since when services ({@code serviceKey}) and characteristics ({@code serviceKey/Type}) are missing
 */
public record AccessoryState(
        Map<String, Value> values, Optional<RememberedAbsence> absence, Map<String, Instant> missingParts) {
    /** Nothing is known. */
    public static final AccessoryState UNKNOWN = new AccessoryState(Map.of(), Optional.empty(), Map.of());

    /** Keeps copies. */
    public AccessoryState {
        values = Map.copyOf(values);
        missingParts = Map.copyOf(missingParts);
    }
}
