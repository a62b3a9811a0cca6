// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static io.latchkey.server.internal.bridge.StandaloneFixture.aid;
import static io.latchkey.server.internal.bridge.StandaloneFixture.alone;
import static io.latchkey.server.internal.bridge.StandaloneFixture.await;
import static io.latchkey.server.internal.bridge.StandaloneFixture.bridged;
import static io.latchkey.server.internal.bridge.StandaloneFixture.keys;
import static io.latchkey.server.internal.bridge.StandaloneFixture.pair;
import static io.latchkey.server.internal.bridge.StandaloneFixture.server;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.store.AccessoryShapes;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.ServerWait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A process that ends, or a disk that refuses, at any step of the way to a server of its own and back. */
class StandaloneCrashTest {
    private static final String ID = "home-B";
    private static final List<String> ALL = List.of("A", "B", "C");
    private static final List<String> WITHOUT = List.of("A", "C");

    /**
     * What the disk held before one of the changes.
     *
     * @param wishedAlone whether the accessory was to stand alone at that time
     */
    private record Moment(FakeStore store, boolean wishedAlone) {}

    private final FakeProvider provider = new FakeProvider("test", bridged("A"), bridged("B"), bridged("C"));
    private final FakeStore store = new FakeStore();
    private volatile boolean wishedAlone;
    private Map<String, AccessoryId> aids = Map.of();

    private void put(Accessory accessory) {
        wishedAlone = accessory.standalone().isPresent();
        provider.sink().put(accessory);
    }

    private BridgeRig paired() {
        BridgeRig rig = BridgeRig.of(store, Map.of(), provider).ready();
        pair(rig, rig.bridge());
        ServerWait.until("all are shown", () -> keys(rig.bridge()).equals(ALL));
        aids = ALL.stream().collect(Collectors.toMap(key -> key, key -> aid(rig.bridge(), key)));
        return rig;
    }

    /** There and back, with what the disk held before each change on the way. */
    private List<Moment> thereAndBack() {
        List<Moment> moments = new CopyOnWriteArrayList<>();
        try (BridgeRig rig = paired()) {
            store.beforeChange(() -> moments.add(new Moment(store.copy(), wishedAlone)));
            put(alone("B"));
            await(rig, ALL, ID, List.of("B"));
            pair(rig, server(rig, ID));
            await(rig, WITHOUT, ID, List.of("B"));
            put(bridged("B"));
            await(rig, ALL, ID, List.of());
            store.beforeChange(() -> {});
        }
        assertTrue(moments.size() > 8, "only " + moments.size() + " changes");
        return moments;
    }

    @Test
    void whatControllersKnewIsThereBeforeAnybodyElseIs() {
        for (Moment moment : thereAndBack()) {
            Set<String> listed = listed(moment.store(), "home");
            Set<String> alone = listed(moment.store(), ID);
            Optional<AccessoryIdentity> identity = moment.store().load(ID, Domain.IDENTITY);
            try (BridgeRig rig = BridgeRig.of(moment.store(), Map.of()).ready()) {
                ServerWait.until("the bridge shows what it did", () -> {
                    rig.settle();
                    return new TreeSet<>(keys(rig.bridge())).equals(listed);
                });
                listed.forEach(key -> assertEquals(aids.get(key), aid(rig.bridge(), key)));
                if (isPaired(moment.store(), ID) || !alone.isEmpty()) {
                    Bridge server = server(rig, ID);
                    assertEquals(alone, new TreeSet<>(keys(server)));
                    assertEquals(
                            identity,
                            Optional.of(server.loaded().orElseThrow().trust().identity()));
                }
                Set<String> somewhere = new TreeSet<>(listed);
                somewhere.addAll(alone);
                assertEquals(new TreeSet<>(ALL), somewhere);
            }
        }
    }

    @Test
    void theWayGoesOnWhereItWas() {
        for (Moment moment : thereAndBack()) {
            Optional<AccessoryIdentity> identity = moment.store().load(ID, Domain.IDENTITY);
            Accessory middle = moment.wishedAlone() ? alone("B") : bridged("B");
            FakeProvider again = new FakeProvider("test", bridged("A"), middle, bridged("C"));
            boolean wasPaired = isPaired(moment.store(), ID);
            try (BridgeRig rig = BridgeRig.of(moment.store(), Map.of(), again).ready()) {
                List<String> expected = moment.wishedAlone() && wasPaired ? WITHOUT : ALL;
                ServerWait.until(expected + " on the bridge", () -> {
                    rig.settle();
                    return keys(rig.bridge()).equals(expected);
                });
                expected.forEach(key -> assertEquals(aids.get(key), aid(rig.bridge(), key)));
                if (moment.wishedAlone()) {
                    Bridge server = server(rig, ID);
                    assertEquals(List.of("B"), keys(server));
                    identity.ifPresent(before -> assertEquals(
                            before, server.loaded().orElseThrow().trust().identity()));
                }
            }
        }
    }

    @Test
    void aDiskThatRefusesMovesNothingAndIsTriedAgain() {
        try (BridgeRig rig = paired()) {
            store.broken(true);
            put(alone("B"));
            rig.pass(Duration.ofSeconds(5));
            assertEquals(ALL, keys(rig.bridge()));
            assertEquals(Optional.empty(), StandaloneFixture.find(rig, ID));
            assertTrue(rig.status().problem().orElseThrow().contains("disk"), "" + rig.status());
            store.broken(false);
            rig.pass(Duration.ofSeconds(11));
            pair(rig, server(rig, ID));
            await(rig, WITHOUT, ID, List.of("B"));
            store.broken(true);
            put(bridged("B"));
            rig.pass(Duration.ofSeconds(5));
            assertEquals(WITHOUT, keys(rig.bridge()));
            assertEquals(List.of("B"), keys(server(rig, ID)));
            store.broken(false);
            rig.pass(Duration.ofSeconds(11));
            await(rig, ALL, ID, List.of());
            assertEquals(aids.get("B"), aid(rig.bridge(), "B"));
        }
    }

    /** What a bridge has listed to its controllers: the accessories whose ids are in use and whose shape is known. */
    private static Set<String> listed(FakeStore store, String bridge) {
        Map<String, Allocation.Entry> entries =
                store.load(bridge, Domain.ALLOCATION).orElse(Allocation.EMPTY).accessories();
        List<String> shapes = new ArrayList<>(store.load(bridge, Domain.ACCESSORIES)
                .orElse(AccessoryShapes.EMPTY)
                .accessories()
                .keySet());
        return shapes.stream()
                .filter(key -> !entries.get(key).provider().isEmpty())
                .map(key -> key.substring(key.indexOf('/') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isPaired(FakeStore store, String bridge) {
        return !store.load(bridge, Domain.PAIRINGS)
                .orElse(new Pairings(List.of()))
                .pairings()
                .isEmpty();
    }
}
