// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import static io.latchkey.api.accessory.SampleMappings.MAPPINGS;
import static io.latchkey.api.accessory.SampleMappings.context;
import static io.latchkey.api.accessory.SampleMappings.role;
import static io.latchkey.api.accessory.SampleMappings.shown;
import static io.latchkey.api.accessory.SampleMappings.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each conversion, both ways. */
class MappingsTest {
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
        assertEquals(value, shown.map(SampleMappings::text).orElse(""));
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

    private static Value value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Value.of(text.equals("true"));
        }
        if (text.matches("-?\\d+")) {
            return Value.of(Long.parseLong(text));
        }
        return text.matches("[\\d.]+") ? Value.of(Double.parseDouble(text)) : Value.of(text);
    }
}
