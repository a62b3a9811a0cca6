// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What each kind of equipment is in Home, by the points that it has. */
class EquipmentTest {

    @ParameterizedTest
    @CsvFileSource(resources = "equipment.csv", delimiter = '|', numLinesToSkip = 1)
    void equipmentIs(String tag, String points, String services) {
        SemanticFixture home = new SemanticFixture().group("E", tag);
        int number = 1;
        for (String point : points.split(";")) {
            List<String> words = List.of(point.trim().split(" +", 2));
            home.item("P" + number++, words.get(0), words.size() > 1 ? words.get(1) : "", "E");
        }
        List<String> expected = services == null ? List.of() : List.of("E: " + services);
        assertEquals(expected, home.accessories());
        home.said().forEach((item, said) -> assertFalse(said.contains("FAULT"), item + ": " + said));
    }

    /** Such a group may sum its points up; they play in it all the same. */
    @Test
    void equipmentWithABaseItemIsMadeOfItsPoints() {
        SemanticFixture home = new SemanticFixture()
                .add(Item.of("E", ItemType.GROUP).groupType(ItemType.SWITCH).tags(Set.of("Lightbulb")))
                .item("Level", "Dimmer", "Control Brightness", "E");
        assertEquals(List.of("E: Lighting(OnState=Level,Brightness=Level)"), home.accessories());
    }
}
