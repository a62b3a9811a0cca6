// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.BehaviourTester;
import io.latchkey.api.testing.Conversion;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Filters and slats: what they show, and what they need. */
class FilterAndSlatTest {
    @Test
    void aFilterIsToBeChangedWhenItsLifeIsOver() {
        BehaviourTester.of(new Filter())
                .with("L", "Number", "FilterLifeLevel", "")
                .with("R", "Switch", "FilterResetIndication", "")
                .check(
                        "L NULL | | FilterChangeIndication=0 FilterLifeLevel=0.0",
                        "L 5    | | FilterChangeIndication=0 FilterLifeLevel=5.0",
                        "L 4    | | FilterChangeIndication=1",
                        "write FilterResetIndication=1 | R ON | FilterChangeIndication=1",
                        "L 100  | | FilterChangeIndication=0");
        BehaviourTester.of(new Filter())
                .with("L", "Number", "FilterLifeLevel", "lowThreshold=20")
                .check("L 19 | | FilterChangeIndication=1");
    }

    @Test
    void whatAnItemTellsOfAFilterCounts() {
        BehaviourTester.of(new Filter())
                .with("L", "Number", "FilterLifeLevel", "")
                .with("C", "Switch", "FilterChangeIndication", "")
                .check("L 1 | | FilterChangeIndication=0", "C ON | | FilterChangeIndication=1");
    }

    @Test
    void slatsShowWhatTheyWereTold() {
        BehaviourTester.of(new Slat())
                .with("T", "Dimmer", "TargetTiltAngle", "")
                .with("W", "Switch", "SwingMode", "")
                .check(
                        "T 100                    | | CurrentTiltAngle=90 TargetTiltAngle=90 CurrentSlatState=0 type=0",
                        "W ON                     | | CurrentSlatState=2",
                        "write TargetTiltAngle=-90 SwingMode=0 | W OFF, T 0 |",
                        "W OFF                    | | CurrentSlatState=0");
        BehaviourTester.of(new Slat())
                .with("T", "Number", "TargetTiltAngle", "")
                .with("C", "Number", "CurrentTiltAngle", "")
                .with("S", "String", "CurrentSlatState", "")
                .check(
                        "T 45 | | CurrentTiltAngle=0",
                        "C 30 | | CurrentTiltAngle=30",
                        "S JAMMED | | CurrentSlatState=1");
    }

    @Test
    void metadataTellsHowSlatsLie() {
        Role lie = role(new Slat(), "type");
        assertTrue(lie.items().isEmpty());
        Conversion words = Conversion.of(new Slat(), "CurrentSlatState", "String", null);
        assertEquals(
                Value.of(1),
                lie.mapping()
                        .toValue(new ItemState.Text("vertical"), words.context())
                        .orElseThrow());
    }

    @Test
    void whatIsMissingIsSaid() {
        Filter filter = new Filter();
        assertTrue(filter.lacks(Set.of()).orElseThrow().contains("Filter.FilterLifeLevel"));
        assertFalse(filter.lacks(Set.of(role(filter, "FilterLifeLevel"))).isPresent());
        assertFalse(filter.lacks(Set.of(role(filter, "FilterChangeIndication"))).isPresent());
        Slat slat = new Slat();
        assertTrue(slat.lacks(Set.of(role(slat, "SlatType"))).orElseThrow().contains("Slat.TargetTiltAngle"));
        assertFalse(slat.lacks(Set.of(role(slat, "TargetTiltAngle"))).isPresent());
    }

    @Test
    void aFilterBelongsToThePurifierOfItsGroup() {
        assertEquals(Set.of(new AirPurifier().name()), new Filter().linkedUnder());
    }

    private static Role role(AccessoryType type, String word) {
        return type.roles().stream()
                .filter(role -> role.isCalled(word))
                .findFirst()
                .orElseThrow();
    }
}
