// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.HapUuid;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.ServiceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Eve made up for its history: a service and its characteristics. Home passes them over. Stateless. */
final class EveTypes {
    /** The service of a history. */
    static final ServiceType HISTORY = new ServiceType("EveHistory", "Eve History", uuid("007"), List.of(), List.of());
    /** How much is kept. */
    static final CharacteristicType STATUS = type("EveHistoryStatus", "History Status", "116", readable());
    /** The next entries. */
    static final CharacteristicType ENTRIES = type("EveHistoryEntries", "History Entries", "117", readable());
    /** From which entry on they are asked for. */
    static final CharacteristicType REQUEST = type("EveHistoryRequest", "History Request", "11C", writable());
    /** What time the controller has. */
    static final CharacteristicType SET_TIME = type("EveSetTime", "Set Time", "121", writable());
    /** When a contact was opened last or something began to move, in seconds since the reference time. */
    static final CharacteristicType LAST_ACTIVATION = type(
            "EveLastActivation",
            "Last Activation",
            "11A",
            Format.UINT32,
            Set.of(Permission.PAIRED_READ, Permission.EVENTS));
    /** The type of a power, which accessory types may give to what draws it. */
    static final HapUuid POWER = uuid("10D");
    /** The type of an air pressure. */
    static final HapUuid AIR_PRESSURE = uuid("10F");

    private EveTypes() {}

    private static HapUuid uuid(String number) {
        return new HapUuid("E863F" + number + "-079E-48FF-8F27-9C2605A29F52");
    }

    private static Set<Permission> readable() {
        return Set.of(Permission.PAIRED_READ, Permission.EVENTS, Permission.HIDDEN);
    }

    private static Set<Permission> writable() {
        return Set.of(Permission.PAIRED_WRITE, Permission.HIDDEN);
    }

    private static CharacteristicType type(
            String name, String displayName, String number, Set<Permission> permissions) {
        return type(name, displayName, number, Format.DATA, permissions);
    }

    private static CharacteristicType type(
            String name, String displayName, String number, Format format, Set<Permission> permissions) {
        return new CharacteristicType(
                name,
                displayName,
                uuid(number),
                format,
                Optional.empty(),
                permissions,
                Constraints.NONE,
                Map.of(),
                EventUrgency.COALESCED,
                Set.of());
    }
}
