// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import static io.latchkey.api.item.ItemType.DIMMER;
import static io.latchkey.api.item.ItemType.STRING;
import static io.latchkey.api.item.ItemType.SWITCH;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.role.MediaRoles;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/**
 * The speaker of a television: a member of its group, which the phone's volume buttons work while the remote is open.
 * Without an item for steps they change the volume.
 */
@Component
public final class TelevisionSpeaker implements AccessoryType {
    static final Role VOLUME = MediaRoles.volume();
    static final Role CONTROL = Role.optional("VolumeControlType", CharacteristicTypes.VOLUME_CONTROL_TYPE)
            .items(STRING)
            .preset(Value.of(0))
            .by(Mappings.enumeration("NONE", "RELATIVE", "RELATIVE_WITH_CURRENT", "ABSOLUTE"));
    static final Role STEPS = Role.optional("VolumeSelector", CharacteristicTypes.VOLUME_SELECTOR)
            .items(DIMMER, STRING)
            .preset(Value.of(0))
            .by(new VolumeStepMapping());
    static final List<Role> ROLES =
            List.of(Media.mute().items(SWITCH).by(Mappings.bool()), Media.speakerActive(), VOLUME, CONTROL, STEPS);

    private static final Behaviour<?> BEHAVIOUR = new TelevisionSpeakerBehaviour();

    @Override
    public String name() {
        return "TelevisionSpeaker";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.TELEVISION_SPEAKER;
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
