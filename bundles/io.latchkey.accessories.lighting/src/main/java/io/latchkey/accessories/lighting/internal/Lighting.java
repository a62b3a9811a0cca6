// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.lighting.internal;

import static io.latchkey.api.item.ItemType.COLOR;
import static io.latchkey.api.item.ItemType.DIMMER;
import static io.latchkey.api.item.ItemType.NUMBER;
import static io.latchkey.api.item.ItemType.SWITCH;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.Setting;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** A light: on or off, perhaps with brightness, colour or colour temperature, from one item or several. */
@Component(service = AccessoryType.class)
public final class Lighting implements AccessoryType {
    static final Role ON = Role.required("OnState", CharacteristicTypes.ON)
            .items(SWITCH, DIMMER, COLOR)
            .by(Mappings.bool());
    static final Role BRIGHTNESS = Role.optional("Brightness", CharacteristicTypes.BRIGHTNESS)
            .items(DIMMER, COLOR)
            .by(Mappings.percent());
    static final Role HUE =
            Role.optional("Hue", CharacteristicTypes.HUE).items(COLOR).by(Mappings.hue());
    static final Role SATURATION = Role.optional("Saturation", CharacteristicTypes.SATURATION)
            .items(COLOR)
            .by(Mappings.saturation());
    static final Role COLOR_TEMPERATURE = Role.optional("ColorTemperature", CharacteristicTypes.COLOR_TEMPERATURE)
            .items(DIMMER, NUMBER)
            .by(Mappings.mired());

    private static final List<Role> ROLES = List.of(ON, BRIGHTNESS, HUE, SATURATION, COLOR_TEMPERATURE);
    private static final Behaviour<?> BEHAVIOUR = new LightBehaviour();
    private static final List<Setting> SETTINGS = List.of(
            Setting.text(
                    "dimmerMode",
                    "what a dimmer is told when Home sends on and a brightness: normal, filterOn, filterBrightness100 or"
                            + " filterOnExceptBrightness100"),
            Setting.number(
                    "commandDelay", "milliseconds in which what Home sends apart is put together, 50 without it"));

    @Override
    public String name() {
        return "Lighting";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.LIGHTBULB;
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
        return SETTINGS;
    }
}
