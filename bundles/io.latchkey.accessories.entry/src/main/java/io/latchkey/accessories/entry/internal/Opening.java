// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Mapping;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.Setting;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What doors, windows and shutters share: they are open by some percent, and move there when told. */
abstract class Opening implements AccessoryType {
    static final Role CURRENT = position("CurrentPosition", CharacteristicTypes.CURRENT_POSITION);
    static final Role TARGET = position("TargetPosition", CharacteristicTypes.TARGET_POSITION);
    static final Role STATE = Role.optional("PositionState", CharacteristicTypes.POSITION_STATE)
            .items(ItemType.NUMBER, ItemType.ROLLERSHUTTER, ItemType.STRING)
            .preset(Value.of(2))
            .by(Mappings.enumeration("DECREASING", "INCREASING", "STOPPED").otherwise(2));
    static final Role HOLD = Role.optional("HoldPosition", CharacteristicTypes.HOLD_POSITION)
            .items(ItemType.ROLLERSHUTTER, ItemType.SWITCH)
            .by(new Hold());

    private static final Role OBSTRUCTION = Role.optional("ObstructionStatus", CharacteristicTypes.OBSTRUCTION_DETECTED)
            .items(ItemType.CONTACT, ItemType.DIMMER, ItemType.SWITCH)
            .by(Mappings.bool());
    private static final Behaviour<?> BEHAVIOUR = new OpeningBehaviour();
    private static final List<Setting> SETTINGS = List.of(
            Setting.flag("stop", "sent to the other end while it moves, a shutter stops"),
            Setting.flag("stopSameDirection", "stops it by the command of its way once more, instead of STOP"),
            Setting.flag("sendUpDownForExtents", "sends UP and DOWN for fully open and closed"),
            Setting.number("travelTime", "seconds from one end to the other, where the item doesn't tell its way"));

    private final String name;
    private final ServiceType service;
    private final List<Role> roles;

    /**
     * Something that opens.
     *
     * @param more its roles beside those that all have
     */
    Opening(String name, ServiceType service, List<Role> more) {
        this.name = name;
        this.service = service;
        this.roles = Stream.concat(Stream.of(CURRENT, TARGET, STATE, HOLD, OBSTRUCTION), more.stream())
                .toList();
    }

    private static Role position(String name, CharacteristicType type) {
        Mapping conversion = Mappings.position();
        return Role.required(name, type)
                .items(ItemType.DIMMER, ItemType.NUMBER, ItemType.ROLLERSHUTTER)
                .sharing("inverted", "stop", "stopSameDirection", "sendUpDownForExtents", "travelTime")
                .by(conversion);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final ServiceType service() {
        return service;
    }

    @Override
    public final List<Role> roles() {
        return roles;
    }

    @Override
    public final Optional<Behaviour<?>> behaviour() {
        return Optional.of(BEHAVIOUR);
    }

    @Override
    public final List<Setting> settings() {
        return SETTINGS;
    }
}
