// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import static io.latchkey.api.model.CharacteristicTypes.HUE;
import static io.latchkey.api.model.CharacteristicTypes.ON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.Value;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Transitions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A curve of a lamp that is off or out of reach, over a restart, and with a store or threads in trouble. */
class AdaptiveLightingTroubleTest {
    private final Map<Domain<?>, Object> memory = new HashMap<>();
    private final LightingRig rig = new LightingRig(memory);

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
    void anAbsentLampIsWaitedFor() throws Exception {
        rig.running();
        rig.leave();
        rig.pass(Duration.ofSeconds(10));
        rig.join();
        rig.pass(Duration.ofMinutes(1));
        assertEquals(1, rig.takeWarmths().size());
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
}
