// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import static io.latchkey.api.item.ItemType.CONTACT;
import static io.latchkey.api.item.ItemType.DIMMER;
import static io.latchkey.api.item.ItemType.NUMBER;
import static io.latchkey.api.item.ItemType.STRING;
import static io.latchkey.api.item.ItemType.SWITCH;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/**
 * An input of a television: a member of its group, usually told about by metadata alone. Its identifier is the number
 * that the television's {@code ActiveIdentifier} has while it is chosen. Its name and whether it is hidden can be chosen
 * in Home and are kept where no item keeps them.
 */
@Component
public final class InputSource implements AccessoryType {
    static final Role NAME = Media.configuredName().preset(Value.of("Input")).by(new NameMapping());
    static final Role CURRENT = Role.optional("CurrentVisibility", CharacteristicTypes.CURRENT_VISIBILITY_STATE)
            .alias("CurrentVisibilityState", "Visibility")
            .items(CONTACT, DIMMER, NUMBER, STRING, SWITCH)
            .preset(Value.of(0))
            .by(Mappings.enumeration("SHOWN", "HIDDEN").onFirst());
    static final Role TARGET = Role.optional("TargetVisibilityState", CharacteristicTypes.TARGET_VISIBILITY_STATE)
            .alias("TargetVisibility")
            .items(NUMBER, STRING, SWITCH)
            .preset(Value.of(0))
            .kept()
            .by(Mappings.enumeration("SHOWN", "HIDDEN").onFirst());

    static final List<Role> ROLES = List.of(
            Role.optional("Name", CharacteristicTypes.NAME).by(Mappings.text()),
            NAME,
            Role.optional("InputSourceType", CharacteristicTypes.INPUT_SOURCE_TYPE)
                    .items(STRING)
                    .preset(Value.of(0))
                    .by(Mappings.enumeration(
                            "OTHER",
                            "HOME_SCREEN",
                            "TUNER",
                            "HDMI",
                            "COMPOSITE_VIDEO",
                            "S_VIDEO",
                            "COMPONENT_VIDEO",
                            "DVI",
                            "AIRPLAY",
                            "USB",
                            "APPLICATION")),
            Role.optional("Configured", CharacteristicTypes.IS_CONFIGURED)
                    .alias("IsConfigured")
                    .items(CONTACT, DIMMER, SWITCH)
                    .preset(Value.of(1))
                    .by(Mappings.bool()),
            CURRENT,
            Role.optional("Identifier", CharacteristicTypes.IDENTIFIER)
                    .items(NUMBER)
                    .preset(Value.of(1))
                    .by(Mappings.number()),
            Role.optional("InputDeviceType", CharacteristicTypes.INPUT_DEVICE_TYPE)
                    .items(STRING)
                    .by(Mappings.enumeration("OTHER", "TV", "RECORDING", "TUNER", "PLAYBACK", "AUDIO_SYSTEM")),
            TARGET);
    private static final Behaviour<?> BEHAVIOUR = new InputSourceBehaviour();

    @Override
    public String name() {
        return "InputSource";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.INPUT_SOURCE;
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
    public Set<String> linkedUnder() {
        return Set.of("Television");
    }
}
