// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.bridge.BridgeMeasures;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.RequestKind;
import io.latchkey.api.bridge.RequestMeasures;
import io.latchkey.api.bridge.RequestOutcome;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.FakeStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a bridge counts of what is asked of it. */
class BridgeMeasuresTest {

    @Test
    void countsRequestsByKindAndOutcome() {
        try (BridgeRig rig = BridgeRig.paired(FakeProvider.lamps(0, 1))) {
            FakeSession session = rig.session(BridgeRig.ADMIN);
            rig.ask(session, "GET", "/accessories", "");
            rig.ask(session, "GET", RememberedHome.read(rig.id("Lamp 0", "On")), "");
            rig.ask(session, "GET", "/characteristics?id=9.9", "");
            rig.ask(session, "GET", "/characteristics", "");
            rig.ask(session, "PUT", "/characteristics", "{\"characteristics\":[]}");
            rig.ask(session, "DELETE", "/characteristics", "");
            rig.ask(session, "GET", "/secret?id=1.2", "");
            BridgeMeasures seen = rig.measures();
            assertEquals(outcomes(1, 0, 0), outcomes(seen, RequestKind.ACCESSORIES));
            assertEquals(outcomes(1, 1, 1), outcomes(seen, RequestKind.READ));
            assertEquals(1, seen.requests(RequestKind.WRITE).count());
            assertEquals(outcomes(0, 0, 2), outcomes(seen, RequestKind.OTHER));
            assertEquals(0, seen.requests(RequestKind.PAIR_SETUP).count());
        }
    }

    @Test
    void countsHowLongAnswersTake() {
        try (BridgeRig rig = BridgeRig.paired()) {
            rig.get("/accessories");
            rig.get("/accessories");
            RequestMeasures seen = rig.measures().requests(RequestKind.ACCESSORIES);
            assertEquals(Duration.ofMillis(6), seen.time(), "3 ms each");
            assertEquals(Duration.ofMillis(5), seen.quantile(0.5));
            assertEquals(2, seen.slowerThan(Duration.ofMillis(2)));
            assertEquals(0, seen.slowerThan(Duration.ofMillis(5)));
        }
    }

    @Test
    void tellsSessionsAndAccessories() {
        FakeProvider provider = FakeProvider.lamps(0, 2);
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            rig.plain();
            FakeSession verified = rig.session(BridgeRig.ADMIN);
            rig.session(BridgeRig.GUEST).close();
            BridgeMeasures seen = rig.measures();
            assertEquals(BridgeStatus.State.READY, seen.state());
            assertEquals(2, seen.controllers());
            assertEquals(1, seen.verifiedSessions());
            assertEquals(1, seen.unverifiedSessions());
            assertEquals(3, seen.openedSessions());
            assertEquals(2, seen.accessories());
            assertEquals(0, seen.absentAccessories());
            verified.close();
            rig.remove(provider);
            rig.settle();
            assertEquals(0, rig.measures().verifiedSessions());
            assertEquals(2, rig.measures().accessories());
            assertEquals(2, rig.measures().absentAccessories());
        }
    }

    @Test
    void countsWhatIsStoredAndWhatCannotBe() {
        FakeStore store = new FakeStore();
        try (BridgeRig rig = BridgeRig.of(store, Map.of()).ready()) {
            long writes = rig.measures().storeWrites();
            rig.actions().newSetupCode().toCompletableFuture().join();
            assertEquals(writes + 1, rig.measures().storeWrites());
            assertEquals(0, rig.measures().storeFailures());
            store.broken(true);
            rig.actions()
                    .newSetupCode()
                    .handle((code, failure) -> null)
                    .toCompletableFuture()
                    .join();
            assertEquals(1, rig.measures().storeFailures());
            assertEquals(writes + 1, rig.measures().storeWrites());
        }
    }

    @Test
    void showsThemAsLongAsItRuns() {
        BridgeRig rig = BridgeRig.paired();
        assertEquals(List.of("home"), rig.measured());
        rig.close();
        assertEquals(List.of(), rig.measured());
    }

    private static List<Long> outcomes(long ok, long partial, long refused) {
        return List.of(ok, partial, refused, 0L);
    }

    private static List<Long> outcomes(BridgeMeasures seen, RequestKind kind) {
        return List.of(RequestOutcome.values()).stream()
                .map(seen.requests(kind)::count)
                .toList();
    }
}
