// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.MemoryTransport.FakeListener;
import io.latchkey.server.internal.fake.ServerWait;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Homes of more lamps than one bridge may show. */
final class FurtherBridgesFixture {
    private FurtherBridgesFixture() {}

    static BridgeRig rig(FakeStore store, FakeProvider provider) {
        return BridgeRig.of(store, Map.of(), provider).ready();
    }

    static FakeListener listener(BridgeRig rig, String bridge) {
        ServerWait.until(
                bridge + " listens", () -> rig.transport().listener(bridge).isPresent());
        return rig.transport().listener(bridge).orElseThrow();
    }

    static Bridge further(BridgeRig rig, int number) {
        ServerWait.until("it listens", () -> find(rig, number).isPresent());
        return find(rig, number).orElseThrow();
    }

    static Optional<Bridge> find(BridgeRig rig, int number) {
        return rig.group().further().stream()
                .filter(each -> each.settings().id().equals("home-" + number))
                .filter(each -> each.listener().isPresent())
                .findFirst();
    }

    /** A store of a home that has needed a second bridge, on which an administrator is paired. */
    static FakeStore twoBridges() {
        FakeStore store = new FakeStore();
        try (BridgeRig rig = rig(store, FakeProvider.lamps(0, 150))) {
            further(rig, 2);
        }
        store.save(
                "home-2",
                Domain.PAIRINGS,
                new Pairings(List.of(new Pairing(BridgeRig.ADMIN, new byte[32], Permissions.ADMIN))));
        return store;
    }

    static List<String> keys(Bridge bridge) {
        return BridgeReport.accessories(bridge).stream()
                .map(AccessoryStatus::key)
                .toList();
    }
}
