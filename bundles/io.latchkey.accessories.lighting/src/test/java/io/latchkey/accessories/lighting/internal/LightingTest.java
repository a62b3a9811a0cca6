// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.lighting.internal;

import static io.latchkey.accessories.lighting.internal.LightFixture.options;
import static io.latchkey.accessories.lighting.internal.LightFixture.role;
import static io.latchkey.accessories.lighting.internal.LightFixture.text;
import static io.latchkey.accessories.lighting.internal.LightFixture.values;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.accessories.lighting.internal.LightFixture.Lamp;
import io.latchkey.api.accessory.Behaviour.Input;
import io.latchkey.api.accessory.Behaviour.Step;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States in, values out; writes in, commands out. */
class LightingTest {
    private final LightBehaviour behaviour = new LightBehaviour();

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
        assertEquals(shown, value.map(LightFixture::text).orElse(""));
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

    private String sent(Lamp lamp, Map<Role, Value> written) {
        Step<LightBehaviour.State> step = behaviour.step(behaviour.initial(), new Input.Written(written), lamp);
        return step.state().pending().isEmpty()
                ? text(step)
                : text(behaviour.step(step.state(), new Input.Elapsed(), lamp));
    }
}
