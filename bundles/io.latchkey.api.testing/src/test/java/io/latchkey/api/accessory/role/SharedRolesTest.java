// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Roles that types share: one meaning of a word, but never one object in two types. */
class SharedRolesTest {
    private static final List<Supplier<Role>> ALL = List.of(
            ConditionRoles::working,
            ConditionRoles::fault,
            ConditionRoles::tampered,
            ConditionRoles::lowBattery,
            ConditionRoles::requiredLowBattery,
            SwitchRoles::on,
            ApplianceRoles::lockControl,
            ApplianceRoles::swingMode,
            ClimateRoles::currentTemperature,
            ClimateRoles::relativeHumidity,
            MediaRoles::volume,
            MediaRoles::mute,
            MediaRoles::brightness);

    @Test
    void eachTypeHasARoleOfItsOwn() {
        for (Supplier<Role> role : ALL) {
            assertNotSame(role.get(), role.get());
            assertEquals(role.get().name(), role.get().name());
        }
    }

    @Test
    void bothWordsMeanTheActiveRole() {
        for (Role.Builder begun : List.of(SwitchRoles.active(), SwitchRoles.activeStatus())) {
            Role role = begun.items(ItemType.SWITCH).by(Mappings.bool());
            assertTrue(role.isCalled("Active"));
            assertTrue(role.isCalled("ActiveStatus"));
            assertTrue(role.isRequired());
        }
    }

    @Test
    void aBatteryIsLowBelowItsThreshold() {
        assertEquals(Optional.of(Value.of(1)), low("15", Map.of()));
        assertEquals(Optional.of(Value.of(0)), low("25", Map.of()));
        assertEquals(Optional.of(Value.of(1)), low("25", Map.of("lowThreshold", "30")));
    }

    private static Optional<Value> low(String state, Map<String, Object> options) {
        Role role = ConditionRoles.lowBattery();
        Item item = Item.of("Battery", ItemType.NUMBER).build();
        MappingContext context = new MappingContext(role, item, new Metadata("", options));
        return role.mapping()
                .toValue(ItemState.parse(ItemType.NUMBER, state).orElseThrow(), context)
                .flatMap(value -> role.type().constraints().fit(role.type().format(), value));
    }
}
