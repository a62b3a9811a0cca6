// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import static io.latchkey.api.accessory.SampleMappings.context;
import static io.latchkey.api.accessory.SampleMappings.metadata;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.item.Option;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which codes a list of names has, and which of them controllers are offered. */
class EnumMappingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | '' | 0 1 2 3",
                "HEAT=on;OFF=off | '' | 0 1",
                "HEAT=on;OFF=off | OFF,COOL | 0 1",
                "'' | OFF,auto | 0 3",
                "'' | boost | 0 1 2 3",
            })
    void controllersAreOfferedWhatTheItemCanDo(String options, String commands, String codes) {
        EnumMapping modes = Mappings.enumeration("OFF", "HEAT", "COOL", "AUTO").trimmed();
        Role role = Role.required("Mode", CharacteristicTypes.TARGET_HEATING_COOLING_STATE)
                .items(ItemType.STRING)
                .by(modes);
        Item item = Item.of("Mode", ItemType.STRING)
                .commandOptions(Stream.of(commands.split(","))
                        .filter(command -> !command.isEmpty())
                        .map(command -> new Option(command, command))
                        .toList())
                .build();
        List<Integer> offered = modes.offered(new MappingContext(role, item, metadata(options)));
        assertEquals(codes, offered.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        assertEquals(
                offered.size() == 4 ? List.of() : offered,
                List.copyOf(modes.constraints(new MappingContext(role, item, metadata(options)))
                        .validValues()));
    }

    /** As openHAB's add-on has it in its lists of words. */
    @ParameterizedTest
    @CsvSource({"NULL, 1", "UNDEF, 0"})
    void whatHasNoStateMeansWhatMetadataSays(ItemState.Missing state, long code) {
        EnumMapping states = Mappings.enumeration("OFF", "ON");
        Metadata options = new Metadata("Mode", Map.of("OFF", List.of("undef", "OFF"), "ON", List.of("NULL", "ON")));
        MappingContext noted = new MappingContext(role(states), string(), options);
        assertEquals(Optional.of(Value.of(code)), states.missing(state, noted));
        assertEquals(Optional.of("ON"), states.toCommand(Value.of(1), noted).map(ItemCommand::text));
        assertEquals(Optional.of("OFF"), states.toCommand(Value.of(0), noted).map(ItemCommand::text));
        MappingContext plain = new MappingContext(role(states), string(), Metadata.NONE);
        assertEquals(Optional.empty(), states.missing(state, plain));
    }

    private static Role role(Mapping mapping) {
        return Role.required("Mode", CharacteristicTypes.ACTIVE)
                .items(ItemType.STRING)
                .by(mapping);
    }

    private static Item string() {
        return Item.of("Mode", ItemType.STRING).build();
    }

    @ParameterizedTest
    @CsvSource({"SWITCH, '', 0 1", "SWITCH, COOL=x, 2", "NUMBER, '', 0 1 2 3", "STRING, '', 0 1 2 3"})
    void nothingIsOfferedThatTheKindOfItemHasNoStateFor(ItemType kind, String options, String codes) {
        EnumMapping modes = Mappings.enumeration("OFF", "HEAT", "COOL", "AUTO").trimmed();
        Role role = Role.required("Mode", CharacteristicTypes.TARGET_HEATING_COOLING_STATE)
                .items(kind)
                .by(modes);
        MappingContext context = new MappingContext(role, Item.of("Mode", kind).build(), metadata(options));
        assertEquals(codes, modes.offered(context).stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                           | 0 1 2 3 4",
                "AWAY=a;DISARMED=d            | 1 3 4",
                "AWAY=a;STAY=s                | 0 1 3 4",
                "DISARMED=d                   | 0 1 2 3 4",
                "TRIGGERED=t;DISARMED=d       | 0 1 2 3 4",
            })
    void someStatesAreAlwaysOffered(String options, String codes) {
        EnumMapping alarm = Mappings.enumeration("STAY", "AWAY", "NIGHT", "DISARMED", "TRIGGERED")
                .trimmed(3, 4);
        Role role = Role.required("Alarm", CharacteristicTypes.SECURITY_SYSTEM_CURRENT_STATE)
                .items(ItemType.STRING)
                .by(alarm);
        Item item = Item.of("Alarm", ItemType.STRING).build();
        List<Integer> offered = alarm.offered(new MappingContext(role, item, metadata(options)));
        assertEquals(codes, offered.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    @Test
    void aCodeStandsForWhatIsntKnown() {
        EnumMapping lock = Mappings.enumeration("OPEN", "LOCKED", "JAMMED", "UNKNOWN");
        Role role = Role.required("Lock", CharacteristicTypes.LOCK_CURRENT_STATE)
                .items(ItemType.STRING)
                .by(lock);
        MappingContext context =
                new MappingContext(role, Item.of("Lock", ItemType.STRING).build(), Metadata.NONE);
        assertEquals(Optional.empty(), lock.unknown(context));
        EnumMapping wary = lock.otherwise(3).onFirst().also("AUF", "ZU", "KLEMMT", "UNKLAR");
        assertEquals(Optional.of(Value.of(3)), wary.unknown(context));
    }

    @Test
    void codesHaveOneName() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Mappings.enumeration("A", "B").with(1, "C"));
    }

    @Test
    void otherNamesAreAsManyAsCodes() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Mappings.enumeration("A", "B").also("C"));
    }
}
