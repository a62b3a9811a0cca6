// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.ExtensionShapes;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.ServiceExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Extensions add services to accessories of others, and these keep their places. */
class ServiceExtensionTest {
    private static final int UNREACHABLE = -70402;

    private final LampAccessory lamp = new LampAccessory("Lamp");
    private final FakeProvider provider = new FakeProvider("test", lamp.accessory());
    private final ServiceExtension extension = new ServiceExtension("sensor", "Sensor");

    @Test
    void theServiceIsThereAndAnswers() {
        try (BridgeRig rig = extended()) {
            assertTrue(read(rig).contains("\"value\":true"), read(rig));
            String accessories = BridgeRig.text(rig.get("/accessories"));
            assertTrue(accessories.contains("\"hidden\":true"), accessories);
            assertTrue(accessories.contains("\"linked\""), accessories);
        }
    }

    @Test
    void itsExtensionReachesTheWholeAccessory() throws Exception {
        try (BridgeRig rig = extended()) {
            assertEquals(List.of("AccessoryInformation", "Lightbulb", "Sensor"), extension.reached());
            CharacteristicId on = rig.id("Lamp", "On");
            assertEquals(
                    Map.of(on, Value.FALSE),
                    extension.bridge().read(List.of(on)).toCompletableFuture().get());
        }
    }

    @Test
    void itKeepsItsPlaceWhileTheExtensionIsAway() {
        try (BridgeRig rig = extended()) {
            CharacteristicId id = rig.id("Lamp", "MotionDetected");
            int number = rig.status().configuration().value();
            rig.remove(extension);
            rig.settle();
            assertEquals(id, rig.id("Lamp", "MotionDetected"));
            assertTrue(read(rig).contains("" + UNREACHABLE), read(rig));
            rig.add(new ServiceExtension("sensor", "Sensor"));
            rig.settle();
            assertEquals(id, rig.id("Lamp", "MotionDetected"));
            assertTrue(read(rig).contains("\"value\":true"), read(rig));
            assertEquals(number, rig.status().configuration().value());
        }
    }

    @Test
    void itKeepsItsPlaceOverAStartWithoutTheExtension() {
        FakeStore store;
        int number;
        CharacteristicId id;
        try (BridgeRig rig = extended()) {
            id = rig.id("Lamp", "MotionDetected");
            number = rig.status().configuration().value();
            store = rig.store();
        }
        try (BridgeRig rig = BridgeRig.of(store, Map.of(), new FakeProvider("test", lamp.accessory()))
                .ready()) {
            rig.settle();
            assertEquals(id, rig.id("Lamp", "MotionDetected"));
            assertTrue(read(rig).contains("" + UNREACHABLE), read(rig));
            assertEquals(number, rig.status().configuration().value());
        }
    }

    @Test
    void itLeavesWhenTheExtensionSaysSo() {
        try (BridgeRig rig = extended()) {
            extension.withdraw();
            provider.sink().put(lamp.accessory());
            rig.settle();
            assertFalse(BridgeRig.text(rig.get("/accessories")).contains("\"hidden\":true"));
            assertEquals(List.of(), extension.reached());
        }
    }

    @Test
    void itLeavesWithItsAccessory() {
        try (BridgeRig rig = extended()) {
            provider.sink().remove("Lamp");
            rig.settle();
            assertEquals(
                    ExtensionShapes.EMPTY,
                    rig.store().load("home", Domain.EXTENSIONS).orElseThrow());
        }
    }

    @Test
    void whatCannotBeAddedIsLeftOutAndNothingElse() {
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            rig.add(new ServiceExtension("taken", "Lightbulb"));
            rig.settle();
            assertFalse(BridgeRig.text(rig.get("/accessories")).contains("\"hidden\":true"));
            assertTrue(BridgeRig.text(rig.get("/characteristics?id=" + rig.id("Lamp", "On")))
                    .contains("\"value\":"));
        }
    }

    @Test
    void twoExtensionsUnderOneKeyAreOneService() {
        try (BridgeRig rig = extended()) {
            rig.add(new ServiceExtension("another", "Sensor"));
            rig.settle();
            String accessories = BridgeRig.text(rig.get("/accessories"));
            assertEquals(2, accessories.split("\"hidden\":true", -1).length, accessories);
        }
    }

    @Test
    void itsFolderIsThatOfTheBridge() {
        FakeStore store = new FakeStore();
        store.keepFiles(Path.of("files"));
        try (BridgeRig rig = BridgeRig.of(store, Map.of(), new FakeProvider("test", lamp.accessory()))
                .ready()) {
            rig.add(extension);
            rig.settle();
            assertEquals(
                    Optional.of(Path.of("files", "home", "sensor")),
                    extension.bridge().folder());
        }
        try (BridgeRig rig = extended()) {
            rig.settle();
            assertEquals(Optional.empty(), extension.bridge().folder());
        }
    }

    private BridgeRig extended() {
        BridgeRig rig = BridgeRig.paired(provider);
        rig.add(extension);
        rig.settle();
        return rig;
    }

    private static String read(BridgeRig rig) {
        return BridgeRig.text(rig.get("/characteristics?id=" + rig.id("Lamp", "MotionDetected")));
    }
}
