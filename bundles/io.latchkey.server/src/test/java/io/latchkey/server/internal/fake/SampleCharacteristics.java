// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.fake;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.HapUuid;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Accessories of a maker of no house, whose characteristics are what a test needs. */
public final class SampleCharacteristics {
    private static final String BASE = "-1111-2222-3333-444455556666";
    private static final ServiceType SERVICE =
            new ServiceType("Gadget", "Gadget", new HapUuid("0000FFFF" + BASE), List.of(), List.of());

    private SampleCharacteristics() {}

    /** A type of that format with those permissions in their two letters. */
    public static CharacteristicType type(
            int number, Format format, String permissions, CharacteristicType.Trait... traits) {
        return new CharacteristicType(
                "Gadget" + number,
                "Gadget " + number,
                new HapUuid(String.format("%08X", number) + BASE),
                format,
                Optional.empty(),
                Set.of(List.of(permissions.split(",")).stream()
                        .map(Permission::ofWireName)
                        .toArray(Permission[]::new)),
                Constraints.NONE,
                Map.of(),
                EventUrgency.COALESCED,
                Set.of(traits));
    }

    /** An accessory with those characteristics in one service. */
    public static Accessory of(String key, Characteristic... characteristics) {
        Service.Builder service = Service.of(SERVICE);
        List.of(characteristics).forEach(service::with);
        return Accessory.of(key).name(key).with(service.build()).build();
    }

    /** The type of the service. */
    public static ServiceType service() {
        return SERVICE;
    }
}
