// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.lighting.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Behaviour.Input;
import io.latchkey.api.accessory.Behaviour.Step;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States in, values out; writes in, commands out. */
class LightingTest {
    private final LightBehaviour behaviour = new LightBehaviour();

    /** A light made of one item or several. */
    private static final class Lamp implements Behaviour.Scene {
        private final Map<Role, MappingContext> players = new HashMap<>();
        private final Map<Role, ItemState> states = new HashMap<>();

        Lamp with(String item, ItemType type, String state, Map<String, Object> options, Role... roles) {
            for (Role role : roles) {
                assertTrue(role.items().contains(type), type + " can't play " + role);
                players.put(
                        role, new MappingContext(role, Item.of(item, type).build(), new Metadata("Lighting", options)));
                states.put(role, ItemState.parse(type, state).orElseThrow());
            }
            return this;
        }

        @Override
        public Optional<MappingContext> player(Role role) {
            return Optional.ofNullable(players.get(role));
        }

        @Override
        public ItemState state(Role role) {
            return states.getOrDefault(role, ItemState.Missing.NULL);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OnState          | Switch | ON         |                  | true",
                "OnState          | Switch | OFF        |                  | false",
                "OnState          | Switch | ON         | inverted=true    | false",
                "OnState          | Dimmer | 1          |                  | true",
                "OnState          | Dimmer | 0          |                  | false",
                "OnState          | Color  | 10,20,0    |                  | false",
                "OnState          | Color  | 10,20,5    |                  | true",
                "Brightness       | Dimmer | 42.4       |                  | 42",
                "Brightness       | Color  | 10,20,55   |                  | 55",
                "Hue              | Color  | 359.6,0,0  |                  | 360.0",
                "Saturation       | Color  | 0,33,0     |                  | 33.0",
                "ColorTemperature | Number | 250        |                  | 250",
                "ColorTemperature | Number | 4000 K     |                  | 250",
                "ColorTemperature | Number | 9000 K     | minValue=2700 K;maxValue=6500 K | 154",
                "ColorTemperature | Number | 1000       |                  | 400",
                "ColorTemperature | Number | 0 K        |                  | ''",
                "ColorTemperature | Dimmer | 0          | minValue=150;maxValue=350 | 150",
                "ColorTemperature | Dimmer | 50         | minValue=150;maxValue=350 | 250",
                "ColorTemperature | Dimmer | 0          | minValue=150;maxValue=350;inverted=true | 350",
                "ColorTemperature | Dimmer | 100        | minValue=350;maxValue=150 | 350",
            })
    void statesAreShown(String roleName, String type, String state, String options, String shown) {
        Role role = role(roleName);
        ItemType kind = ItemType.of(type).orElseThrow();
        MappingContext context =
                new MappingContext(role, Item.of("Lamp", kind).build(), new Metadata("", options(options)));
        Optional<Value> value = role.mapping()
                .toValue(ItemState.parse(kind, state).orElseThrow(), context)
                .flatMap(told ->
                        role.mapping().constraints(context).fit(role.type().format(), told));
        assertEquals(shown, value.map(LightingTest::text).orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // mode                       | light | on    | brightness | commands
                "normal                       | 0     | true  | 60         | ON 60",
                "normal                       | 0     | true  | 100        | ON 100",
                "normal                       | 0     | true  |            | ON",
                "normal                       | 50    | false |            | OFF",
                "normal                       | 50    | false | 0          | OFF",
                "normal                       | 50    |       | 20         | 20",
                "filterOn                     | 0     | true  | 60         | 60",
                "filterOn                     | 0     | true  | 100        | 100",
                "filterOn                     | 0     | true  |            | ''",
                "filterOn                     | 50    | false |            | OFF",
                "filterBrightness100          | 0     | true  | 100        | ON",
                "filterBrightness100          | 0     | true  | 60         | ON 60",
                "filterBrightness100          | 50    |       | 100        | 100",
                "filterOnExceptBrightness100  | 0     | true  | 100        | ON",
                "filterOnExceptBrightness100  | 0     | true  | 60         | 60",
                "filterOnExceptBrightness100  | 0     | true  |            | ON",
                "filterOnExceptBrightness100  | 50    | true  | 100        | 100",
                "filterOnExceptBrightness100  | 50    | true  |            | ''",
                "nonsense                     | 0     | true  | 60         | ON 60",
            })
    void dimmersAreToldAsTheirModeSays(String mode, String light, Boolean on, Integer brightness, String commands) {
        Lamp lamp = new Lamp()
                .with("D", ItemType.DIMMER, light, Map.of("dimmerMode", mode), Lighting.ON, Lighting.BRIGHTNESS);
        Map<Role, Value> written = new HashMap<>();
        Optional.ofNullable(on).ifPresent(value -> written.put(Lighting.ON, Value.of(value)));
        Optional.ofNullable(brightness).ifPresent(value -> written.put(Lighting.BRIGHTNESS, Value.of(value)));
        assertEquals(commands, sent(lamp, written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // colour     | written                    | commands
                "'10,20,50'   | hue=300;saturation=90      | '300.0,90.0,50'",
                "'10,20,50'   | hue=300                    | '300.0,20,50'",
                "'10,20,50'   | saturation=90              | '10,90.0,50'",
                "'10,20,50'   | hue=300;brightness=80      | '300.0,20,80'",
                "'10,20,50'   | hue=300;brightness=250     | '300.0,20,100'",
                "'10,20,50'   | on=true;hue=300;saturation=90;brightness=80 | '300.0,90.0,80'",
                "'10,20,0'    | on=true;hue=300            | '300.0,20,100'",
                "'10,20,0'    | hue=300                    | '300.0,20,0'",
                "NULL         | hue=300;saturation=90      | '300.0,90.0,100'",
                "'10,20,50'   | on=false;hue=300           | OFF",
                "'10,20,50'   | brightness=80              | 80",
            })
    void coloursAreOneCommand(String state, String written, String commands) {
        Lamp lamp = new Lamp()
                .with(
                        "C",
                        ItemType.COLOR,
                        state,
                        Map.of(),
                        Lighting.ON,
                        Lighting.BRIGHTNESS,
                        Lighting.HUE,
                        Lighting.SATURATION);
        assertEquals(commands, sent(lamp, values(written)));
    }

    @Test
    void itemsOfTheirOwnAreToldEach() {
        Lamp lamp = new Lamp()
                .with("S", ItemType.SWITCH, "OFF", Map.of(), Lighting.ON)
                .with("D", ItemType.DIMMER, "30", Map.of(), Lighting.BRIGHTNESS)
                .with("C", ItemType.COLOR, "1,2,3", Map.of(), Lighting.HUE, Lighting.SATURATION);
        assertEquals("ON 200.0,2,3 40", sent(lamp, values("on=true;hue=200;brightness=40")));
    }

    @Test
    void aSimpleSwitchDoesntWait() {
        Lamp lamp = new Lamp().with("S", ItemType.SWITCH, "OFF", Map.of("inverted", "true"), Lighting.ON);
        Step<LightBehaviour.State> step =
                behaviour.step(behaviour.initial(), new Input.Written(values("on=true")), lamp);
        assertEquals("OFF", text(step));
        assertEquals(Map.of(), step.state().pending());
    }

    @Test
    void withoutADelayNothingWaits() {
        Lamp lamp = new Lamp()
                .with("C", ItemType.COLOR, "10,20,50", Map.of("commandDelay", "0"), Lighting.HUE, Lighting.SATURATION);
        Step<LightBehaviour.State> step =
                behaviour.step(behaviour.initial(), new Input.Written(values("hue=300")), lamp);
        assertEquals("300.0,20,50", text(step));
        assertEquals(Map.of(), step.state().pending());
    }

    @Test
    void whatComesApartIsMerged() {
        Lamp lamp = new Lamp()
                .with(
                        "C",
                        ItemType.COLOR,
                        "10,20,50",
                        Map.of("commandDelay", "80"),
                        Lighting.ON,
                        Lighting.BRIGHTNESS,
                        Lighting.HUE,
                        Lighting.SATURATION);
        Step<LightBehaviour.State> first =
                behaviour.step(behaviour.initial(), new Input.Written(values("hue=300")), lamp);
        assertEquals("", text(first));
        assertEquals(Optional.of(Duration.ofMillis(80)), first.wakeUp());
        Step<LightBehaviour.State> between =
                behaviour.step(first.state(), new Input.Updated(List.of(Lighting.ON), ItemState.OnOff.ON), lamp);
        Step<LightBehaviour.State> second =
                behaviour.step(between.state(), new Input.Written(values("saturation=90")), lamp);
        assertEquals("300.0,90.0,50", text(second));
        assertEquals("", text(behaviour.step(second.state(), new Input.Elapsed(), lamp)), "nothing is sent twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Number | | ''    | 250",
                "Number | | K     | 4000 K",
                "Dimmer | minValue=150;maxValue=350 | '' | 50",
                "Dimmer | minValue=150;maxValue=350;inverted=true | '' | 50",
                "Dimmer | minValue=250;maxValue=250 | '' | ''",
            })
    void warmthIsToldAtOnce(String type, String options, String unit, String command) {
        ItemType kind = ItemType.of(type).orElseThrow();
        Item.Builder item = Item.of("W", kind);
        Lamp lamp = new Lamp().with("S", ItemType.SWITCH, "OFF", Map.of(), Lighting.ON);
        lamp.players.put(
                Lighting.COLOR_TEMPERATURE,
                new MappingContext(
                        Lighting.COLOR_TEMPERATURE,
                        (unit.isEmpty() ? item : item.unit(unit)).build(),
                        new Metadata("", options(options))));
        Step<LightBehaviour.State> step = behaviour.step(
                behaviour.initial(), new Input.Written(Map.of(Lighting.COLOR_TEMPERATURE, Value.of(250))), lamp);
        assertEquals(command, text(step));
        assertEquals(Optional.empty(), step.wakeUp());
    }

    @Test
    void whatWasWrittenIsShownUntilTheItemSaysSomething() {
        Lamp lamp = new Lamp()
                .with("D", ItemType.DIMMER, "10", Map.of(), Lighting.ON, Lighting.BRIGHTNESS)
                .with("T", ItemType.NUMBER, "200", Map.of(), Lighting.COLOR_TEMPERATURE);
        Map<Role, Value> level = values("brightness=80");
        Step<LightBehaviour.State> written = behaviour.step(behaviour.initial(), new Input.Written(level), lamp);
        assertEquals(level, written.values());
        Step<LightBehaviour.State> early = behaviour.step(
                written.state(), new Input.Updated(List.of(Lighting.BRIGHTNESS), ItemState.OnOff.ON), lamp);
        assertEquals(level, early.values(), "not sent yet");
        Step<LightBehaviour.State> sent = behaviour.step(early.state(), new Input.Elapsed(), lamp);
        assertEquals("80", text(sent));
        assertEquals(level, sent.values());
        Step<LightBehaviour.State> other = behaviour.step(
                sent.state(), new Input.Updated(List.of(Lighting.COLOR_TEMPERATURE), ItemState.OnOff.ON), lamp);
        assertEquals(level, other.values());
        assertEquals(
                Map.of(),
                behaviour
                        .step(
                                other.state(),
                                new Input.Updated(List.of(Lighting.ON, Lighting.BRIGHTNESS), ItemState.OnOff.ON),
                                lamp)
                        .values());
        assertEquals(
                Map.of(),
                behaviour.step(other.state(), new Input.Elapsed(), lamp).values(),
                "it keeps silent");
    }

    private String sent(Lamp lamp, Map<Role, Value> written) {
        Step<LightBehaviour.State> step = behaviour.step(behaviour.initial(), new Input.Written(written), lamp);
        return step.state().pending().isEmpty()
                ? text(step)
                : text(behaviour.step(step.state(), new Input.Elapsed(), lamp));
    }

    private static String text(Step<LightBehaviour.State> step) {
        return String.join(
                " ", step.commands().stream().map(each -> each.command().text()).toList());
    }

    private static String text(Value value) {
        return value.toString().replaceAll("^\\w+\\[\\w+=|]$", "");
    }

    private static Role role(String name) {
        return new Lighting()
                .roles().stream()
                        .filter(role -> role.isCalled(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static Map<String, Object> options(String text) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String option : text == null ? new String[0] : text.split(";")) {
            all.put(option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
        }
        return all;
    }

    private static Map<Role, Value> values(String text) {
        Map<Role, Value> all = new HashMap<>();
        options(text).forEach((name, value) -> {
            switch (name) {
                case "on" -> all.put(Lighting.ON, Value.of(value.equals("true")));
                case "brightness" -> all.put(Lighting.BRIGHTNESS, Value.of(Long.parseLong((String) value)));
                case "hue" -> all.put(Lighting.HUE, Value.of(Double.parseDouble((String) value)));
                default -> all.put(Lighting.SATURATION, Value.of(Double.parseDouble((String) value)));
            }
        });
        return all;
    }
}
