// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak.home;

import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.HapUuid;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.ServiceType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types of our own: numbers as wide as their format, and what else Apple has no plain type for. */
final class SoakTypes {
    static final Set<Permission> ALL = EnumSet.of(Permission.PAIRED_READ, Permission.PAIRED_WRITE, Permission.EVENTS);
    static final Set<Permission> SHOWN = EnumSet.of(Permission.PAIRED_READ, Permission.EVENTS);
    static final Set<Permission> TIMED = with(Permission.TIMED_WRITE);
    static final Set<Permission> ANSWERING = with(Permission.WRITE_RESPONSE);

    static final ServiceType SERVICE = new ServiceType("Soak", "Soak", uuid(0), List.of(), List.of());
    static final CharacteristicType NUMBER = type("SoakNumber", 1, Format.UINT32, Constraints.NONE);
    static final CharacteristicType WORD = type("SoakWord", 2, Format.STRING, Constraints.NONE);
    static final CharacteristicType LEVEL =
            type("SoakLevel", 3, Format.FLOAT, Constraints.NONE.range(0, 100).step(0.5));
    static final CharacteristicType CHOICE = type(
            "SoakChoice", 4, Format.UINT8, Constraints.NONE.range(0, 5).step(1).validValues(List.of(1, 3, 5)));

    private SoakTypes() {}

    private static Set<Permission> with(Permission more) {
        Set<Permission> permissions = EnumSet.copyOf(ALL);
        permissions.add(more);
        return permissions;
    }

    private static CharacteristicType type(String name, int number, Format format, Constraints limits) {
        return new CharacteristicType(
                name,
                name,
                uuid(number),
                format,
                Optional.empty(),
                ALL,
                limits,
                Map.of(),
                EventUrgency.COALESCED,
                Set.of());
    }

    private static HapUuid uuid(int number) {
        return new HapUuid(String.format("50414B%02X-7365-4D6F-8D65-4C617463686B", number));
    }
}
