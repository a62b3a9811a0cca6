// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.lighting.internal;

import static io.latchkey.accessories.lighting.internal.LightFixture.options;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a light is told at once, and what waits for more. */
class LightDelayTest {
    private final LightBehaviour behaviour = new LightBehaviour();

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
                "Number | | K     | 4000",
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
}
