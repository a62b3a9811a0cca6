// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemsTextTest {
    private static final String EXPORT = """
            [
              {"link": "http://example.org/rest/items/Desk", "state": "40", "editable": false,
               "stateDescription": {"minimum": 0, "maximum": 100, "step": 5, "pattern": "%d %%", "readOnly": false,
                 "options": [{"value": "0", "label": "dark"}]},
               "commandDescription": {"commandOptions": [{"command": "100", "label": "bright"}]},
               "metadata": {"homekit": {"value": "Lighting", "editable": true,
                 "config": {"dimmerMode": "filterOn", "minValue": 5, "inverted": true, "instance": 2.0,
                 "STATES": ["a", "b"]}}},
               "type": "Dimmer", "name": "Desk", "label": "Desk Lamp", "category": "light",
               "tags": ["Lightbulb"], "groupNames": ["Study"]},
              {"type": "Number:Temperature", "name": "Warm", "state": "21.5 °C", "unitSymbol": "°C"},
              {"type": "Group", "groupType": "Switch", "function": {"name": "OR"}, "name": "Study", "state": "OFF"}
            ]
            """;

    @Test
    void anExportOfOpenHabIsTakenAsItIs() throws ItemsFormatException {
        ItemsText text = ItemsText.read(EXPORT);
        assertEquals(List.of(), text.problems());
        assertEquals(List.of("Desk", "Warm", "Study"), List.copyOf(text.items().keySet()));
        Item desk = text.items().get("Desk");
        assertEquals(ItemType.DIMMER, desk.type());
        assertEquals("Desk Lamp", desk.label());
        assertEquals("light", desk.category());
        assertEquals(Set.of("Lightbulb"), desk.tags());
        assertEquals(Set.of("Study"), desk.groupNames());
        assertEquals(ItemState.Percent.of(40), desk.state());
        assertEquals(Optional.of(BigDecimal.valueOf(5)), desk.stateDescription().step());
        assertEquals("dark", desk.stateDescription().options().get(0).label());
        assertEquals("100", desk.commandOptions().get(0).value());
        assertEquals("Lighting", desk.metadata().get("homekit").value());
        assertEquals(Optional.of(true), desk.metadata().get("homekit").flag("inverted"));
        assertEquals(List.of("a", "b"), desk.metadata().get("homekit").texts("STATES"));
        assertEquals(Optional.of("2"), desk.metadata().get("homekit").text("instance"));
    }

    @Test
    void dimensionsUnitsAndBaseTypesAreRead() throws ItemsFormatException {
        ItemsText text = ItemsText.read(EXPORT);
        assertEquals(Optional.of("Temperature"), text.items().get("Warm").dimension());
        assertEquals(Optional.of("°C"), text.items().get("Warm").unit());
        assertEquals(ItemType.SWITCH, text.items().get("Study").valueType());
        assertEquals(ItemState.OnOff.OFF, text.items().get("Study").state());
    }

    @Test
    void aBadEntryIsNamedWithItsLineAndTheOthersStay() throws ItemsFormatException {
        ItemsText text = ItemsText.read("""
                [
                  {"type": "Switch", "name": "Good"},
                  {"type": "Swich",
                   "name": "Bad"}, {"name": "NoType"},
                  {"type": "Switch"},
                  "what",
                  {"type": "Switch", "name": "Good"}
                ]
                """);
        assertEquals(Set.of("Good"), text.items().keySet());
        assertEquals(
                List.of(3, 4, 5, 6, 7),
                text.problems().stream().map(ItemProblem::line).toList());
        String first = text.problems().get(0).toString();
        assertTrue(
                first.contains("line 3, item Bad") && first.contains("\"Swich\"") && first.contains("Switch"), first);
        assertTrue(text.problems().get(4).what().contains("taken"), "the second of a name is left out");
    }

    @Test
    void aGroupMeasuresWhatItsBaseTypeDoes() throws ItemsFormatException {
        Item group = ItemsText.read(
                        "[{'type':'Group','groupType':'Number:Temperature','name':'Warmth'}]".replace('\'', '"'))
                .items()
                .get("Warmth");
        assertEquals(Optional.of(ItemType.NUMBER), group.groupType());
        assertEquals(Optional.of("Temperature"), group.dimension());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"Switch\",\"name\":\"A B\"}|no name",
                "{\"type\":\"Switch\",\"name\":[]}|is a text",
                "{\"type\":{},\"name\":\"A\"}|is a text",
                "{\"type\":\"Group\",\"groupType\":\"Lamp\",\"name\":\"A\"}|no type",
                "{\"type\":\"Switch\",\"name\":\"A\",\"metadata\":[]}|object in braces",
                "{\"type\":\"Switch\",\"name\":\"A\",\"metadata\":{\"homekit\":[]}}|object in braces",
                "{\"type\":\"Switch\",\"name\":\"A\",\"metadata\":{\"homekit\":{\"value\":[]}}}|is a text",
                "{\"type\":\"Switch\",\"name\":\"A\",\"metadata\":{\"homekit\":{\"config\":1}}}|object in braces",
                "{\"type\":\"Switch\",\"name\":\"A\",\"tags\":{}}|list in brackets",
                "{\"type\":\"Switch\",\"name\":\"A\",\"groupNames\":[{}]}|list of texts",
            })
    void eachFaultSaysWhatIsWrong(String entry, String why) throws ItemsFormatException {
        ItemsText text = ItemsText.read("[" + entry + "]");
        assertEquals(0, text.items().size());
        assertTrue(
                text.problems().get(0).what().contains(why),
                () -> text.problems().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"label\":{}|\"label\" is a text",
                "\"category\":[]|\"category\" is a text",
                "\"unitSymbol\":{}|\"unitSymbol\" is a text",
                "\"stateDescription\":1|\"stateDescription\" is an object",
                "\"stateDescription\":{\"minimum\":\"x\"}|\"minimum\" is a number",
                "\"stateDescription\":{\"maximum\":1e999999999}|too large",
                "\"stateDescription\":{\"options\":{}}|\"options\" is a list",
                "\"commandDescription\":{\"commandOptions\":[1]}|list of objects",
                "\"metadata\":{\"homekit\":{\"config\":{\"x\":{}}}}|option \"x\" is a text",
                "\"metadata\":{\"homekit\":{\"config\":{\"x\":1e999999999}}}|\"x\" is a number that is too large",
            })
    void aPartThatCantBeReadCostsThatPart(String member, String why) throws ItemsFormatException {
        ItemsText text = ItemsText.read("[{\"type\":\"Number\",\"name\":\"A\",\"state\":\"7\"," + member + "}]");
        assertEquals("7", text.items().get("A").state().text());
        assertTrue(text.isWhole());
        assertEquals(Set.of(), text.withoutState());
        String said = text.problems().get(0).toString();
        assertTrue(
                said.startsWith("line 1, item A: ") && said.contains(why) && said.endsWith("it is passed over"), said);
        assertEquals(Set.of("A"), text.remarks().keySet());
    }

    /** What openHAB's pages keep there has options in options, and nulls. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"widget\":{\"value\":\"oh-card\",\"config\":{\"slots\":{\"default\":[{\"component\":\"x\"}]}}}}",
                "{\"listWidget\":{\"value\":\"\",\"config\":{\"actions\":[{\"a\":1},\"b\",null]}}}",
                "{\"ga\":[\"Light\"],\"alexa\":null,\"synonyms\":\"lamp, light\"}",
                "{\"own\":{\"value\":{\"a\":1},\"config\":[]}}",
                "{\"own\":{\"value\":\"\",\"config\":{\"n\":1e999999999,\"l\":[[[[[[1]]]]]]}}}",
                "{\"homekit\":{\"value\":\"Lighting\",\"config\":{\"inverted\":null,\"ON\":[\"1\",null]}}}",
                "{\"homekit\":null}",
                "{\"homekit\":{\"value\":null,\"config\":null}}",
            })
    void whatOtherNamespacesHoldIsTakenOrPassedOver(String metadata) throws ItemsFormatException {
        ItemsText text =
                ItemsText.read("[{\"type\":\"Switch\",\"name\":\"A\",\"metadata\":" + metadata + ",\"state\":\"ON\"}]");
        assertEquals(List.of(), text.problems());
        assertEquals("ON", text.items().get("A").state().text());
    }

    @Test
    void whatStandsAloneIsAListOfOne() throws ItemsFormatException {
        Item item = ItemsText.read("[{\"type\":\"Switch\",\"name\":\"A\",\"tags\":\"Light\",\"groupNames\":\"G\","
                        + "\"metadata\":{\"homekit\":\"Lighting\"}}]")
                .items()
                .get("A");
        assertEquals(Set.of("Light"), item.tags());
        assertEquals(Set.of("G"), item.groupNames());
        assertEquals("Lighting", item.metadata().get("homekit").value());
    }

    /** As openHAB gives them for {@code /rest/items?tags=Location&recursive=true}. */
    @Test
    void whatOnlyTheMembersOfAGroupNameIsAnItemToo() throws ItemsFormatException {
        ItemsText text = ItemsText.read("""
                [
                  {"type": "Group", "name": "House", "members": [
                     {"type": "Group", "name": "Room", "members": [
                        {"type": "Switch", "name": "Lamp", "state": "ON", "groupNames": ["Room"]},
                        {"type": "Contcat", "name": "Door"}]}]},
                  {"type": "Group", "name": "Room", "label": "Study", "members": [
                     {"type": "Switch", "name": "Lamp", "state": "ON", "groupNames": ["Room"]}]}
                ]
                """);
        assertEquals(Set.of("House", "Room", "Lamp"), text.items().keySet());
        assertEquals("Study", text.items().get("Room").label(), "what stands for itself counts first");
        assertEquals("ON", text.items().get("Lamp").state().text());
        assertEquals(1, text.problems().size(), text.problems().toString());
        assertTrue(text.problems().get(0).toString().startsWith("line 2, item Door"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Lamp\":{\"class\":\"org.openhab.core.items.ManagedItemProvider$PersistedItem\",\"value\":{\"itemType\":\"Switch\"}}}|database",
                "{\"type\":\"Switch\",\"name\":\"Lamp\"}|put [ before it",
            })
    void whatSomebodyMayTakeForAnItemsFileIsToldWhatToDo(String text, String why) {
        String said = assertThrows(ItemsFormatException.class, () -> ItemsText.read(text))
                .getMessage();
        assertTrue(said.contains(why), said);
    }

    @ParameterizedTest
    @CsvSource({"Switch, OPEN", "Dimmer, 101", "Contact, ON"})
    void aBadStateCostsTheStateAlone(String type, String state) throws ItemsFormatException {
        ItemsText text = ItemsText.read(
                "[{\"type\":\"" + type + "\",\"name\":\"A\",\"label\":\"B\",\"state\":\"" + state + "\"}]");
        assertEquals(ItemState.Missing.NULL, text.items().get("A").state());
        assertEquals("B", text.items().get("A").label());
        assertEquals(Set.of("A"), text.withoutState());
        assertEquals(Map.of(), text.unreadable());
        String said = text.problems().get(0).toString();
        assertTrue(said.startsWith("line 1, item A: a " + type + " can't have the state"), said);
    }

    @Test
    void whatCantBeReadIsKnownByItsName() throws ItemsFormatException {
        ItemsText text = ItemsText.read("""
                [
                  {"type": "Swich", "name": "Bad"},
                  {"type": "Switch"},
                  {"type": "Switch", "name": "Good"},
                  {"type": "Swich", "name": "Good"}
                ]
                """);
        assertEquals(Set.of("Bad"), text.unreadable().keySet());
        assertTrue(
                text.unreadable().get("Bad").startsWith("line 2: "),
                text.unreadable().get("Bad"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "{}", "null", "[{]", "[] x", "[{\"a\":1,}]", "nonsense", "[1,", "[{'a':1}]"})
    void whatIsNoListIsRefusedWhole(String text) {
        assertThrows(ItemsFormatException.class, () -> ItemsText.read(text));
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "[".repeat(200_000);
        assertThrows(ItemsFormatException.class, () -> ItemsText.read(deep));
    }

    @Property
    void noTextBreaksTheReader(@ForAll String text) {
        try {
            ItemsText.read(text);
        } catch (ItemsFormatException refused) {
            assertTrue(refused.getMessage().length() > 0);
        }
    }

    @Property
    void everyEntryIsAnItemOrAProblem(@ForAll List<String> names) throws ItemsFormatException {
        StringBuilder file = new StringBuilder("[");
        for (String name : names) {
            file.append(file.length() > 1 ? ",\n" : "")
                    .append("{\"type\":\"Switch\",\"name\":")
                    .append(new com.google.gson.JsonPrimitive(name))
                    .append("}");
        }
        ItemsText text = ItemsText.read(file.append("]").toString());
        assertEquals(names.size(), text.items().size() + text.problems().size());
    }
}
