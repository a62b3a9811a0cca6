// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.PairingStatus;
import io.latchkey.api.bridge.SessionStatus;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.History;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * A bridge that no configuration names, or the server of an accessory that stands alone, as this bundle's other components see it.
 *
 * @param bridge what runs
 * @param group of the configuration that it belongs to
 * @param configuration its PID
 */
record FurtherBridge(Bridge bridge, BridgeGroup group, String configuration) implements RunningBridge {

    @Override
    public String id() {
        return bridge.settings().id();
    }

    @Override
    public BridgeStatus status() {
        return BridgeReport.of(bridge, configuration, Optional.empty(), List.of());
    }

    @Override
    public Optional<Bridge> running() {
        return Optional.of(bridge);
    }

    @Override
    public List<AccessoryStatus> accessories() {
        return BridgeReport.accessories(bridge);
    }

    @Override
    public List<AbsentAccessory> absent() {
        return group.absent(bridge);
    }

    @Override
    public List<PairingStatus> pairings() {
        return BridgeReport.pairings(bridge);
    }

    @Override
    public List<SessionStatus> sessions() {
        return BridgeReport.sessions(bridge);
    }

    @Override
    public History history() {
        return bridge.history();
    }

    @Override
    public CompletionStage<Void> replace(UnaryOperator<BridgeMemory> change) {
        return bridge.standalone()
                .map(accessory -> group.offering().replace(accessory, change))
                .orElseGet(() -> CompletableFuture.failedFuture(belongsToAnother()));
    }

    @Override
    public RestingBridge rest() {
        throw belongsToAnother();
    }

    private IllegalStateException belongsToAnother() {
        return new IllegalStateException(
                "bridge " + id() + " belongs to another bridge's configuration: name that one");
    }

    @Override
    public BridgeActions actions() {
        return new BridgeActions(bridge, group);
    }
}
