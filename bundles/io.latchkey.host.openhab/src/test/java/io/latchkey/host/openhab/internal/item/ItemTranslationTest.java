// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.item.Option;
import io.latchkey.api.item.StateDescription;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.core.items.GenericItem;
import org.openhab.core.items.GroupItem;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.types.CommandOption;
import org.openhab.core.types.StateOption;

class ItemTranslationTest {

    @Test
    void everythingThatIsKnown() {
        TestItem lamp = (TestItem) TestItem.of("Dimmer", "Lamp", OnOffType.ON);
        lamp.setLabel("Desk Lamp");
        lamp.setCategory("light");
        lamp.addTag("Lightbulb");
        lamp.addGroupName("Study");
        lamp.description = new TestItem.Description(
                BigDecimal.ONE,
                BigDecimal.TEN,
                BigDecimal.ONE,
                "%d %%",
                true,
                List.of(new StateOption("1", "Low"), new StateOption("2", null)));
        lamp.options = List.of(new CommandOption("10", "High"), new CommandOption("1", null));
        Metadata note = new Metadata("Lighting", Map.of("inverted", true));
        assertEquals(
                Item.of("Lamp", ItemType.DIMMER)
                        .label("Desk Lamp")
                        .category("light")
                        .tags(Set.of("Lightbulb"))
                        .groups(Set.of("Study"))
                        .stateDescription(new StateDescription(
                                Optional.of(BigDecimal.ONE),
                                Optional.of(BigDecimal.TEN),
                                Optional.of(BigDecimal.ONE),
                                Optional.of("%d %%"),
                                true,
                                List.of(new Option("1", "Low"), new Option("2", "2"))))
                        .commandOptions(List.of(new Option("10", "High"), new Option("1", "1")))
                        .metadata("homekit", note)
                        .describedLater()
                        .build(),
                read(lamp, Map.of("homekit", note)));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"GROUP", "NUMBER"},
            mode = EnumSource.Mode.EXCLUDE)
    void anItemOfWhichNothingIsKnownHasItsNameForALabel(ItemType type) {
        assertEquals(
                Item.of("Thing", type).describedLater().build(), read(TestItem.of(type.text(), "Thing"), Map.of()));
    }

    @Test
    void whatNobodyAsksForIsntDescribed() {
        TestItem lamp = (TestItem) TestItem.of("Dimmer", "Lamp");
        lamp.options = List.of(new CommandOption("10", "High"));
        assertEquals(List.of(), read(lamp, Map.of()).commandOptions());
        assertEquals(
                1,
                read(lamp, Map.of("homekit", new Metadata("", Map.of())))
                        .commandOptions()
                        .size());
        lamp.addTag("Lightbulb");
        assertEquals(1, read(lamp, Map.of()).commandOptions().size());
    }

    @Test
    void theStateIsNoPartOfIt() {
        assertEquals(
                ItemState.Missing.NULL,
                read(TestItem.of("Switch", "Fan", OnOffType.ON), Map.of()).state());
    }

    @Test
    void aKindThatWeDoNotKnowIsNone() {
        assertEquals(
                Optional.empty(), ItemTranslation.read(TestItem.of("Hologram", "Odd"), Map.of(), Optional.empty()));
    }

    @Test
    void aGroupHasTheTypeTheDimensionAndTheUnitOfItsBaseItem() {
        GroupItem warmth = new GroupItem("Warmth", TestItem.measuring("Temperature", "°F", "Warmth"));
        Item read = read(warmth, Map.of());
        assertEquals(ItemType.GROUP, read.type());
        assertEquals(Optional.of(ItemType.NUMBER), read.groupType());
        assertEquals(Optional.of("Temperature"), read.dimension());
        assertEquals(Optional.of("°F"), read.unit());
        assertEquals(ItemType.NUMBER, read.valueType());
    }

    @Test
    void aGroupWithoutABaseItemHasNoType() {
        assertEquals(Item.of("All", ItemType.GROUP).describedLater().build(), read(new GroupItem("All"), Map.of()));
    }

    @Test
    void aNumberWithADimensionHasTheUnitThatOpenHabKeepsItIn() {
        Item read = ItemTranslation.read(
                        TestItem.measuring("Temperature", "K", "Warm"),
                        Map.of("unit", new Metadata("°C", Map.of())),
                        Optional.of("°F"))
                .orElseThrow();
        assertEquals(Optional.of("K"), read.unit());
        assertEquals(Optional.of("Temperature"), read.dimension());
    }

    @Test
    void aDimensionWithoutAUnitTakesNoDefault() {
        GenericItem odd = TestItem.measuring("Humidity", null, "Odd");
        assertEquals(
                Optional.empty(),
                ItemTranslation.read(odd, Map.of(), Optional.of("°F"))
                        .orElseThrow()
                        .unit());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, -",
                "-, -, °F, °F",
                "-, %.1f °C, °F, °C",
                "-, %.1f°F, -, °F",
                "-, Outside: %.1f °F, -, °F",
                "°F, %.1f °C, -, °F",
                "' ', %.1f °C, -, °C",
            })
    void aPlainNumberHasTheUnitThatSomebodySaid(String note, String pattern, String preset, String unit) {
        GenericItem number = new org.openhab.core.library.items.NumberItem("Warm") {
            @Override
            public org.openhab.core.types.StateDescription getStateDescription(java.util.Locale locale) {
                return new TestItem.Description(null, null, null, pattern, false, List.of());
            }
        };
        number.addTag("Temperature");
        Map<String, Metadata> notes = note == null ? Map.of() : Map.of("unit", new Metadata(note, Map.of()));
        assertEquals(
                Optional.ofNullable(unit),
                ItemTranslation.read(number, notes, Optional.ofNullable(preset))
                        .orElseThrow()
                        .unit());
    }

    @Test
    void onlyNumbersHaveAUnit() {
        assertEquals(
                Optional.empty(),
                ItemTranslation.read(TestItem.of("Dimmer", "Lamp"), Map.of(), Optional.of("°F"))
                        .orElseThrow()
                        .unit());
    }

    private static Item read(GenericItem item, Map<String, Metadata> notes) {
        return ItemTranslation.read(item, notes, Optional.empty()).orElseThrow();
    }
}
