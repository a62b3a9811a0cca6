// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.controls.internal;

import io.latchkey.api.accessory.EnumMapping;
import io.latchkey.api.accessory.Mapping;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.Setting;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a button was pressed: each state that an item gets is a press, also the same twice. A switch or contact is pressed
 * once by {@code ON} or {@code OPEN}; letting it go is no press unless metadata names one for it. Home offers the presses
 * that the item can tell. Stateless.
 */
record Press() implements Mapping {
    private static final List<String> NAMES = List.of("SINGLE_PRESS", "DOUBLE_PRESS", "LONG_PRESS");
    private static final EnumMapping PRESSES =
            Mappings.enumeration(NAMES.toArray(String[]::new)).onFirst().trimmed();

    /** The role of how it was pressed. */
    static Role role() {
        return Role.required("ProgrammableSwitchEvent", CharacteristicTypes.PROGRAMMABLE_SWITCH_EVENT)
                .items(ItemType.CONTACT, ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
                .by(new Press());
    }

    @Override
    public Optional<Value> toValue(ItemState state, MappingContext context) {
        List<Integer> offered = offered(context);
        return PRESSES.toValue(state, context)
                .filter(value -> value instanceof Value.Whole code && offered.contains((int) code.number()));
    }

    @Override
    public Constraints constraints(MappingContext context) {
        Constraints usual = context.role().type().constraints();
        List<Integer> offered = offered(context);
        return offered.size() == NAMES.size() ? usual : usual.validValues(offered);
    }

    @Override
    public List<Setting> settings() {
        return PRESSES.settings();
    }

    private static List<Integer> offered(MappingContext context) {
        boolean isTwoStates = context.itemType() == ItemType.SWITCH || context.itemType() == ItemType.CONTACT;
        return isTwoStates
                ? IntStream.range(0, NAMES.size())
                        .filter(code -> code == 0
                                || !context.options().texts(NAMES.get(code)).isEmpty())
                        .boxed()
                        .toList()
                : PRESSES.offered(context);
    }
}
