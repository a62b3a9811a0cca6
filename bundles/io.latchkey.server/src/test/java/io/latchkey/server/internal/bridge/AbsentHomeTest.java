// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.Absence.Cause;
import io.latchkey.api.store.AccessoryShapes;
import io.latchkey.api.store.AccessoryStates;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Event;
import io.latchkey.pairing.Credentials;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.MemoryTransport;
import io.latchkey.server.internal.fake.ServerWait;
import io.latchkey.server.internal.http.AccessoriesWalk;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A home that is shown before anybody is there, and what controllers get from it. */
class AbsentHomeTest {
    private static final Absence MISSING = new Absence(Cause.MISSING, "item Lamp isn't there");

    private final FakeStore store = new FakeStore();

    /** A store of a bridge that has shown these lamps, the first one at brightness 77. */
    private FakeStore shown(String... names) {
        store.save("home", Domain.IDENTITY, Credentials.newIdentity(new SecureRandom()));
        store.save(
                "home",
                Domain.PAIRINGS,
                new Pairings(List.of(new Pairing(BridgeRig.ADMIN, new byte[32], Permissions.ADMIN))));
        LampAccessory first = new LampAccessory(names[0]);
        Accessory[] lamps = IntStream.range(0, names.length)
                .mapToObj(i -> i == 0 ? first.accessory() : new LampAccessory(names[i]).accessory())
                .toArray(Accessory[]::new);
        FakeProvider provider = new FakeProvider("test", lamps);
        try (BridgeRig rig = BridgeRig.of(store, Map.of(), provider).ready()) {
            provider.sink().changed(first.brightnessDefinition(), Value.of(77L));
            rig.get(read(rig.id(names[0], "On")));
        }
        return store;
    }

    private BridgeRig start(FakeProvider... providers) {
        BridgeRig rig = BridgeRig.of(store, Map.of(), providers).start();
        for (FakeProvider each : providers) {
            each.sink();
        }
        return rig;
    }

    private static CompletableFuture<Answer> send(BridgeRig rig, FakeSession session, String method, String target) {
        return send(rig, session, method, target, "");
    }

    private static CompletableFuture<Answer> send(
            BridgeRig rig, FakeSession session, String method, String target, String body) {
        return rig.listener().send(session, method, target, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String entry(CharacteristicId id, String members) {
        return "{\"characteristics\":[{\"aid\":" + id.aid() + ",\"iid\":" + id.iid() + "," + members + "}]}";
    }

    private static String read(CharacteristicId... ids) {
        return "/characteristics?id="
                + String.join(",", List.of(ids).stream().map(Object::toString).toList());
    }

    private static String text(CompletableFuture<Answer> answer) {
        return BridgeRig.text(MemoryTransport.await(answer));
    }

    @Test
    void theWholeHomeIsShownBeforeAnybodyIsThere() {
        shown("Lamp", "Other");
        try (BridgeRig rig = start()) {
            String list = BridgeRig.text(rig.get("/accessories"));
            assertEquals(List.of(), AccessoriesWalk.breaches(list));
            assertEquals(2, rig.accessories().size());
            assertTrue(list.contains("\"value\":77"), list);
            assertEquals(1, rig.status().configuration().value());
        }
    }

    @Test
    void namesAndIndexesAnswerWhoeverIsThere() {
        shown("Lamp");
        try (BridgeRig rig = start()) {
            CharacteristicId serial = rig.id("Lamp", "SerialNumber");
            assertEquals(200, rig.get(read(serial, rig.id("Lamp", "Name"))).status());
        }
    }

    @Test
    void aReadWaitsForItsProviderAndGoesOnWithWhatComes() {
        shown("Lamp");
        FakeProvider late = new FakeProvider("test", true);
        try (BridgeRig rig = start(late)) {
            CharacteristicId brightness = rig.id("Lamp", "Brightness");
            var answer = send(rig, rig.session(BridgeRig.ADMIN), "GET", read(brightness, rig.id("Lamp", "Model")));
            rig.pass(Duration.ofSeconds(4));
            assertFalse(answer.isDone());
            late.sink().put(new LampAccessory("Lamp").accessory());
            rig.settle();
            assertEquals(200, MemoryTransport.await(answer).status());
            assertTrue(text(answer).contains("\"value\":100"), text(answer));
        }
    }

    @Test
    void whoWaitsTooLongHearsThatNobodyIsThere() {
        shown("Lamp");
        FakeProvider late = new FakeProvider("test", true);
        try (BridgeRig rig = start(late)) {
            var read = send(rig, rig.session(BridgeRig.ADMIN), "GET", read(rig.id("Lamp", "On")));
            var write = send(
                    rig,
                    rig.session(BridgeRig.ADMIN),
                    "PUT",
                    "/characteristics",
                    entry(rig.id("Lamp", "On"), "\"value\":true"));
            rig.pass(Duration.ofMillis(4_999));
            assertFalse(read.isDone());
            rig.pass(Duration.ofMillis(1));
            assertTrue(text(read).contains("-70402"), text(read));
            assertFalse(write.isDone());
            rig.pass(Duration.ofSeconds(3));
            assertTrue(text(write).contains("-70402"), text(write));
        }
    }

    @Test
    void onceItsProviderHasToldAllNobodyWaits() {
        shown("Lamp");
        FakeProvider late = new FakeProvider("test", true);
        try (BridgeRig rig = start(late)) {
            var read = send(rig, rig.session(BridgeRig.ADMIN), "GET", read(rig.id("Lamp", "On")));
            late.sink().complete();
            assertTrue(text(read).contains("-70402"), text(read));
            var again = send(rig, rig.session(BridgeRig.ADMIN), "GET", read(rig.id("Lamp", "On")));
            assertTrue(text(again).contains("-70402"), text(again));
        }
    }

    @Test
    void aWriteWaitsAndIsJudgedByWhatComes() {
        shown("Lamp");
        FakeProvider late = new FakeProvider("test", true);
        try (BridgeRig rig = start(late)) {
            LampAccessory lamp = new LampAccessory("Lamp");
            CharacteristicId on = rig.id("Lamp", "On");
            CharacteristicId brightness = rig.id("Lamp", "Brightness");
            String body = "{\"characteristics\":[{\"aid\":2,\"iid\":" + on.iid()
                    + ",\"value\":true},{\"aid\":2,\"iid\":" + brightness.iid() + ",\"value\":40}]}";
            var answer = send(rig, rig.session(BridgeRig.ADMIN), "PUT", "/characteristics", body);
            rig.pass(Duration.ofSeconds(2));
            assertFalse(answer.isDone());
            late.sink().put(lamp.accessory());
            late.sink().complete();
            assertEquals(204, MemoryTransport.await(answer).status());
            assertEquals(Value.TRUE, lamp.on());
            assertEquals(Value.of(40L), lamp.brightness());
        }
    }

    @Test
    void whatWasReadInVainOrHasChangedIsToldWhenItIsBack() {
        shown("Lamp");
        FakeProvider late = new FakeProvider("test", true);
        try (BridgeRig rig = start(late)) {
            CharacteristicId on = rig.id("Lamp", "On");
            CharacteristicId brightness = rig.id("Lamp", "Brightness");
            FakeSession session = rig.session(BridgeRig.ADMIN);
            rig.ask(session, "PUT", "/characteristics", entry(on, "\"ev\":true"));
            rig.ask(session, "PUT", "/characteristics", entry(brightness, "\"ev\":true"));
            rig.get("/accessories");
            late.sink().put(new LampAccessory("Lamp").accessory());
            late.sink().complete();
            assertEquals(List.of(new Event(brightness, Value.of(100L))), session.takeEvents(), "77 was what Home knew");
            late.sink().absent("Lamp", MISSING);
            rig.settle();
            send(rig, session, "GET", read(on));
            late.sink().put(new LampAccessory("Lamp").accessory());
            rig.settle();
            assertEquals(List.of(new Event(on, Value.FALSE)), session.takeEvents());
        }
    }

    @Test
    void anAbsenceChangesNeitherNumberNorList() {
        FakeProvider provider = new FakeProvider("test", new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            String before = BridgeRig.text(rig.get("/accessories"));
            provider.sink().absent("Lamp", MISSING);
            rig.settle();
            assertEquals(before, BridgeRig.text(rig.get("/accessories")));
            assertEquals(1, rig.status().configuration().value());
            AbsentAccessory told = rig.absent().get(0);
            assertEquals(MISSING, told.why());
            assertEquals(Optional.empty(), told.hindrance());
        }
    }

    @Test
    void whereOnlyIdsAreKnownTheBridgeStaysClosedAndSaysWhy() {
        shown("Lamp", "Other");
        forgetShapes("home");
        FakeProvider late = new FakeProvider("test", new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = start(late)) {
            rig.pass(Duration.ofDays(1));
            assertTrue(rig.transport().listener().isEmpty());
            assertEquals(State.STARTING, rig.status().state());
            assertTrue(rig.status().problem().orElseThrow().contains("Other"), "" + rig.status());
            assertFalse(rig.status().problem().orElseThrow().contains("Lamp"), "" + rig.status());
            assertEquals(1, rig.absent().size());
            late.sink().put(new LampAccessory("Other").accessory());
            rig.settle();
            assertEquals(State.READY, rig.status().state());
            assertEquals(Optional.empty(), rig.status().problem());
            assertEquals(2, rig.accessories().size());
            assertEquals(1, rig.status().configuration().value());
        }
    }

    @Test
    void whatIsPrunedDoesNotKeepTheBridgeClosed() {
        shown("Lamp", "Other", "Third");
        forgetShapes("home");
        FakeProvider provider = new FakeProvider("test", new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = start(provider)) {
            prune(rig, rig.absent().subList(0, 1));
            assertTrue(rig.transport().listener().isEmpty());
        }
        try (BridgeRig rig = start(new FakeProvider("test", new LampAccessory("Lamp").accessory()))) {
            assertEquals(1, rig.absent().size(), "pruned is pruned, after a restart too");
            prune(rig, rig.absent());
            assertEquals(State.READY, rig.status().state());
            assertEquals(1, rig.accessories().size());
            assertEquals(2, rig.status().configuration().value());
        }
    }

    private void forgetShapes(String bridge) {
        store.save(bridge, Domain.ACCESSORIES, AccessoryShapes.EMPTY);
        store.save(bridge, Domain.STATES, AccessoryStates.EMPTY);
    }

    private static void prune(BridgeRig rig, List<AbsentAccessory> those) {
        rig.actions().prune(those).toCompletableFuture().join();
    }

    @Test
    void whatIsThereCanNotBePruned() {
        shown("Lamp", "Other");
        FakeProvider provider = new FakeProvider("test", true, new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = start(provider)) {
            List<AbsentAccessory> other = rig.absent().stream()
                    .filter(each -> each.key().equals("Other"))
                    .toList();
            assertTrue(other.get(0).hindrance().isPresent());
            assertThrows(CompletionException.class, () -> prune(rig, other));
            provider.sink().put(new LampAccessory("Other").accessory());
            provider.sink().complete();
            assertThrows(CompletionException.class, () -> prune(rig, other));
            assertEquals(2, rig.accessories().size());
        }
    }

    @Test
    void aRenamedItemTakesThePlaceOfTheOldOne() {
        shown("Lamp", "Other");
        FakeProvider provider = new FakeProvider(
                "test", new LampAccessory("Renamed").accessory(), new LampAccessory("Other").accessory());
        try (BridgeRig rig = start(provider)) {
            rig.settle();
            CharacteristicId before = rig.id("Lamp", "On");
            AbsentAccessory old = rig.absent().get(0);
            assertEquals(Optional.of("Renamed"), old.successor());
            assertEquals(3, rig.accessories().size());
            rig.actions().adopt(old, "Renamed").toCompletableFuture().join();
            assertEquals(before, rig.id("Renamed", "On"));
            assertEquals(2, rig.accessories().size());
            assertEquals(List.of(), rig.absent());
            var twice = rig.actions().adopt(old, "Renamed").toCompletableFuture();
            assertThrows(CompletionException.class, twice::join);
        }
        try (BridgeRig rig = start(new FakeProvider("test", new LampAccessory("Renamed").accessory()))) {
            assertEquals(2, rig.accessories().size());
            assertEquals(2, rig.id("Renamed", "On").aid().value());
        }
    }

    @Test
    void tooManyAtOnceStayAndPeopleAreTold() {
        FakeProvider provider = lamps(0, 12);
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            for (int i = 0; i < 12; i++) {
                provider.sink().absent("Lamp " + i, new Absence(Cause.WITHDRAWN, "nothing asks for it"));
            }
            rig.pass(Duration.ofDays(1));
            assertEquals(12, rig.accessories().size());
            assertTrue(rig.status().problem().orElseThrow().contains("latchkey:prune --bridge home"));
            prune(rig, rig.absent());
            assertEquals(0, rig.accessories().size());
            assertEquals(Optional.empty(), rig.status().problem());
        }
    }

    @Test
    void aFurtherBridgeThatPruningWouldAvoidIsTold() {
        FakeProvider provider = lamps(0, 149);
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            provider.sink().absent("Lamp 0", MISSING);
            provider.sink().absent("Lamp 1", MISSING);
            provider.sink().put(new LampAccessory("New").accessory());
            rig.settle();
            ServerWait.until(
                    "it listens", () -> rig.transport().listener("home-2").isPresent());
            assertTrue(rig.status().problem().orElseThrow().contains("pruning 1 of these"), "" + rig.status());
        }
    }

    @Test
    void hoursThatCountTakeAnAbsentOneAway() {
        FakeProvider provider = lamps(0, 2);
        try (BridgeRig rig = BridgeRig.of(new FakeStore(), Map.of("keepAbsent", "48"), provider)
                .ready()) {
            provider.sink().absent("Lamp 0", MISSING);
            rig.pass(Duration.ofHours(47));
            assertEquals(2, rig.accessories().size());
            rig.pass(Duration.ofHours(2));
            assertEquals(1, rig.accessories().size());
        }
    }

    @Test
    void valuesAreWrittenNowAndThenAndNeverOnTheWayOfAChange() {
        LampAccessory lamp = new LampAccessory("Lamp");
        FakeProvider provider = new FakeProvider("test", lamp.accessory());
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            int before = rig.store().changes();
            provider.sink().changed(lamp.brightnessDefinition(), Value.of(55L));
            rig.pass(Duration.ofMinutes(5));
            assertEquals(before, rig.store().changes());
            rig.pass(Duration.ofMinutes(6));
            assertEquals(before + 1, rig.store().changes());
            Map<String, Value> values = rig.store()
                    .load("home", Domain.STATES)
                    .orElseThrow()
                    .of("test/Lamp")
                    .values();
            assertEquals(Value.of(55L), values.get("Lightbulb/8"));
            rig.pass(Duration.ofHours(1));
            assertEquals(before + 1, rig.store().changes(), "nothing has changed since");
        }
    }

    private static FakeProvider lamps(int from, int until) {
        return new FakeProvider(
                "test",
                IntStream.range(from, until)
                        .mapToObj(i -> new LampAccessory("Lamp " + i).accessory())
                        .toArray(Accessory[]::new));
    }
}
