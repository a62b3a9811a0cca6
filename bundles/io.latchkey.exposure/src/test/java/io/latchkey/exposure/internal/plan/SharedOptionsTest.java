// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.exposure.internal.language.Selection;
import io.latchkey.exposure.internal.language.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Some options at a group count for its members too. */
class SharedOptionsTest {

    private static final class Blind implements AccessoryType {
        private static final List<Role> ROLES = List.of(
                Role.required("Position", CharacteristicTypes.TARGET_POSITION)
                        .items(ItemType.ROLLERSHUTTER)
                        .sharing("inverted", "stop")
                        .by(Mappings.position()),
                Role.optional("Blocked", CharacteristicTypes.OBSTRUCTION_DETECTED)
                        .items(ItemType.SWITCH)
                        .by(Mappings.bool()));

        @Override
        public String name() {
            return "Blind";
        }

        @Override
        public ServiceType service() {
            return ServiceTypes.WINDOW_COVERING;
        }

        @Override
        public List<Role> roles() {
            return ROLES;
        }
    }

    private static Map<String, Map<String, Object>> options(Map<String, Object> group, Map<String, Object> member) {
        List<Item> items = List.of(
                Item.of("G", ItemType.GROUP)
                        .metadata("homekit", new Metadata("Blind", group))
                        .build(),
                Item.of("R", ItemType.ROLLERSHUTTER)
                        .groups(Set.of("G"))
                        .metadata("homekit", new Metadata("Blind.Position", member))
                        .build(),
                Item.of("S", ItemType.SWITCH)
                        .groups(Set.of("G"))
                        .metadata("homekit", new Metadata("Blocked", Map.of()))
                        .build());
        return ItemPlans.compose(items, new Vocabulary(List.of(new Blind())), Selection.of(""), PreviousNumbers.NONE)
                .accessories()
                .get(0)
                .services()
                .get(0)
                .sources()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().name(),
                        entry -> ((RoleSource.FromItem) entry.getValue())
                                .context()
                                .options()
                                .options()));
    }

    @Test
    void theyCountForTheRolesThatShareThem() {
        Map<String, Map<String, Object>> seen = options(Map.of("inverted", "false", "primary", "Blind"), Map.of());
        assertEquals(Map.of("inverted", "false"), seen.get("Position"));
        assertEquals(Map.of(), seen.get("Blocked"), "a role that doesn't share them is left alone");
    }

    @Test
    void thoseOfTheItemItselfComeFirst() {
        Map<String, Map<String, Object>> seen =
                options(Map.of("inverted", "false", "stop", true), Map.of("inverted", "true"));
        assertEquals(Map.of("inverted", "true", "stop", true), seen.get("Position"));
    }
}
