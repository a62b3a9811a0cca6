// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.server.internal.database.Snapshot;
import io.latchkey.server.internal.pairing.TrustReport;
import java.util.List;
import java.util.Optional;

/** The bridge of a rig alone, as examinations see it. */
record ExaminedRig(BridgeRig rig) implements ExaminedBridges {
    @Override
    public List<ExaminedBridge> examined() {
        return List.of(BridgeReport.examined(rig.status(), Optional.of(rig.bridge())));
    }

    @Override
    public Optional<TrustReport> trust(String bridge) {
        return rig.bridge().loaded().map(each -> each.trust().report());
    }

    @Override
    public Optional<Snapshot> shown(String bridge) {
        return rig.bridge().loaded().map(each -> each.database().snapshot());
    }

    @Override
    public Optional<String> storeTrouble(String bridge) {
        return rig.bridge().storeTrouble();
    }
}
