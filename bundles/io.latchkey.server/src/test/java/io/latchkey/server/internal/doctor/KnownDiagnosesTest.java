// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.BridgeHealth;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.bridge.Severity;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.provider.Absence;
import io.latchkey.server.internal.bridge.BridgeRig;
import io.latchkey.server.internal.bridge.ExaminedBridges;
import io.latchkey.server.internal.database.Snapshot;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.ServerWait;
import io.latchkey.server.internal.pairing.RefusedController;
import io.latchkey.server.internal.pairing.TrustReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a bridge knows of its own troubles. */
class KnownDiagnosesTest {

    private final FixedRuntime runtime = new FixedRuntime();

    @Test
    void aWholeBridgeIsRight() {
        try (BridgeRig rig = BridgeRig.paired()) {
            assertEquals(List.of(Severity.RIGHT), severities(rig));
        }
    }

    @Test
    void whatIsAbsentIsTold() {
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
        try (BridgeRig rig = BridgeRig.paired()) {
            assertEquals(List.of("accessory-absent"), codes(rig));
        }
    }

    @Test
    void whoIsKeptOutHasNoName() {
        Instant now = Instant.now();
        ControllerId stranger = new ControllerId("5F2C0D31-2B0E-4B0B-A2A5-000000000007");
        TrustReport report =
                new TrustReport(false, Optional.empty(), List.of(new RefusedController(stranger, false, now, now, 5)));
        List<Diagnosis> seen = new KnownDiagnoses(knowing(report), runtime).diagnoses();
        assertEquals(
                List.of("controller-unknown"),
                seen.stream().map(Diagnosis::code).toList());
        assertFalse(seen.toString().contains("5F2C0D31"));
    }

    @Test
    void aStoreThatRefusesIsToldUntilItTakesAChange() {
        FakeStore store = new FakeStore();
        try (BridgeRig rig = BridgeRig.of(store, Map.of()).ready()) {
            store.broken(true);
            rig.reset();
            ServerWait.until("the store to refuse", () -> codes(rig).equals(List.of("store-unwritable")));
            store.broken(false);
            rig.reset();
            ServerWait.until("the store to take it", () -> codes(rig).isEmpty());
        }
    }

    @Test
    void aBridgeWithoutItsPortCannotBeReached() {
        try (BridgeRig rig = BridgeRig.of(new FakeStore(), Map.of("port", 21_000))) {
            rig.transport().taken(21_000, true);
            rig.start().pass(Duration.ofSeconds(5));
            assertEquals(List.of("bridge-not-ready"), codes(rig));
            assertFalse(severities(rig).contains(Severity.MEND));
        }
    }

    private ExaminedBridges knowing(TrustReport report) {
        ExaminedBridge home = runtime.bridge("home", BridgeStatus.State.READY, 1, 1);
        return new ExaminedBridges() {
            @Override
            public List<ExaminedBridge> examined() {
                return List.of(home);
            }

            @Override
            public Optional<TrustReport> trust(String bridge) {
                return Optional.of(report);
            }

            @Override
            public Optional<String> storeTrouble(String bridge) {
                return Optional.empty();
            }

            @Override
            public Optional<Snapshot> shown(String bridge) {
                return Optional.empty();
            }
        };
    }

    private List<String> codes(BridgeRig rig) {
        return health(rig).diagnoses().stream()
                .filter(each -> each.severity() != Severity.RIGHT)
                .map(Diagnosis::code)
                .toList();
    }

    private List<Severity> severities(BridgeRig rig) {
        return health(rig).diagnoses().stream()
                .map(Diagnosis::severity)
                .distinct()
                .toList();
    }

    private BridgeHealth health(BridgeRig rig) {
        return new KnownDiagnoses(rig.examined(), runtime);
    }
}
