// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void holdsAllThatAppleDefines() {
        assertEquals(265, Catalogue.characteristics().size());
        assertEquals(77, Catalogue.services().size());
    }

    @Test
    void aRowIsReadWhole() {
        CharacteristicType temperature = CharacteristicTypes.CURRENT_TEMPERATURE;
        assertEquals("11", temperature.uuid().text());
        assertEquals(Format.FLOAT, temperature.format());
        assertEquals(Optional.of(Unit.CELSIUS), temperature.unit());
        assertEquals(Set.of(Permission.PAIRED_READ, Permission.EVENTS), temperature.permissions());
        assertEquals(Constraints.NONE.range(-270, 100).step(0.1), temperature.constraints());
        assertEquals(Optional.of(temperature), Catalogue.characteristic(new HapUuid("11")));
    }

    @Test
    void aLightbulbMustBeSwitchedAndMayHaveAColour() {
        assertEquals(java.util.List.of(CharacteristicTypes.ON), ServiceTypes.LIGHTBULB.required());
        assertTrue(ServiceTypes.LIGHTBULB.optional().contains(CharacteristicTypes.HUE));
    }

    @Test
    void pressesTravelOneByOne() {
        assertEquals(EventUrgency.EACH, CharacteristicTypes.PROGRAMMABLE_SWITCH_EVENT.urgency());
        assertTrue(CharacteristicTypes.PROGRAMMABLE_SWITCH_EVENT.is(CharacteristicType.Trait.NULL_ON_READ));
        assertEquals(EventUrgency.PROMPT, CharacteristicTypes.MOTION_DETECTED.urgency());
        assertEquals(EventUrgency.COALESCED, CharacteristicTypes.CURRENT_TEMPERATURE.urgency());
    }

    @Test
    void everyRowStaysWithinItsFormat() {
        for (CharacteristicType type : Catalogue.characteristics()) {
            type.constraints()
                    .minimum()
                    .ifPresent(low -> assertTrue(type.format().isNumeric(), type::name));
            for (int number : type.validValues().values()) {
                assertTrue(
                        type.constraints()
                                .accept(type.format(), Value.of(number))
                                .isPresent(),
                        () -> type + " does not take its own " + number);
            }
        }
    }

    @Test
    void whatAppleDoesNotDefineIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Catalogue.characteristic("Colour"));
        assertThrows(IllegalArgumentException.class, () -> Catalogue.service("Lamp"));
    }
}
