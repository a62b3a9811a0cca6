// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.item.Option;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each conversion, both ways, and never anything illegal. */
class MappingsTest {
    private static final Map<String, Mapping> MAPPINGS = Map.ofEntries(
            Map.entry("bool", Mappings.bool()),
            Map.entry("below", Mappings.below("lowThreshold", 20)),
            Map.entry("enum", Mappings.enumeration("OFF", "HEAT", "COOL").also("AUS", "WARM", "KALT")),
            Map.entry("percent", Mappings.percent()),
            Map.entry("times", Mappings.percentTimes("homekitMultiplicator")),
            Map.entry("position", Mappings.position()),
            Map.entry("temperature", Mappings.temperature(10, 38)),
            Map.entry("mired", Mappings.mired()),
            Map.entry("lux", Mappings.lux()),
            Map.entry("ppm", Mappings.partsPerMillion()),
            Map.entry("density", Mappings.density()),
            Map.entry("door", Mappings.enumeration("OPEN", "CLOSED").onFirst()),
            Map.entry("key", Mappings.enumeration("REWIND", "FAST_FORWARD").with(15, "INFO")),
            Map.entry("tilt", Mappings.tilt()),
            Map.entry("seconds", Mappings.seconds()),
            Map.entry("text", Mappings.text()));
    private static final Map<String, CharacteristicType> FED = Map.ofEntries(
            Map.entry("bool", CharacteristicTypes.ON),
            Map.entry("below", CharacteristicTypes.STATUS_LOW_BATTERY),
            Map.entry("enum", CharacteristicTypes.TARGET_HEATING_COOLING_STATE),
            Map.entry("percent", CharacteristicTypes.BRIGHTNESS),
            Map.entry("times", CharacteristicTypes.CURRENT_RELATIVE_HUMIDITY),
            Map.entry("position", CharacteristicTypes.TARGET_POSITION),
            Map.entry("temperature", CharacteristicTypes.TARGET_TEMPERATURE),
            Map.entry("mired", CharacteristicTypes.COLOR_TEMPERATURE),
            Map.entry("lux", CharacteristicTypes.CURRENT_AMBIENT_LIGHT_LEVEL),
            Map.entry("ppm", CharacteristicTypes.CARBON_DIOXIDE_LEVEL),
            Map.entry("density", CharacteristicTypes.PM10_DENSITY),
            Map.entry("door", CharacteristicTypes.TARGET_DOOR_STATE),
            Map.entry("key", CharacteristicTypes.REMOTE_KEY),
            Map.entry("tilt", CharacteristicTypes.TARGET_HORIZONTAL_TILT_ANGLE),
            Map.entry("seconds", CharacteristicTypes.SET_DURATION),
            Map.entry("text", CharacteristicTypes.NAME));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bool | SWITCH | ON | | true",
                "bool | SWITCH | ON | inverted=yes | false",
                "bool | CONTACT | OPEN | | true",
                "bool | STRING | opened | | true",
                "bool | STRING | maybe | | ''",
                "bool | ROLLERSHUTTER | 0 | | false",
                "bool | NUMBER | 0.1 | | true",
                "below | NUMBER | 19 | | 1",
                "below | NUMBER | 20 | | 0",
                "below | NUMBER | 30 | lowThreshold=50 | 1",
                "below | NUMBER | 19 | inverted=true | 0",
                "below | CONTACT | OPEN | | 1",
                "enum | NUMBER | 2 | | 2",
                "enum | NUMBER | 2.0 | | 2",
                "enum | NUMBER | 7 | | ''",
                "enum | NUMBER | 7 | COOL=7 | 2",
                "enum | NUMBER | 2 | COOL=7 | ''",
                "enum | STRING | heat | | 1",
                "enum | STRING | WARM | | 1",
                "enum | STRING | Heizen | HEAT=[Heizen,Warm] | 1",
                "enum | STRING | warm | HEAT=[Heizen,Warm] | 1",
                "enum | STRING | HEAT | HEAT=Heizen | ''",
                "enum | SWITCH | ON | | 1",
                "enum | SWITCH | ON | inverted=true | 0",
                "enum | SWITCH | ON | OFF=ON;HEAT=OFF | 0",
                "enum | CONTACT | CLOSED | | 0",
                "enum | DIMMER | 60 | | 1",
                "percent | DIMMER | 33.4 | | 33",
                "percent | NUMBER | 0.5 one | | 50",
                "percent | NUMBER | 400 | | 100",
                "percent | SWITCH | ON | | 100",
                "percent | STRING | 50 | | ''",
                "times | NUMBER | 0.55 | homekitMultiplicator=100 | 55.0",
                "position | ROLLERSHUTTER | 0 | | 100",
                "position | ROLLERSHUTTER | 30 | inverted=false | 30",
                "position | NUMBER | 30 | inverted=true | 70",
                "temperature | NUMBER | 20.04 | | 20.0",
                "temperature | NUMBER | 20.05 °C | | 20.1",
                "temperature | NUMBER | 68 °F | | 20.0",
                "temperature | NUMBER | 293.15 K | | 20.0",
                "temperature | NUMBER | 5 | | 10.0",
                "temperature | NUMBER | 5 | minValue=4 | 5.0",
                "temperature | NUMBER | 22.3 | step=0.5;minValue=10 | 22.5",
                "temperature | SWITCH | ON | | ''",
                "mired | NUMBER | 2000 K | | 400",
                "lux | NUMBER | 0 | | 1.0E-4",
                "lux | NUMBER | 1.5 klx | | 1500.0",
                "ppm | NUMBER | 400000 ppb | | 400.0",
                "density | NUMBER | 0.02 mg/m³ | | 20.0",
                "door | SWITCH | ON | | 0",
                "door | CONTACT | CLOSED | | 1",
                "door | CONTACT | CLOSED | inverted=true | 0",
                "door | ROLLERSHUTTER | 0 | | ''",
                "door | ROLLERSHUTTER | 100 | inverted=true | ''",
                "door | NUMBER | 1 | | 1",
                "key | NUMBER | 15 | | 15",
                "key | STRING | info | | 15",
                "tilt | DIMMER | 0 | | -90",
                "tilt | DIMMER | 50 | | 0",
                "tilt | DIMMER | 33 | | -31",
                "tilt | NUMBER | 45 | | 45",
                "tilt | NUMBER | 400 | | 90",
                "seconds | NUMBER | 5 min | | 300",
                "seconds | NUMBER | 90 | | 90",
                "text | STRING | Hello | | Hello",
            })
    void statesBecomeValues(String mapping, ItemType type, String state, String options, String value) {
        MappingContext context = context(mapping, type, options);
        Optional<Value> shown = shown(mapping, ItemState.parse(type, state).orElseThrow(), context);
        assertEquals(value, shown.map(MappingsTest::text).orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bool | SWITCH | true | | ON",
                "bool | DIMMER | false | | OFF",
                "bool | SWITCH | true | inverted=true | OFF",
                "bool | CONTACT | true | | ''",
                "enum | NUMBER | 2 | | 2",
                "enum | NUMBER | 2 | COOL=[7,8] | 7",
                "enum | STRING | 1 | | HEAT",
                "enum | STRING | 1 | HEAT=Heizen | Heizen",
                "enum | SWITCH | 1 | | ON",
                "enum | SWITCH | 2 | | ''",
                "enum | CONTACT | 1 | | ''",
                "percent | DIMMER | 30 | | 30",
                "percent | NUMBER | 30 | | 30",
                "position | ROLLERSHUTTER | 30 | | 70",
                "position | ROLLERSHUTTER | 30 | inverted=false | 30",
                "temperature | NUMBER | 21.5 | | 21.5",
                "mired | DIMMER | 225 | | 50",
                "door | SWITCH | 0 | | ON",
                "door | SWITCH | 1 | inverted=true | ON",
                "door | ROLLERSHUTTER | 0 | | ''",
                "door | ROLLERSHUTTER | 0 | inverted=true | ''",
                "door | ROLLERSHUTTER | 0 | OPEN=UP | UP",
                "key | STRING | 15 | | INFO",
                "key | STRING | 2 | | ''",
                "tilt | DIMMER | -90 | | 0",
                "tilt | DIMMER | 90 | | 100",
                "tilt | NUMBER | 45 | | 45",
                "text | STRING | Hello | | Hello",
            })
    void valuesBecomeCommands(String mapping, ItemType type, String value, String options, String command) {
        Optional<ItemCommand> told = MAPPINGS.get(mapping).toCommand(value(value), context(mapping, type, options));
        assertEquals(command, told.map(ItemCommand::text).orElse(""));
    }

    @Test
    void temperaturesAreToldInTheUnitOfTheItem() {
        Role role = role("temperature");
        Item item = Item.of("T", ItemType.NUMBER).unit("°F").build();
        MappingContext context = new MappingContext(role, item, Metadata.NONE);
        assertEquals(
                "68.0",
                role.mapping().toCommand(Value.of(20.0), context).orElseThrow().text());
        assertEquals(
                "20.0",
                text(shown("temperature", ItemState.Quantity.of("68"), context).orElseThrow()));
    }

    @Test
    void limitsInTheWrongOrderAreTurned() {
        MappingContext context = context("mired", ItemType.NUMBER, "minValue=6500 K;maxValue=2700 K");
        Constraints limits = MAPPINGS.get("mired").constraints(context);
        assertEquals(154, limits.minimum().orElseThrow().intValue());
        assertEquals(370, limits.maximum().orElseThrow().intValue());
        MappingContext zero = context("mired", ItemType.NUMBER, "minValue=0;maxValue=0 K");
        assertEquals(
                50,
                MAPPINGS.get("mired").constraints(zero).minimum().orElseThrow().intValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "percent | minValue=10;maxValue=90;step=25 | 10.0 | 85.0 | 25.0",
                "percent | minValue=0.5 | 1.0 | 100.0 | 1",
                "percent | minValue=0.2;maxValue=0.8 | 0 | 100 | 1",
                "percent | step=0.5 | 0.0 | 100.0 | 1",
                "percent | step=1000 | 0.0 | 100.0 | 1",
                "percent | minValue=1e30;step=-1 | 0.0 | 100.0 | 1",
                "percent | minValue=90;maxValue=10 | 10.0 | 90.0 | 1",
                "temperature | minValue=0 K | -273.2 | 38.0 | 0.1",
                "temperature | minValue=45 °F;step=0.5 | 7.2 | 37.7 | 0.5",
                "mired | minValue=2700 K;maxValue=6500 K | 154.0 | 370.0 | 1",
            })
    void limitsMakeSense(String mapping, String options, String low, String high, String step) {
        Constraints limits = MAPPINGS.get(mapping).constraints(context(mapping, ItemType.NUMBER, options));
        assertEquals(0, new BigDecimal(low).compareTo(limits.minimum().orElseThrow()), limits.toString());
        assertEquals(0, new BigDecimal(high).compareTo(limits.maximum().orElseThrow()), limits.toString());
        assertEquals(0, new BigDecimal(step).compareTo(limits.step().orElseThrow()), limits.toString());
    }

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

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void nothingIllegalEverComesOut(
            @ForAll("mappings") String mapping,
            @ForAll("states") String text,
            @ForAll("options") Map<String, String> options) {
        ItemType type = mapping.equals("text") ? ItemType.STRING : ItemType.NUMBER;
        MappingContext context =
                new MappingContext(role(mapping), Item.of("It", type).build(), new Metadata("", Map.copyOf(options)));
        ItemState state = ItemState.parse(type, text).orElse(new ItemState.Text(text));
        shown(mapping, state, context)
                .ifPresent(legal -> assertEquals(
                        Optional.of(legal),
                        MAPPINGS.get(mapping)
                                .constraints(context)
                                .accept(FED.get(mapping).format(), legal)));
    }

    @Provide
    Arbitrary<String> mappings() {
        return Arbitraries.of(MAPPINGS.keySet());
    }

    @Provide
    Arbitrary<String> states() {
        Arbitrary<String> numbers = Arbitraries.bigDecimals().map(BigDecimal::toPlainString);
        Arbitrary<String> units = Arbitraries.of("", " K", " °F", " %", " klx", " ppb");
        return Arbitraries.oneOf(
                Arbitraries.strings(), Combinators.combine(numbers, units).as(String::concat));
    }

    @Provide
    Arbitrary<Map<String, String>> options() {
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.doubles().between(-1000, 7000).ofScale(2).map(String::valueOf),
                Arbitraries.of("0 K", "2700 K", "6500 K", "0", "1e30", "x", "0.1", "0.0001"));
        return Arbitraries.maps(
                Arbitraries.of(
                        "minValue", "maxValue", "step", "inverted", "HEAT", "lowThreshold", "homekitMultiplicator"),
                values);
    }

    private static Optional<Value> shown(String mapping, ItemState state, MappingContext context) {
        return MAPPINGS.get(mapping)
                .toValue(state, context)
                .flatMap(value -> MAPPINGS.get(mapping)
                        .constraints(context)
                        .fit(FED.get(mapping).format(), value));
    }

    private static Role role(String mapping) {
        return Role.required("It", FED.get(mapping)).items(ItemType.values()).by(MAPPINGS.get(mapping));
    }

    private static MappingContext context(String mapping, ItemType type, String options) {
        return new MappingContext(role(mapping), Item.of("It", type).build(), metadata(options == null ? "" : options));
    }

    private static Metadata metadata(String options) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String option : options.isEmpty() ? new String[0] : options.split(";")) {
            String value = option.substring(option.indexOf('=') + 1);
            boolean isList = value.startsWith("[");
            all.put(
                    option.substring(0, option.indexOf('=')),
                    isList
                            ? List.of((Object[])
                                    value.substring(1, value.length() - 1).split(","))
                            : value);
        }
        return new Metadata("", all);
    }

    private static Value value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Value.of(text.equals("true"));
        }
        if (text.matches("-?\\d+")) {
            return Value.of(Long.parseLong(text));
        }
        return text.matches("[\\d.]+") ? Value.of(Double.parseDouble(text)) : Value.of(text);
    }

    private static String text(Value value) {
        return value.toString().replaceAll("^\\w+\\[\\w+=|]$", "");
    }
}
