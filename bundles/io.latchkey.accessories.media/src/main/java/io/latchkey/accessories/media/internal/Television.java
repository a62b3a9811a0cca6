// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import static io.latchkey.api.item.ItemType.CONTACT;
import static io.latchkey.api.item.ItemType.DIMMER;
import static io.latchkey.api.item.ItemType.NUMBER;
import static io.latchkey.api.item.ItemType.PLAYER;
import static io.latchkey.api.item.ItemType.STRING;
import static io.latchkey.api.item.ItemType.SWITCH;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.role.MediaRoles;
import io.latchkey.api.accessory.role.SwitchRoles;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * A television, which the remote in the Control Centre works; as a group, its members are its inputs and its speaker.
 * Which input Home chose and what it is called there is kept where no item keeps it.
 */
@Component
public final class Television implements AccessoryType {
    static final Role ACTIVE =
            SwitchRoles.active().items(CONTACT, DIMMER, NUMBER, STRING, SWITCH).by(Media.active());
    static final Role INPUT = Role.optional("ActiveIdentifier", CharacteristicTypes.ACTIVE_IDENTIFIER)
            .items(NUMBER)
            .preset(Value.of(1))
            .kept()
            .by(Mappings.number());
    static final Role NAME =
            Media.configuredName().preset(Value.of("Television")).by(new NameMapping());
    static final Role KEY = Role.optional("RemoteKey", CharacteristicTypes.REMOTE_KEY)
            .items(STRING)
            .preset(Value.of(0))
            .by(Mappings.enumeration(
                            "REWIND",
                            "FAST_FORWARD",
                            "NEXT_TRACK",
                            "PREV_TRACK",
                            "ARROW_UP",
                            "ARROW_DOWN",
                            "ARROW_LEFT",
                            "ARROW_RIGHT",
                            "SELECT",
                            "BACK",
                            "EXIT",
                            "PLAY_PAUSE")
                    .with(15, "INFO"));
    static final Role CURRENT = Role.optional("CurrentMediaState", CharacteristicTypes.CURRENT_MEDIA_STATE)
            .items(NUMBER, PLAYER, STRING)
            .by(PlaybackMapping.current());
    static final Role TARGET = Role.optional("TargetMediaState", CharacteristicTypes.TARGET_MEDIA_STATE)
            .items(NUMBER, PLAYER, STRING)
            .by(PlaybackMapping.target());
    static final Role POWER_MODE = Role.optional("PowerMode", CharacteristicTypes.POWER_MODE_SELECTION)
            .items(NUMBER, STRING, SWITCH)
            .by(Mappings.enumeration("SHOW", "HIDE").onFirst());
    static final List<Role> ROLES = List.of(
            ACTIVE,
            INPUT,
            NAME,
            Role.optional("SleepDiscoveryMode", CharacteristicTypes.SLEEP_DISCOVERY_MODE)
                    .items(CONTACT, DIMMER, NUMBER, STRING, SWITCH)
                    .preset(Value.of(1))
                    .by(Mappings.enumeration("NOT_DISCOVERABLE", "ALWAYS_DISCOVERABLE")
                            .otherwise(1)),
            KEY,
            MediaRoles.brightness(),
            Role.optional("ClosedCaptions", CharacteristicTypes.CLOSED_CAPTIONS)
                    .items(CONTACT, DIMMER, NUMBER, STRING, SWITCH)
                    .by(Mappings.enumeration("DISABLED", "ENABLED").also("INACTIVE", "ACTIVE")),
            CURRENT,
            TARGET,
            Role.optional("PictureMode", CharacteristicTypes.PICTURE_MODE)
                    .items(NUMBER, STRING)
                    .by(Mappings.enumeration(
                            "OTHER",
                            "STANDARD",
                            "CALIBRATED",
                            "CALIBRATED_DARK",
                            "VIVID",
                            "GAME",
                            "COMPUTER",
                            "CUSTOM")),
            POWER_MODE);

    private static final Behaviour<?> BEHAVIOUR = new TelevisionBehaviour();

    @Override
    public String name() {
        return "Television";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.TELEVISION;
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
