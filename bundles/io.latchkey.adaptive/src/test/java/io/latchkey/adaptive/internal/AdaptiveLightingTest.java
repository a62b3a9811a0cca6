// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import static io.latchkey.api.model.CharacteristicTypes.BRIGHTNESS;
import static io.latchkey.api.model.CharacteristicTypes.COLOR_TEMPERATURE;
import static io.latchkey.api.model.CharacteristicTypes.HUE;
import static io.latchkey.api.model.CharacteristicTypes.ON;
import static io.latchkey.api.model.CharacteristicTypes.SATURATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.extension.ServiceKey;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Domain;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** A lamp on its way along a curve. */
class AdaptiveLightingTest {
    private final Map<Domain<?>, Object> memory = new HashMap<>();
    private final LightingRig rig = new LightingRig(memory);

    @Test
    void theLampFollowsTheCurveEachMinute() throws Exception {
        rig.begin();
        rig.pass(Duration.ofMillis(1));
        assertEquals(List.of(200L), rig.takeWarmths());
        rig.pass(Duration.ofMinutes(30));
        List<Long> warmths = rig.takeWarmths();
        assertEquals(30, warmths.size());
        assertEquals(250, warmths.get(29));
    }

    @Test
    void itIsAnsweredToTheByte() throws Exception {
        long iid = rig.iid(COLOR_TEMPERATURE);
        String configuration = HubRequests.configuration(iid, HubRequests.curve(rig.iid(BRIGHTNESS)));
        assertEquals(
                HubRequests.item(2, HubRequests.status(iid, "00")), rig.control(HubRequests.update(configuration)));
        assertEquals(HubRequests.item(1, configuration), rig.control(HubRequests.read(iid)));
        rig.pass(Duration.ofSeconds(1));
        assertEquals(HubRequests.status(iid, "e803"), rig.readControl());
        assertEquals("0200", rig.control(HubRequests.off(iid)));
        assertEquals("", rig.control(HubRequests.read(iid)));
        assertEquals("", rig.readControl());
    }

    @Test
    void theCountIsTold() throws Exception {
        rig.begin();
        rig.control(HubRequests.off(rig.iid(COLOR_TEMPERATURE)));
        assertEquals(
                List.of("CharacteristicValueActiveTransitionCount 1", "CharacteristicValueActiveTransitionCount 0"),
                rig.takeEvents());
        rig.pass(Duration.ofHours(1));
        assertEquals(List.of(), rig.takeWarmths());
        assertEquals(0, rig.workers().pending());
    }

    @Test
    void brightnessCountsSoon() throws Exception {
        rig.running();
        rig.set(BRIGHTNESS, Value.of(10L));
        rig.changed(BRIGHTNESS, Value.of(10L));
        rig.pass(Duration.ofMillis(250));
        assertEquals(List.of(240L), rig.takeWarmths());
        rig.set(BRIGHTNESS, Value.of(90L));
        rig.written(BRIGHTNESS);
        rig.written(BRIGHTNESS);
        rig.pass(Duration.ofMillis(250));
        assertEquals(List.of(160L), rig.takeWarmths());
        assertTrue(rig.isRunning());
    }

    @Test
    void whatTheLampCannotShowIsClamped() throws Exception {
        rig.running();
        rig.set(BRIGHTNESS, Value.of(100L));
        rig.changed(BRIGHTNESS, Value.of(100L));
        rig.pass(Duration.ofMillis(250));
        assertEquals(List.of(153L), rig.takeWarmths());
    }

    @Test
    void subscribersHearAtTheThresholdOnly() throws Exception {
        rig.echoing();
        rig.begin();
        rig.pass(Duration.ofMillis(1));
        assertEquals(List.of("CharacteristicValueActiveTransitionCount 1", "ColorTemperature 200"), rig.takeEvents());
        rig.pass(Duration.ofMinutes(9));
        assertEquals(9, rig.takeWarmths().size() - 1);
        assertEquals(List.of(), rig.takeEvents());
        rig.pass(Duration.ofMinutes(2));
        assertEquals(List.of("ColorTemperature 217"), rig.takeEvents());
        assertTrue(rig.isRunning());
    }

    @Test
    void theColourIsToldAtTheThresholdToo() throws Exception {
        rig.begin();
        rig.pass(Duration.ofMillis(1));
        rig.changed(HUE, Value.of(29.0));
        rig.changed(SATURATION, Value.of(10.0));
        assertEquals(List.of("CharacteristicValueActiveTransitionCount 1", "ColorTemperature 200"), rig.takeEvents());
        rig.pass(Duration.ofSeconds(6));
        assertEquals(List.of("Hue 29.0", "Saturation 10.0"), rig.takeEvents());
    }

    @Test
    void theCurveEnds() throws Exception {
        rig.running();
        rig.pass(Duration.ofMinutes(62));
        assertEquals(false, rig.isRunning());
        assertEquals(0, rig.workers().pending());
    }

    @Test
    void nonsenseIsRefusedAndChangesNothing() throws Exception {
        rig.running();
        for (String nonsense : List.of("ff", "0200", HubRequests.off(99), "02050103010163")) {
            ExecutionException refused = assertThrows(ExecutionException.class, () -> rig.control(nonsense));
            assertTrue(refused.getCause().getMessage() != null);
        }
        assertTrue(rig.isRunning());
    }

    @Test
    void nothingIsAddedToWhatCannotFollowACurve() {
        Service plain = Service.of(ServiceTypes.LIGHTBULB)
                .with(Characteristic.of(ON)
                        .value(() -> Value.TRUE)
                        .onWrite(value -> {})
                        .build())
                .build();
        assertEquals(List.of(), rig.lighting().additions(new ServiceKey("test", "Plain", "Lightbulb"), plain));
    }

    @Test
    void lampsWithoutACurveAreNotWatched() throws Exception {
        rig.changed(BRIGHTNESS, Value.of(10L));
        assertEquals(List.of("Brightness 10"), rig.takeEvents());
        rig.running();
        rig.control(HubRequests.off(rig.iid(COLOR_TEMPERATURE)));
        rig.takeEvents();
        rig.changed(COLOR_TEMPERATURE, Value.of(180L));
        assertEquals(List.of("ColorTemperature 180"), rig.takeEvents());
    }
}
