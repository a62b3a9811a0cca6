// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.PairingStatus;
import io.latchkey.api.bridge.SessionStatus;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.model.AccessoryId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A bridge that no configuration names, as this bundle's other components see it.
 *
 * @param bridge what runs
 * @param workers for changes
 */
record FurtherBridge(Bridge bridge, Workers workers) implements RunningBridge {

    @Override
    public String id() {
        return bridge.settings().id();
    }

    @Override
    public BridgeStatus status() {
        return BridgeReport.of(bridge, Optional.empty(), List.of());
    }

    @Override
    public List<AccessoryStatus> accessories() {
        return BridgeReport.accessories(bridge);
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
    public CompletionStage<Void> reset() {
        return actions().reset();
    }

    @Override
    public CompletionStage<Void> removePairing(ControllerId controller) {
        return actions().removePairing(controller);
    }

    @Override
    public CompletionStage<SetupCode> newSetupCode() {
        return actions().newSetupCode();
    }

    @Override
    public CompletionStage<Void> identify(AccessoryId accessory) {
        return actions().identify(accessory);
    }

    @Override
    public void replace(Runnable work) {
        throw new IllegalStateException("bridge " + id() + " belongs to another bridge's configuration: name that one");
    }

    private BridgeActions actions() {
        return new BridgeActions(bridge, workers);
    }
}
