// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeControl;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.PairingStatus;
import io.latchkey.api.bridge.SessionStatus;
import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.identity.SetupPayload;
import io.latchkey.api.model.AccessoryId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Bridges as a test wants them; remembers what was asked of them. */
final class FakeBridges implements BridgeRuntime, BridgeControl {
    static final SetupCode CODE = SetupCode.of("482-13-975");

    final List<String> asked = new ArrayList<>();
    Optional<RuntimeException> trouble = Optional.empty();
    private final Map<String, BridgeStatus> all = new TreeMap<>();

    /** A bridge that runs, with a code to show unless it is paired. */
    void ready(String id, SetupCode code, int controllers) {
        Optional<SetupCode> shown = controllers > 0 ? Optional.empty() : Optional.of(code);
        put(id, BridgeStatus.State.READY, controllers, shown, Optional.empty());
    }

    /** A bridge that is not there for controllers. */
    void state(String id, BridgeStatus.State state, String problem) {
        put(id, state, 0, Optional.empty(), Optional.of(problem));
    }

    static SetupPayload payload(SetupCode code) {
        return new SetupPayload(code, new SetupId("7OSX"), AccessoryCategory.BRIDGE);
    }

    private void put(
            String id, BridgeStatus.State state, int controllers, Optional<SetupCode> code, Optional<String> problem) {
        all.put(
                id,
                new BridgeStatus(
                        id,
                        "Bridge <" + id + ">",
                        state,
                        Optional.empty(),
                        Optional.empty(),
                        controllers,
                        0,
                        0,
                        ConfigurationNumber.FIRST,
                        code,
                        code.map(FakeBridges::payload),
                        problem));
    }

    @Override
    public List<BridgeStatus> bridges() {
        return List.copyOf(all.values());
    }

    @Override
    public List<AccessoryStatus> accessories(String bridge) {
        return List.of();
    }

    @Override
    public List<PairingStatus> pairings(String bridge) {
        return List.of();
    }

    @Override
    public List<SessionStatus> sessions(String bridge) {
        return List.of();
    }

    @Override
    public CompletionStage<Void> reset(String bridge) {
        asked.add("reset " + bridge);
        return trouble.<CompletionStage<Void>>map(CompletableFuture::failedFuture)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    @Override
    public CompletionStage<SetupCode> newSetupCode(String bridge) {
        asked.add("newSetupCode " + bridge);
        return CompletableFuture.completedFuture(CODE);
    }

    @Override
    public CompletionStage<Void> removePairing(String bridge, ControllerId controller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> identify(String bridge, AccessoryId accessory) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> purge(String bridge) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Path> backup(String bridge) {
        throw new UnsupportedOperationException();
    }
}
