// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Mapping;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.Setting;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * A garage door: on is open, the reverse with option {@code inverted}. A rollershutter is closed at 100 % only. A switch
 * that works as a push button has option {@code pulse}. Without an item that knows opening and closing, they are shown for
 * {@code travelTime} seconds.
 */
@Component
public final class GarageDoorOpener implements AccessoryType {
    static final long OPEN = 0;
    static final long CLOSED = 1;

    static final Role CURRENT = Role.required("CurrentDoorState", CharacteristicTypes.CURRENT_DOOR_STATE)
            .items(ItemType.CONTACT, ItemType.NUMBER, ItemType.ROLLERSHUTTER, ItemType.STRING, ItemType.SWITCH)
            .preset(Value.of(CLOSED))
            .sharing("travelTime")
            .by(states("OPEN", "CLOSED", "OPENING", "CLOSING", "STOPPED"));
    static final Role TARGET = Role.required("TargetDoorState", CharacteristicTypes.TARGET_DOOR_STATE)
            .items(ItemType.CONTACT, ItemType.NUMBER, ItemType.ROLLERSHUTTER, ItemType.STRING, ItemType.SWITCH)
            .sharing("travelTime", "pulse")
            .by(states("OPEN", "CLOSED"));
    static final Role OBSTRUCTION = Role.optional("ObstructionStatus", CharacteristicTypes.OBSTRUCTION_DETECTED)
            .items(ItemType.CONTACT, ItemType.SWITCH)
            .preset(Value.FALSE)
            .by(Mappings.bool());
    static final Role LOCK_CURRENT =
            Lock.current(Role.optional("LockCurrentState", CharacteristicTypes.LOCK_CURRENT_STATE));
    static final Role LOCK_TARGET =
            Lock.target(Role.optional("LockTargetState", CharacteristicTypes.LOCK_TARGET_STATE));

    private static final List<Role> ROLES = List.of(CURRENT, TARGET, OBSTRUCTION, LOCK_CURRENT, LOCK_TARGET);
    private static final Behaviour<?> BEHAVIOUR = new GarageBehaviour();
    private static final List<Setting> SETTINGS = List.of(
            Setting.number("travelTime", "seconds that the door takes, 15 without it"),
            Setting.flag("pulse", "the item is a push button: it is pushed only when the door shall go elsewhere"));

    private static Mapping states(String... names) {
        return new DoorStateMapping(Mappings.enumeration(names).onFirst().otherwise((int) CLOSED));
    }

    @Override
    public String name() {
        return "GarageDoorOpener";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.GARAGE_DOOR_OPENER;
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
