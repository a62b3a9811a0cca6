// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Domain;
import io.latchkey.api.transport.Event;
import io.latchkey.server.internal.fake.FakeExtension;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.LampAccessory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Extensions come, go and come back, and what they have added keeps its place. */
class ExtensionTest {
    private static final int UNREACHABLE = -70402;

    private final LampAccessory lamp = new LampAccessory("Lamp");
    private final FakeProvider provider = new FakeProvider("test", lamp.accessory());
    private final FakeExtension extension = new FakeExtension();

    @Test
    void whatAnExtensionAddsIsThereWithIt() {
        try (BridgeRig rig = extended()) {
            assertTrue(read(rig).contains("\"value\":1"), read(rig));
            assertEquals("published 1", extension.heard().get(extension.heard().size() - 1));
        }
    }

    @Test
    void itKeepsItsPlaceWhileTheExtensionIsAway() {
        try (BridgeRig rig = extended()) {
            CharacteristicId id = rig.id("Lamp", "StatusFault");
            int number = rig.status().configuration().value();
            rig.remove(extension);
            rig.settle();
            assertEquals(id, rig.id("Lamp", "StatusFault"));
            assertTrue(read(rig).contains("" + UNREACHABLE), read(rig));
            assertEquals("close", extension.heard().get(extension.heard().size() - 1));
            rig.add(new FakeExtension());
            rig.settle();
            assertEquals(id, rig.id("Lamp", "StatusFault"));
            assertTrue(read(rig).contains("\"value\":1"), read(rig));
            assertEquals(number, rig.status().configuration().value());
        }
    }

    @Test
    void itKeepsItsPlaceOverAStartWithoutTheExtension() {
        FakeStore store;
        CharacteristicId id;
        int number;
        try (BridgeRig rig = extended()) {
            id = rig.id("Lamp", "StatusFault");
            number = rig.status().configuration().value();
            store = rig.store();
        }
        try (BridgeRig rig = BridgeRig.of(store, Map.of(), new FakeProvider("test", lamp.accessory()))
                .ready()) {
            rig.settle();
            assertEquals(id, rig.id("Lamp", "StatusFault"));
            assertTrue(read(rig).contains("" + UNREACHABLE), read(rig));
            assertEquals(number, rig.status().configuration().value());
            rig.add(extension);
            rig.settle();
            assertTrue(read(rig).contains("\"value\":1"), read(rig));
            assertEquals(number, rig.status().configuration().value());
        }
    }

    @Test
    void itLeavesWithItsAccessory() {
        try (BridgeRig rig = extended()) {
            provider.sink().remove("Lamp");
            rig.settle();
            assertEquals("published 0", extension.heard().get(extension.heard().size() - 1));
            assertEquals(
                    Map.of(),
                    rig.store()
                            .load("home")
                            .get(Domain.EXTENSIONS)
                            .orElseThrow()
                            .accessories());
        }
    }

    @Test
    void itHearsOfWritesAndChangesOfWhatItWatches() {
        try (BridgeRig rig = extended()) {
            FakeSession session = rig.session(BridgeRig.ADMIN);
            CharacteristicId on = rig.id("Lamp", "On");
            put(rig, session, on, "\"ev\":true");
            extension.heard().clear();
            put(rig, rig.session(BridgeRig.GUEST), on, "\"value\":true");
            assertTrue(extension.heard().contains("written"), extension.heard().toString());
            session.takeEvents();
            extension.silencing(true);
            provider.sink().changed(lamp.onDefinition(), Value.FALSE);
            assertEquals(List.of(), session.takeEvents());
            assertTrue(extension.heard().contains("silences"), extension.heard().toString());
            extension.bridge().tell(on, Value.FALSE);
            assertEquals(List.of(new Event(on, Value.FALSE)), session.takeEvents());
            extension.bridge().watch(Set.of());
            extension.heard().clear();
            provider.sink().changed(lamp.onDefinition(), Value.TRUE);
            assertEquals(List.of(new Event(on, Value.TRUE)), session.takeEvents());
            assertEquals(List.of(), extension.heard());
        }
    }

    @Test
    void itReachesTheServicesThatItExtendsAndNoOthers() throws Exception {
        try (BridgeRig rig = extended()) {
            CharacteristicId on = rig.id("Lamp", "On");
            assertEquals(
                    HapStatus.SUCCESS,
                    extension
                            .bridge()
                            .write(on, Value.TRUE)
                            .toCompletableFuture()
                            .get());
            assertEquals(Value.TRUE, lamp.on());
            assertEquals(
                    Map.of(on, Value.TRUE),
                    extension.bridge().read(List.of(on)).toCompletableFuture().get());
            CharacteristicId name = rig.id("Lamp", "Name");
            assertEquals(
                    Map.of(),
                    extension.bridge().read(List.of(name)).toCompletableFuture().get());
            assertEquals(
                    HapStatus.RESOURCE_DOES_NOT_EXIST,
                    extension
                            .bridge()
                            .write(name, Value.of("Mine"))
                            .toCompletableFuture()
                            .get());
            assertThrows(
                    IllegalArgumentException.class, () -> extension.bridge().remembered(Domain.PAIRINGS));
        }
    }

    @Test
    void itHearsThatNobodyIsPairedAnyMore() {
        try (BridgeRig rig = extended()) {
            rig.reset();
            assertTrue(extension.heard().contains("unpaired"), extension.heard().toString());
        }
    }

    private BridgeRig extended() {
        BridgeRig rig = BridgeRig.paired(provider);
        rig.add(extension);
        rig.settle();
        return rig;
    }

    private static String read(BridgeRig rig) {
        return BridgeRig.text(rig.get("/characteristics?id=" + rig.id("Lamp", "StatusFault")));
    }

    private static void put(BridgeRig rig, FakeSession session, CharacteristicId id, String members) {
        String body = "{\"characteristics\":[{\"aid\":" + id.aid() + ",\"iid\":" + id.iid() + "," + members + "}]}";
        assertEquals(204, rig.ask(session, "PUT", "/characteristics", body).status());
    }
}
