// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Option;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an openHAB 5.3 gave for items of our own, in the measurement system of the United States: each type, each dimension
 * and each shape of metadata, as they are.
 */
class ItemsExportTest {
    private final ItemsText export = read("export-5.3.json");

    private static ItemsText read(String file) {
        try (InputStream in = ItemsExportTest.class.getResourceAsStream(file)) {
            return ItemsText.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | ItemsFormatException e) {
            throw new AssertionError(file, e);
        }
    }

    private Item item(String name) {
        return Optional.ofNullable(export.items().get(name)).orElseThrow();
    }

    @Test
    void nothingIsLost() {
        assertEquals(List.of(), export.problems());
        assertEquals(77, export.items().size());
        Set<ItemType> types = export.items().values().stream().map(Item::type).collect(Collectors.toSet());
        assertEquals(new HashSet<>(Arrays.asList(ItemType.values())), types);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Any_Call | +4930123,+4989456",
                "Any_Color | 120.5,33.333333333333333333,50",
                "Any_Contact | OPEN",
                "Any_DateTime | 2026-11-30T06:15:00.123456789Z",
                "Whole_Second | 2026-11-30T06:15:00Z",
                "Any_Dimmer | 33",
                "Any_Image | UNDEF",
                "Any_Location | 48.137154,11.576124,519",
                "Any_Number | -12.5",
                "Any_Player | FASTFORWARD",
                "Any_Rollershutter | 100",
                "Any_Switch | ON",
                "Unset | NULL",
                "Gone | UNDEF",
                "Empty | ''",
                "Mean_Temperature | 69.26666666666666666666666666666661 °F",
                "Mean_Level | 0.333333333333333333333333333333333300",
                "Measured_Energy | 123456789.123456 kWh",
                "Measured_VolumetricFlowRate | 22.01433769651236794832499346743021 gal/min",
                "Measured_Dimensionless | 1.5",
                "Dust | 0.0000000125 kg/m³",
                "Battery | 87 %",
                "Kelvin | 2700 K",
            })
    void eachStateIsRead(String name, String state) {
        assertEquals(state, item(name).state().text());
    }

    @Test
    void aTextIsWholeHoweverLong() {
        String text = item("Any_String").state().text();
        assertTrue(text.startsWith("line one\nline \"two\" ☃ xxx"), text);
        assertEquals(122, text.length());
    }

    @Test
    void eachDimensionHasItsUnit() {
        List<Item> measured = export.items().values().stream()
                .filter(item -> item.name().startsWith("Measured_"))
                .toList();
        assertEquals(41, measured.size());
        for (Item item : measured) {
            assertEquals(Optional.of(item.name().substring("Measured_".length())), item.dimension());
            ItemState.Quantity state = (ItemState.Quantity) item.state();
            assertTrue(
                    state.unit().equals(item.unit()) || item.unit().equals(Optional.of("one")),
                    item.name() + " " + state.text() + " " + item.unit());
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Porch_Temperature, °F",
                "Attic_Temperature, °F",
                "Kelvin, K",
                "Battery, %",
                "Dust, kg/m³",
                "Mean_Temperature, °F",
                "Any_Number, -",
                "Mean_Level, -",
            })
    void aNumberHasTheUnitThatOpenHabCountsItIn(String name, String unit) {
        assertEquals(Optional.ofNullable(unit), item(name).unit());
    }

    @Test
    void descriptionsAreRead() {
        Item porch = item("Porch_Temperature");
        assertEquals(
                Optional.of(BigDecimal.valueOf(-40)), porch.stateDescription().minimum());
        assertEquals(
                Optional.of(BigDecimal.valueOf(140)), porch.stateDescription().maximum());
        assertEquals(
                Optional.of(new BigDecimal("0.5")), porch.stateDescription().step());
        assertTrue(porch.stateDescription().readOnly());
        Item mode = item("Mode");
        assertEquals(
                List.of(new Option("off", "Off"), new Option("heat", "Heat up"), new Option("auto", "By itself")),
                mode.stateDescription().options());
        assertEquals(List.of(new Option("off", "Off"), new Option("heat", "Heat up")), mode.commandOptions());
    }

    @Test
    void metadataOfEachNamespaceIsRead() {
        Item desk = item("Desk");
        assertEquals("Desk “Lamp” ☀", desk.label());
        assertEquals(
                Set.of("homekit", "listWidget", "ga", "synonyms", "autoupdate", "widgetOrder", "semantics"),
                desk.metadata().keySet());
        assertEquals(
                "Equipment_LightSource_Lightbulb",
                desk.metadata().get("semantics").value());
        assertEquals(
                Map.of(
                        "minValue",
                        new BigDecimal("5.5"),
                        "instance",
                        new BigDecimal("2"),
                        "dimmerMode",
                        "filterOn",
                        "inverted",
                        true,
                        "commandDelay",
                        "50",
                        "levels",
                        List.of(new BigDecimal("1"), new BigDecimal("2.5"), true),
                        "ON",
                        List.of("a", "b")),
                desk.metadata().get("homekit").options());
        assertEquals(
                Set.of("scale", "label", "max"),
                desk.metadata().get("listWidget").options().keySet());
        assertEquals(
                List.of(List.of(BigDecimal.ONE, BigDecimal.valueOf(2)), List.of("x")),
                item("Any_Color").metadata().get("homekit").options().get("nested"));
    }

    @Test
    void groupsHaveTheirBase() {
        assertEquals(ItemType.NUMBER, item("Mean_Temperature").valueType());
        assertEquals(Optional.of("Temperature"), item("Mean_Temperature").dimension());
        assertEquals(ItemType.CONTACT, item("Any_Open").valueType());
        assertEquals(ItemType.GROUP, item("All_Kinds").valueType());
        assertEquals(Set.of("Mean_Level"), item("Level_0").groupNames());
    }

    /** Two groups with all below them, as for one room. */
    @Test
    void theMembersOfAnExportOfGroupsAreItems() {
        ItemsText groups = read("export-5.3-recursive.json");
        assertEquals(List.of(), groups.problems());
        assertEquals(17, groups.items().size());
        for (Item item : groups.items().values()) {
            assertEquals(item(item.name()), item);
        }
    }
}
