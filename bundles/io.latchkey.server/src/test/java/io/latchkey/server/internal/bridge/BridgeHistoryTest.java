// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.store.ControllerWrite;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Happening;
import io.latchkey.api.store.Happening.Kind;
import io.latchkey.api.store.History;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.LampAccessory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a bridge remembers of what has happened to it, and who switched what. */
class BridgeHistoryTest {
    private final FakeStore store = new FakeStore();
    private final FakeProvider provider = new FakeProvider("test", new LampAccessory("Lamp").accessory());

    private BridgeRig rig(Map<String, ?> properties) {
        return BridgeRig.of(store, properties, provider).ready();
    }

    private static List<Happening> of(BridgeRig rig, Kind kind) {
        return rig.bridge().history().happenings().stream()
                .filter(each -> each.kind() == kind)
                .toList();
    }

    private static void switchOn(BridgeRig rig) {
        String body = "{\"characteristics\":[{\"aid\":" + rig.id("Lamp", "On").aid() + ",\"iid\":"
                + rig.id("Lamp", "On").iid() + ",\"value\":true}]}";
        assertEquals(
                204,
                rig.ask(rig.session(BridgeRig.ADMIN), "PUT", "/characteristics", body)
                        .status());
    }

    @Test
    void itTellsWhoVerifiedAndWhoLeft() {
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            FakeSession phone = rig.plain();
            rig.listener().verify(phone, BridgeRig.ADMIN);
            phone.close();
            rig.pass(Duration.ofSeconds(1));
            rig.plain().close();
            assertEquals(1, of(rig, Kind.OPENED).size());
            Happening verified = of(rig, Kind.VERIFIED).get(0);
            assertEquals(Optional.of(BridgeRig.ADMIN), verified.controller());
            assertEquals(Optional.of("127.0.0.1"), verified.remote());
            assertEquals(
                    List.of(Optional.of(BridgeRig.ADMIN), Optional.<ControllerId>empty()),
                    of(rig, Kind.CLOSED).stream().map(Happening::controller).toList());
        }
    }

    @Test
    void itTellsWhatAControllerSwitched() {
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            switchOn(rig);
            ControllerWrite write = rig.bridge().history().writes().get(0);
            assertEquals(BridgeRig.ADMIN, write.controller());
            assertEquals(List.of("Lamp", "Lamp"), List.of(write.accessory(), write.key()));
            assertEquals("On true", write.characteristic() + " " + write.value());
            assertEquals(HapStatus.SUCCESS, write.result());
            assertFalse(write.toString().contains("true"), write::toString);
        }
    }

    @Test
    void whoSwitchedWhatIsKeptAsLongAsPeopleWant() {
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            switchOn(rig);
            rig.workers().pass(Duration.ofDays(7));
            assertEquals(1, rig.bridge().history().writes().size());
            rig.workers().pass(Duration.ofSeconds(1));
            assertEquals(List.of(), rig.bridge().history().writes());
            switchOn(rig);
            rig.change("keepWrites", 0);
            assertEquals(List.of(), rig.bridge().history().writes());
            assertEquals(
                    List.of(),
                    rig.store().load("home", Domain.HISTORY).orElseThrow().writes());
            switchOn(rig);
            assertEquals(List.of(), rig.bridge().history().writes());
        }
    }

    @Test
    void itIsThereAfterARestart() {
        try (BridgeRig rig = rig(Map.of())) {
            assertFalse(store.load("home", Domain.HISTORY).isPresent(), "written when it stops");
            rig.plain().close();
        }
        History stored = store.load("home", Domain.HISTORY).orElseThrow();
        assertEquals(
                Kind.STOPPED,
                stored.happenings().get(stored.happenings().size() - 1).kind());
        try (BridgeRig rig = rig(Map.of())) {
            assertEquals(1, of(rig, Kind.STOPPED).size());
            assertTrue(of(rig, Kind.CLOSED).get(0).text().startsWith("without having verified"));
            List<Kind> runs = rig.bridge().history().happenings().stream()
                    .map(Happening::kind)
                    .filter(kind -> kind == Kind.OPENED || kind == Kind.STOPPED)
                    .toList();
            assertEquals(List.of(Kind.OPENED, Kind.STOPPED, Kind.OPENED), runs);
        }
    }

    @Test
    void whatOneWhoIsKilledHadNotedIsThereUpToTenMinutesBefore() {
        try (BridgeRig rig = rig(Map.of())) {
            rig.settle();
            rig.plain().close();
            rig.pass(Duration.ofMinutes(11));
            int changes = store.changes();
            assertEquals(
                    List.of(Kind.OPENED, Kind.CLOSED),
                    store.load("home", Domain.HISTORY).orElseThrow().happenings().stream()
                            .map(Happening::kind)
                            .filter(kind -> kind != Kind.STORED)
                            .toList());
            rig.pass(Duration.ofHours(1));
            assertEquals(changes, store.changes(), "nothing is new");
        }
    }

    @Test
    void aStoreThatRefusesItCostsNothingElse() {
        try (BridgeRig rig = rig(Map.of())) {
            assertEquals(1, of(rig, Kind.OPENED).size());
            store.broken(true);
        }
        store.broken(false);
        assertFalse(store.load("home", Domain.HISTORY).isPresent());
        try (BridgeRig rig = rig(Map.of())) {
            assertEquals(1, of(rig, Kind.OPENED).size());
        }
    }

    @Test
    void itTellsWhatIsPairedStoredAndFails() {
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            rig.actions().removePairing(BridgeRig.GUEST).toCompletableFuture().join();
            assertEquals(
                    Optional.of(BridgeRig.GUEST), of(rig, Kind.UNPAIRED).get(0).controller());
            rig.store().broken(true);
            rig.actions().removePairing(BridgeRig.ADMIN).handle((done, failure) -> done);
            rig.store().broken(false);
            assertEquals(
                    "the disk is full: make room", of(rig, Kind.FAILED).get(0).text());
            rig.actions().reset().toCompletableFuture().join();
            assertEquals(List.of(), of(rig, Kind.OPENED), "a new bridge knows nobody");
            assertEquals(1, of(rig, Kind.RESET).size());
            assertFalse(rig.store().load("home", Domain.HISTORY).isPresent());
        }
    }

    @Test
    void itTellsWhatComesGoesAndIsAway() {
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            provider.sink().put(new LampAccessory("Lamp 2").accessory());
            rig.settle();
            provider.sink().absent("Lamp", new Absence(Absence.Cause.MISSING, "item Lamp isn't there"));
            rig.settle();
            provider.sink().put(new LampAccessory("Lamp").accessory());
            rig.settle();
            provider.sink().remove("Lamp 2");
            rig.settle();
            assertEquals("Lamp 2", of(rig, Kind.ADDED).get(0).text());
            assertEquals(
                    "Lamp: item Lamp isn't there", of(rig, Kind.ABSENT).get(0).text());
            assertEquals("Lamp", of(rig, Kind.BACK).get(0).text());
            assertEquals("Lamp 2", of(rig, Kind.LEFT).get(0).text());
            assertEquals("c# was 1 and is 2", of(rig, Kind.CHANGED).get(0).text());
        }
    }

    @Test
    void strangersTakeNothingFromIt() {
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            FakeSession phone = rig.plain();
            rig.listener().verify(phone, BridgeRig.ADMIN);
            FakeSession stranger = rig.plain();
            for (int i = 0; i < 2000; i++) {
                ControllerId other = new ControllerId("STRANGER " + i);
                rig.bridge().refused(stranger, Optional.of(other), "it isn't paired with this bridge");
            }
            assertEquals(1, of(rig, Kind.VERIFIED).size());
            assertEquals(200, of(rig, Kind.REFUSED).size());
            assertTrue(rig.bridge().history().happenings().size() <= History.MOST);
        }
    }
}
