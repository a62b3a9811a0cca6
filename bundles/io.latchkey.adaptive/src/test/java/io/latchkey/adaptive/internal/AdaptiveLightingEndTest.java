// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import static io.latchkey.api.model.CharacteristicTypes.BRIGHTNESS;
import static io.latchkey.api.model.CharacteristicTypes.COLOR_TEMPERATURE;
import static io.latchkey.api.model.CharacteristicTypes.HUE;
import static io.latchkey.api.model.CharacteristicTypes.ON;
import static io.latchkey.api.model.CharacteristicTypes.SATURATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Domain;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ends a curve before its time, and what does not. */
class AdaptiveLightingEndTest {
    private final Map<Domain<?>, Object> memory = new HashMap<>();
    private final LightingRig rig = new LightingRig(memory);

    @ParameterizedTest
    @ValueSource(strings = {"ColorTemperature", "Hue", "Saturation"})
    void aColourThatAControllerChoosesEndsIt(String type) throws Exception {
        rig.running();
        rig.written(type(type));
        assertEquals(List.of("CharacteristicValueActiveTransitionCount 0"), rig.takeEvents());
        rig.pass(Duration.ofHours(1));
        assertEquals(List.of(), rig.takeWarmths());
        assertEquals(List.of(), rig.stored());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ColorTemperature", "Hue", "Saturation"})
    void aColourThatTheHostChoosesEndsIt(String type) throws Exception {
        rig.running();
        rig.pass(Duration.ofSeconds(2710));
        rig.takeEvents();
        rig.changed(type(type), type.equals("ColorTemperature") ? Value.of(300L) : Value.of(90.0));
        assertEquals(2, rig.takeEvents().size());
        assertEquals(false, rig.isRunning());
    }

    @Test
    void anEchoDoesNotEndIt() throws Exception {
        rig.running();
        rig.changed(COLOR_TEMPERATURE, Value.of(180L));
        rig.changed(HUE, Value.of(300.0));
        rig.pass(Duration.ofSeconds(10));
        rig.changed(COLOR_TEMPERATURE, Value.of(207L));
        rig.changed(HUE, Value.of(15.0));
        rig.changed(SATURATION, Value.of(22.0));
        assertTrue(rig.isRunning());
    }

    @Test
    void onAndBrightnessDoNotEndIt() throws Exception {
        rig.running();
        rig.written(ON);
        rig.written(BRIGHTNESS);
        rig.pass(Duration.ofSeconds(10));
        rig.changed(ON, Value.FALSE);
        rig.changed(BRIGHTNESS, Value.of(3L));
        assertTrue(rig.isRunning());
    }

    @Test
    void itEndsWhereTheLampGoes() throws Exception {
        rig.running();
        rig.remove();
        assertEquals(List.of(), rig.stored());
        rig.pass(Duration.ofHours(1));
        assertEquals(List.of(), rig.takeWarmths());
    }

    @Test
    void itEndsWithTheLastPairing() throws Exception {
        rig.running();
        rig.lighting().unpaired();
        assertEquals(false, rig.isRunning());
        assertEquals(List.of(), rig.stored());
    }

    private static CharacteristicType type(String name) {
        return List.of(COLOR_TEMPERATURE, HUE, SATURATION).stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
