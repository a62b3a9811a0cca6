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
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Transitions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lamp on its way along a curve, with a clock of the test's own. */
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
    void aLampThatIsOffIsLeftAloneUntilItIsOn() throws Exception {
        rig.set(ON, Value.FALSE);
        rig.begin();
        rig.pass(Duration.ofMinutes(30));
        assertEquals(List.of(), rig.takeWarmths());
        rig.set(ON, Value.TRUE);
        rig.changed(ON, Value.TRUE);
        rig.pass(Duration.ofMillis(250));
        assertEquals(List.of(250L), rig.takeWarmths());
        assertTrue(rig.isRunning());
    }

    @Test
    void aLampOutOfReachIsTriedAgain() throws Exception {
        rig.running();
        rig.mute(true);
        rig.pass(Duration.ofMinutes(1));
        assertEquals(List.of(), rig.takeWarmths());
        rig.mute(false);
        rig.pass(Duration.ofMinutes(1));
        assertEquals(1, rig.takeWarmths().size());
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
    void theCurveEnds() throws Exception {
        rig.running();
        rig.pass(Duration.ofMinutes(62));
        assertEquals(false, rig.isRunning());
        assertEquals(0, rig.workers().pending());
    }

    @Test
    void itGoesOnAfterARestart() throws Exception {
        rig.running();
        rig.pass(Duration.ofMinutes(5));
        rig.close();
        rig.takeWarmths();
        rig.pass(Duration.ofMinutes(5));
        assertEquals(List.of(), rig.takeWarmths());
        LightingRig next = new LightingRig(memory);
        next.pass(Duration.ofMillis(1));
        assertEquals(List.of(200L), next.takeWarmths());
        assertTrue(next.isRunning());
    }

    @Test
    void whatTheStoreCannotTellIsForgotten() {
        memory.put(Domain.TRANSITIONS, new Transitions(List.of(new Transitions.Running(2, 10, 0, "!"))));
        LightingRig next = new LightingRig(memory);
        assertEquals(false, next.isRunning());
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
    void anAbsentLampIsWaitedFor() throws Exception {
        rig.running();
        rig.leave();
        rig.pass(Duration.ofSeconds(10));
        rig.join();
        rig.pass(Duration.ofMinutes(1));
        assertEquals(1, rig.takeWarmths().size());
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
    void busyThreadsAreToldAndWaitedFor() throws Exception {
        rig.running();
        rig.busy(true);
        rig.written(HUE);
        rig.pass(Duration.ofSeconds(3));
        assertEquals(List.of(), rig.takeEvents());
        rig.busy(false);
        rig.pass(Duration.ofSeconds(2));
        assertEquals(List.of("CharacteristicValueActiveTransitionCount 0"), rig.takeEvents());
    }

    @Test
    void aBrokenStoreKeepsNoLampFromItsCurve() throws Exception {
        rig.broken();
        rig.running();
        rig.pass(Duration.ofMinutes(1));
        assertEquals(1, rig.takeWarmths().size());
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
    void itEndsWithTheLastPairing() throws Exception {
        rig.running();
        rig.lighting().unpaired();
        assertEquals(false, rig.isRunning());
        assertEquals(List.of(), rig.stored());
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

    private static CharacteristicType type(String name) {
        return List.of(COLOR_TEMPERATURE, HUE, SATURATION).stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
