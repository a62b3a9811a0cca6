// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.AccessoryPlace;
import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.bridge.Severity;
import io.latchkey.api.provider.Absence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each fault of a home is brought about, and is the one that is named. */
class HomeExaminationTest {
    private final FixedRuntime runtime = new FixedRuntime();
    private final ExaminedBridge home = runtime.bridge("home", State.READY, 1, 2);

    private Diagnosis only(ExaminedBridge bridge) {
        List<Diagnosis> seen = new HomeExamination(runtime)
                .examine(List.of(bridge))
                .toCompletableFuture()
                .join();
        assertEquals(1, seen.size(), seen::toString);
        return seen.get(0);
    }

    @Test
    void homeWithOneTelevisionIsRight() {
        runtime.shows("Lamp", "Lightbulb");
        runtime.shows("Big screen", "Television");
        assertEquals("home-whole", only(home).code());
        assertEquals(Severity.RIGHT, only(home).severity());
    }

    @Test
    void secondTelevisionIsNamed() {
        runtime.shows("Big screen", "Television");
        runtime.shows("Small screen", "Television");
        assertEquals("televisions", only(home).code());
        assertTrue(only(home).seen().contains("Big screen, Small screen"));
    }

    @Test
    void cameraBehindABridgeIsNamed() {
        runtime.shows("Door camera", "CameraRTPStreamManagement");
        assertEquals("camera-behind-bridge", only(home).code());
    }

    @Test
    void whatStandsAloneIsNamedUntilSomebodyIsPairedWithIt() {
        runtime.shows("Door camera", "CameraRTPStreamManagement");
        Diagnosis named = only(runtime.alone("home-Door", 0));
        assertEquals("standalone-unpaired", named.code());
        assertTrue(named.cure().contains("latchkey:qr home-Door"), named::cure);
        assertEquals("home-whole", only(runtime.alone("home-Gate", 1)).code());
    }

    @Test
    void absentAccessoryIsNamedWithSinceAndWhy() {
        runtime.shows("Lamp", "Lightbulb");
        runtime.absent.add(new AbsentAccessory(
                "home",
                "items",
                "lamp",
                "Lamp",
                Optional.empty(),
                new Absence(Absence.Cause.MISSING, "item Desk_Lamp isn't there"),
                Instant.EPOCH,
                List.of(),
                Optional.empty(),
                Optional.empty()));
        Diagnosis named = only(home);
        assertEquals("accessory-absent", named.code());
        assertTrue(named.seen().contains("Lamp (since 19"), named::seen);
        assertTrue(named.seen().contains("item Desk_Lamp isn't there"), named::seen);
    }

    @Test
    void accessoryWithoutAPlaceIsNamedWithItsObstacle() {
        runtime.places.add(
                new AccessoryPlace("items", "lamp", Optional.empty(), Optional.of("all ten bridges are full")));
        assertEquals("accessory-left-out", only(home).code());
        assertTrue(only(home).seen().contains("all ten bridges are full"));
    }

    @Test
    void fullBridgeWhoseFurtherOneNobodyPairedIsNamed() {
        ExaminedBridge further = runtime.bridge("home-2", State.READY, 0, 3);
        runtime.shows("Lamp", "Lightbulb");
        assertEquals("bridge-full", only(further).code());
        assertEquals("home-whole", only(home).code());
        ExaminedBridge paired = runtime.bridge("home-3", State.READY, 1, 3);
        assertEquals("home-whole", only(paired).code());
    }
}
