// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.server.internal.fake.SampleCharacteristics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Accessories of services and characteristics by number. */
final class SampleAccessories {
    static final List<CharacteristicType> TYPES = List.of(
            CharacteristicTypes.ON,
            CharacteristicTypes.BRIGHTNESS,
            CharacteristicTypes.HUE,
            CharacteristicTypes.SATURATION,
            CharacteristicTypes.COLOR_TEMPERATURE);

    private SampleAccessories() {}

    static Characteristic of(CharacteristicType type) {
        return Characteristic.of(type)
                .value(() -> Value.FALSE)
                .onWrite(value -> {})
                .build();
    }

    /** A service of the first type and those of the numbers. */
    static Service.Builder service(String key, Set<Integer> types) {
        Service.Builder service =
                Service.of(SampleCharacteristics.service()).key(key).with(of(TYPES.get(0)));
        IntStream.range(1, TYPES.size()).filter(types::contains).forEach(i -> service.with(of(TYPES.get(i))));
        return service;
    }

    static Accessory accessory(List<Service> services) {
        Accessory.Builder accessory = Accessory.of("A");
        services.forEach(accessory::with);
        return accessory.build();
    }

    /** Services by number, each with a link to the next one, the first one primary. */
    static Accessory accessory(List<Integer> services, Set<Integer> types) {
        List<Service> all = new ArrayList<>();
        for (int i = 0; i < services.size(); i++) {
            Service.Builder service = service("s" + services.get(i), types);
            if (i + 1 < services.size()) {
                service.linkedTo("s" + services.get(i + 1));
            }
            if (services.get(i) == 0) {
                service.primary();
            }
            all.add(service.build());
        }
        return accessory(all);
    }

    static MergedAccessory merged(Accessory put, Accessory before) {
        return MergedAccessory.of(put, Optional.of(ShapeTranslation.shape(before)), part -> true);
    }
}
