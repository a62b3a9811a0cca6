// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.transition;

import static io.latchkey.api.model.CharacteristicTypes.BRIGHTNESS;
import static io.latchkey.api.model.CharacteristicTypes.CHARACTERISTIC_VALUE_ACTIVE_TRANSITION_COUNT;
import static io.latchkey.api.model.CharacteristicTypes.CHARACTERISTIC_VALUE_TRANSITION_CONTROL;
import static io.latchkey.api.model.CharacteristicTypes.COLOR_TEMPERATURE;
import static io.latchkey.api.model.CharacteristicTypes.HUE;
import static io.latchkey.api.model.CharacteristicTypes.ON;
import static io.latchkey.api.model.CharacteristicTypes.SATURATION;
import static io.latchkey.api.model.CharacteristicTypes.SUPPORTED_CHARACTERISTIC_VALUE_TRANSITION_CONFIGURATION;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.database.PublishedService;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A lamp that can follow a curve, as it is published.
 *
 * @param key names it
 * @param present false when its contributor is away
 * @param characteristics by type
 */
record Light(String key, boolean present, Map<CharacteristicType, PublishedCharacteristic> characteristics) {
    /** What the bridge adds to such a lamp. */
    static final Set<CharacteristicType> ADDED = Set.of(
            SUPPORTED_CHARACTERISTIC_VALUE_TRANSITION_CONFIGURATION,
            CHARACTERISTIC_VALUE_TRANSITION_CONTROL,
            CHARACTERISTIC_VALUE_ACTIVE_TRANSITION_COUNT);

    private static final int MOST_CHARACTERISTICS = 100;

    /** Whether the bridge can let a lamp follow a curve. */
    static boolean canFollow(Service service) {
        return service.type().equals(ServiceTypes.LIGHTBULB)
                && service.characteristics().size() + ADDED.size() <= MOST_CHARACTERISTICS
                && ADDED.stream().noneMatch(type -> service.find(type).isPresent())
                && allows(service, ON, Permission.PAIRED_READ)
                && allows(service, BRIGHTNESS, Permission.PAIRED_READ)
                && allows(service, BRIGHTNESS, Permission.PAIRED_WRITE)
                && allows(service, COLOR_TEMPERATURE, Permission.PAIRED_WRITE);
    }

    static Light of(String key, boolean present, PublishedService service) {
        return new Light(
                key,
                present,
                service.characteristics().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                each -> each.definition().type(), Function.identity())));
    }

    PublishedCharacteristic on() {
        return characteristics.get(ON);
    }

    PublishedCharacteristic brightness() {
        return characteristics.get(BRIGHTNESS);
    }

    PublishedCharacteristic colorTemperature() {
        return characteristics.get(COLOR_TEMPERATURE);
    }

    PublishedCharacteristic count() {
        return characteristics.get(CHARACTERISTIC_VALUE_ACTIVE_TRANSITION_COUNT);
    }

    Optional<PublishedCharacteristic> hue() {
        return Optional.ofNullable(characteristics.get(HUE));
    }

    Optional<PublishedCharacteristic> saturation() {
        return Optional.ofNullable(characteristics.get(SATURATION));
    }

    /** Its address: that of its colour temperature. */
    CharacteristicId id() {
        return colorTemperature().id();
    }

    /** Whether a characteristic says what colour it has. */
    static boolean isColour(PublishedCharacteristic characteristic) {
        return Set.of(COLOR_TEMPERATURE, HUE, SATURATION)
                .contains(characteristic.definition().type());
    }

    /** Whether a characteristic decides what a curve makes of the lamp. */
    static boolean isDecisive(PublishedCharacteristic characteristic) {
        return Set.of(ON, BRIGHTNESS).contains(characteristic.definition().type());
    }

    private static boolean allows(Service service, CharacteristicType type, Permission permission) {
        return service.find(type).filter(each -> each.allows(permission)).isPresent();
    }
}
