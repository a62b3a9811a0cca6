// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.controls.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Derivation;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Measure;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.Setting;
import io.latchkey.api.accessory.role.SwitchRoles;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * A socket, whether something that is plugged in uses it, and what that draws. Where only the power is known, it is used
 * above option {@code inUseAbove}.
 */
@Component
public final class Outlet implements AccessoryType {
    private static final String THRESHOLD = "inUseAbove";
    private static final double USUAL_THRESHOLD = 1;

    private static final ServiceType SERVICE = Eve.metered(ServiceTypes.OUTLET);
    private static final Role ON = SwitchRoles.on();
    private static final Role IN_USE = Role.required("InUseStatus", CharacteristicTypes.OUTLET_IN_USE)
            .alias("InUseState")
            .items(ItemType.CONTACT, ItemType.DIMMER, ItemType.SWITCH)
            .preset(Value.TRUE)
            .by(Mappings.bool());
    private static final Role POWER =
            Eve.power(Role.optional("Power", Eve.CONSUMPTION).sharing(THRESHOLD));
    private static final List<Role> ROLES = Eve.with(POWER, ON, IN_USE);
    private static final Behaviour<?> BEHAVIOUR = new Derivation(ROLES, Outlet::derived);

    @Override
    public String name() {
        return "Outlet";
    }

    @Override
    public ServiceType service() {
        return SERVICE;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }

    @Override
    public Optional<Behaviour<?>> behaviour() {
        return Optional.of(BEHAVIOUR);
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.number(
                THRESHOLD, "without InUseStatus, it is used when it draws more than this many watts, 1 without it"));
    }

    private static Map<Role, Value> derived(Behaviour.Scene scene) {
        return isTold(scene) ? Map.of() : drawn(scene);
    }

    /** Whether an item tells that it is used; its switch knows less than its meter. */
    private static boolean isTold(Behaviour.Scene scene) {
        Optional<String> teller =
                scene.player(IN_USE).map(player -> player.item().name());
        return teller.isPresent()
                && !teller.equals(scene.player(ON).map(player -> player.item().name()));
    }

    private static Map<Role, Value> drawn(Behaviour.Scene scene) {
        return scene.value(POWER)
                .filter(Value.Decimal.class::isInstance)
                .map(watts -> ((Value.Decimal) watts).number() > threshold(scene.player(POWER)))
                .map(isUsed -> Map.of(IN_USE, Value.of(isUsed)))
                .orElse(Map.of());
    }

    private static double threshold(Optional<MappingContext> player) {
        return player.flatMap(context -> Measure.POWER.option(context, THRESHOLD))
                .filter(watts -> watts.signum() >= 0)
                .map(BigDecimal::doubleValue)
                .orElse(USUAL_THRESHOLD);
    }
}
