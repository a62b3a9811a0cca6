// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Derivation;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.Setting;
import io.latchkey.api.accessory.role.ApplianceRoles;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/**
 * The slats of an air outlet, a pergola or a sunshade, that are turned or swing by themselves. Horizontal unless option
 * {@code type} is {@code vertical}.
 */
@Component
public final class Slat implements AccessoryType {
    private static final Role STATE = Role.required("CurrentSlatState", CharacteristicTypes.CURRENT_SLAT_STATE)
            .alias("CurrentSlateState")
            .items(ItemType.NUMBER, ItemType.STRING)
            .preset(Value.of(0))
            .by(Mappings.enumeration("FIXED", "JAMMED", "SWINGING"));
    private static final Role CURRENT = tilt("CurrentTiltAngle", CharacteristicTypes.CURRENT_TILT_ANGLE)
            .preset(Value.of(0))
            .by(Mappings.tilt());
    private static final Role TARGET =
            tilt("TargetTiltAngle", CharacteristicTypes.TARGET_TILT_ANGLE).by(Mappings.tilt());
    private static final Role SWING = ApplianceRoles.swingMode();

    private static final Role TYPE = Role.required("SlatType", CharacteristicTypes.SLAT_TYPE)
            .alias("type")
            .preset(Value.of(0))
            .by(Mappings.enumeration("HORIZONTAL", "VERTICAL"));
    private static final Value FIXED = Value.of(0);
    private static final Value SWINGING = Value.of(2);
    private static final List<Role> ROLES = List.of(STATE, TYPE, CURRENT, TARGET, SWING);
    private static final Behaviour<?> BEHAVIOUR = new Derivation(List.of(SWING, TARGET), Slat::derived);

    @Override
    public String name() {
        return "Slat";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.SLATS;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }

    @Override
    public Optional<String> lacks(Set<Role> filled) {
        boolean isEnough = List.of(STATE, CURRENT, TARGET, SWING).stream().anyMatch(filled::contains);
        return isEnough
                ? Optional.empty()
                : Optional.of("Slat needs CurrentSlatState or a tilt: note \"Slat.TargetTiltAngle\" at a Dimmer.");
    }

    @Override
    public Optional<Behaviour<?>> behaviour() {
        return Optional.of(BEHAVIOUR);
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.text("type", "horizontal or vertical, horizontal without it"));
    }

    private static Map<Role, Value> derived(Behaviour.Scene scene) {
        Map<Role, Value> values = new LinkedHashMap<>();
        if (scene.player(CURRENT).isEmpty()) {
            scene.value(TARGET).ifPresent(angle -> values.put(CURRENT, angle));
        }
        if (scene.player(STATE).isEmpty()) {
            boolean isSwinging = scene.value(SWING).filter(Value.of(1)::equals).isPresent();
            values.put(STATE, isSwinging ? SWINGING : FIXED);
        }
        return values;
    }

    private static Role.Builder tilt(String name, CharacteristicType type) {
        return Role.optional(name, type).items(ItemType.DIMMER, ItemType.NUMBER);
    }
}
