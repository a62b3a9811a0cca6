// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static io.latchkey.exposure.internal.ExposureFixture.item;
import static io.latchkey.exposure.internal.ExposureFixture.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.accessories.lighting.internal.Lighting;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What a controller writes becomes commands to items, with the real types and a fake bridge. */
class ItemCommandsTest {
    private final FakeItemRegistry registry =
            new FakeItemRegistry(item("Lamp", "Dimmer", "40", "Lighting,Lighting.Brightness"));
    private final ExposureFixture home = new ExposureFixture(new Lighting()).with("local", registry);

    @Test
    void writesBecomeCommandsThatNameTheController() {
        home.open("", "");
        Map<CharacteristicType, Value> request = new LinkedHashMap<>();
        request.put(CharacteristicTypes.ON, Value.TRUE);
        request.put(CharacteristicTypes.BRIGHTNESS, Value.of(70));
        var answers = home.write("local:Lamp", request);
        assertEquals(List.of("Lamp ON from io.latchkey$phone", "Lamp 70 from io.latchkey$phone"), registry.commands);
        assertEquals(List.of("Lamp ON", "Lamp 70"), home.commanded, "what the history tells");
        answers.forEach(
                answer -> assertEquals(Value.NULL, answer.toCompletableFuture().join()));
    }

    @Test
    void writesOfSeveralRequestsAreMerged() {
        home.open("", "");
        home.write("local:Lamp", Map.of(CharacteristicTypes.BRIGHTNESS, Value.of(30)));
        assertEquals(List.of(), registry.commands, "waits whether there is more to come");
        home.workers.pass(Duration.ofMillis(49));
        assertEquals(List.of(), registry.commands);
        home.workers.pass(Duration.ofMillis(2));
        assertEquals(List.of("Lamp 30 from io.latchkey$phone"), registry.commands);
    }

    @Test
    void aRefusedCommandIsAnsweredSo() {
        home.open("", "");
        registry.refuses = true;
        var answers = home.write("local:Lamp", Map.of(CharacteristicTypes.ON, Value.FALSE));
        CompletionException failed = assertThrows(
                CompletionException.class,
                () -> answers.get(0).toCompletableFuture().join());
        assertTrue(
                failed.getCause().getMessage().contains("Lamp"),
                failed.getCause().getMessage());
    }

    @Test
    void theWritesOfARequestAreOneStep() {
        FakeItemRegistry lamp = new FakeItemRegistry(
                item("C", "Color", "1,2,3", "Lighting,Lighting.Hue,Lighting.Saturation,Lighting.Brightness"));
        ExposureFixture colours = new ExposureFixture(new Lighting()).with("local", lamp);
        colours.open("", "");
        Map<CharacteristicType, Value> request = new LinkedHashMap<>();
        request.put(CharacteristicTypes.HUE, Value.of(200.0));
        request.put(CharacteristicTypes.SATURATION, Value.of(80.0));
        request.put(CharacteristicTypes.ON, Value.TRUE);
        request.put(CharacteristicTypes.BRIGHTNESS, Value.of(55));
        colours.write("local:C", request);
        colours.workers.pass(ExposureFixture.SOON);
        assertEquals(List.of("C 200.0,80.0,55 from io.latchkey$phone"), lamp.commands);
    }

    @Test
    void constantsAreReadOnly() {
        registry.put(item("Air", "Group", "NULL", "Lighting", "Brightness", "55"));
        registry.put(member("Air", "AirSwitch", "Switch", "ON", "OnState"));
        home.open("", "");
        assertEquals("55", home.read("local:Air", CharacteristicTypes.BRIGHTNESS));
        var answers = home.write("local:Air", Map.of(CharacteristicTypes.BRIGHTNESS, Value.of(7)));
        assertTrue(answers.get(0).toCompletableFuture().isCompletedExceptionally());
        assertTrue(home.sink
                .characteristic("local:Air", CharacteristicTypes.BRIGHTNESS)
                .allows(Permission.PAIRED_WRITE));
    }
}
