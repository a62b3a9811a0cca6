// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A row of the catalogue: what a type of characteristic is by default. Types of one's own are made with the
 * constructor and a UUID of one's own.
 *
 * @param name symbolic name, such as {@code CurrentTemperature}
 * @param displayName name for people
 * @param uuid the type on the wire
 * @param format the format of its values
 * @param unit the unit, if any
 * @param permissions what a controller may do by default
 * @param constraints the default limits of its values
 * @param validValues names and numbers of an enumeration, in ascending order of the numbers; empty for others
 * @param urgency how its changes travel
 * @param traits what else is special about it
 */
public record CharacteristicType(
        String name,
        String displayName,
        HapUuid uuid,
        Format format,
        Optional<Unit> unit,
        Set<Permission> permissions,
        Constraints constraints,
        Map<String, Integer> validValues,
        EventUrgency urgency,
        Set<Trait> traits) {

    /** What is special about a type. */
    public enum Trait {
        /** Null in reads and in the accessory list; only events carry the value. */
        NULL_ON_READ,
        /** Only controllers with admin permission may read it. */
        ADMIN_READ,
        /** Only controllers with admin permission may write it. */
        ADMIN_WRITE,
        /** Only controllers with admin permission may subscribe to it. */
        ADMIN_EVENTS,
        /** Never offered over IP. */
        BLE_ONLY,
        /** Withdrawn; accepted, not offered. */
        DEPRECATED
    }

    public CharacteristicType {
        permissions = Set.copyOf(permissions);
        validValues = Collections.unmodifiableMap(new LinkedHashMap<>(validValues));
        traits = Set.copyOf(traits);
    }

    /** Whether the type has that trait. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Two types are the same when their UUID is. */
    @Override
    public boolean equals(Object other) {
        return other instanceof CharacteristicType type && type.uuid.equals(uuid);
    }

    @Override
    public int hashCode() {
        return uuid.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
