// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import static io.latchkey.api.model.CharacteristicTypes.BRIGHTNESS;
import static io.latchkey.api.model.CharacteristicTypes.CHARACTERISTIC_VALUE_ACTIVE_TRANSITION_COUNT;
import static io.latchkey.api.model.CharacteristicTypes.CHARACTERISTIC_VALUE_TRANSITION_CONTROL;
import static io.latchkey.api.model.CharacteristicTypes.COLOR_TEMPERATURE;
import static io.latchkey.api.model.CharacteristicTypes.HUE;
import static io.latchkey.api.model.CharacteristicTypes.ON;
import static io.latchkey.api.model.CharacteristicTypes.SATURATION;
import static io.latchkey.api.model.CharacteristicTypes.SUPPORTED_CHARACTERISTIC_VALUE_TRANSITION_CONFIGURATION;

import io.latchkey.api.extension.ExtendedService;
import io.latchkey.api.extension.ServiceKey;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A lamp that can follow a curve, as it is published.
 *
 * @param key names it
 * @param definition what it is
 * @param present false when its contributor is away
 * @param types of its characteristics
 */
record AdaptiveLamp(
        ServiceKey key, Service definition, boolean present, Map<CharacteristicId, CharacteristicType> types) {
    /** What is added to such a lamp. */
    static final Set<CharacteristicType> ADDED = Set.of(
            SUPPORTED_CHARACTERISTIC_VALUE_TRANSITION_CONFIGURATION,
            CHARACTERISTIC_VALUE_TRANSITION_CONTROL,
            CHARACTERISTIC_VALUE_ACTIVE_TRANSITION_COUNT);

    private static final Set<CharacteristicType> COLOUR = Set.of(COLOR_TEMPERATURE, HUE, SATURATION);
    private static final Set<CharacteristicType> DECISIVE = Set.of(ON, BRIGHTNESS);
    private static final int MOST_CHARACTERISTICS = 100;

    /** Whether a lamp can follow a curve. */
    static boolean canFollow(Service service) {
        return service.type().equals(ServiceTypes.LIGHTBULB)
                && service.characteristics().size() + ADDED.size() <= MOST_CHARACTERISTICS
                && ADDED.stream().noneMatch(type -> service.find(type).isPresent())
                && allows(service, ON, Permission.PAIRED_READ)
                && allows(service, BRIGHTNESS, Permission.PAIRED_READ)
                && allows(service, BRIGHTNESS, Permission.PAIRED_WRITE)
                && allows(service, COLOR_TEMPERATURE, Permission.PAIRED_WRITE);
    }

    static AdaptiveLamp of(ExtendedService service) {
        return new AdaptiveLamp(
                service.key(),
                service.definition(),
                service.isPresent(),
                service.ids().entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey)));
    }

    CharacteristicId on() {
        return required(ON);
    }

    CharacteristicId brightness() {
        return required(BRIGHTNESS);
    }

    CharacteristicId count() {
        return required(CHARACTERISTIC_VALUE_ACTIVE_TRANSITION_COUNT);
    }

    Optional<CharacteristicId> hue() {
        return find(HUE);
    }

    Optional<CharacteristicId> saturation() {
        return find(SATURATION);
    }

    /** Its address: that of its colour temperature. */
    CharacteristicId id() {
        return required(COLOR_TEMPERATURE);
    }

    /** What its colour temperature can be of such a one; empty when it makes no sense. */
    Optional<Value> legal(long mired) {
        return definition
                .find(COLOR_TEMPERATURE)
                .flatMap(each -> each.constraints().fit(each.type().format(), Value.of(mired)));
    }

    /** The type of one of its characteristics. */
    CharacteristicType type(CharacteristicId id) {
        return types.get(id);
    }

    /** Whether a characteristic of it says what colour it has. */
    boolean isColour(CharacteristicId id) {
        return COLOUR.contains(type(id));
    }

    /** Whether a characteristic of it decides what a curve makes of it. */
    boolean isDecisive(CharacteristicId id) {
        return DECISIVE.contains(type(id));
    }

    /** Those of its characteristics that matter while it follows a curve. */
    Set<CharacteristicId> watched() {
        return types.keySet().stream()
                .filter(id -> isColour(id) || isDecisive(id))
                .collect(Collectors.toUnmodifiableSet());
    }

    private CharacteristicId required(CharacteristicType type) {
        return find(type).orElseThrow();
    }

    private Optional<CharacteristicId> find(CharacteristicType type) {
        return types.entrySet().stream()
                .filter(each -> each.getValue().equals(type))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean allows(Service service, CharacteristicType type, Permission permission) {
        return service.find(type).filter(each -> each.allows(permission)).isPresent();
    }
}
