// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import static io.latchkey.api.item.ItemType.NUMBER;
import static io.latchkey.api.item.ItemType.PLAYER;
import static io.latchkey.api.item.ItemType.STRING;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.role.MediaRoles;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * A speaker that plays, pauses and stops. Without an item that knows what it does, it does what it shall. What it plays
 * can't be chosen in Home, which needs AirPlay for that.
 */
@Component
public final class SmartSpeaker implements AccessoryType {
    static final Role CURRENT = Role.required("CurrentMediaState", CharacteristicTypes.CURRENT_MEDIA_STATE)
            .items(NUMBER, PLAYER, STRING)
            .preset(Value.of(2))
            .by(PlaybackMapping.current());
    static final Role TARGET = Role.required("TargetMediaState", CharacteristicTypes.TARGET_MEDIA_STATE)
            .items(NUMBER, PLAYER, STRING)
            .by(PlaybackMapping.target());
    static final List<Role> ROLES = List.of(
            CURRENT, TARGET, Media.configuredName().by(new NameMapping()), MediaRoles.mute(), MediaRoles.volume());

    private static final Behaviour<?> BEHAVIOUR = new SmartSpeakerBehaviour();

    @Override
    public String name() {
        return "SmartSpeaker";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.SMART_SPEAKER;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }

    @Override
    public Optional<Behaviour<?>> behaviour() {
        return Optional.of(BEHAVIOUR);
    }
}
