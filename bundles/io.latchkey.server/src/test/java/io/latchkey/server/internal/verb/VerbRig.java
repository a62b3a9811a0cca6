// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.verb;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.AccessoryPlace;
import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeControl;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.PairingStatus;
import io.latchkey.api.bridge.SessionStatus;
import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.identity.SetupPayload;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.History;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** Two bridges: one to pair, one that is paired and has a problem. */
final class VerbRig implements BridgeRuntime, BridgeControl {
    private static final SetupCode CODE = SetupCode.of("482-61-937");

    final List<String> done = new ArrayList<>();
    Optional<RuntimeException> trouble = Optional.empty();
    List<AbsentAccessory> absent = List.of();
    History history = History.NONE;
    boolean empty;
    boolean present;

    @Override
    public List<BridgeStatus> bridges() {
        return empty ? List.of() : List.of(status("attic", true), status("home", false));
    }

    private static BridgeStatus status(String id, boolean paired) {
        return new BridgeStatus(
                id,
                "My " + id,
                BridgeStatus.State.READY,
                Optional.of(paired ? new InetSocketAddress(21_001) : loopback(21_000)),
                Optional.of(new DeviceId("11:22:33:44:55:66")),
                paired ? 1 : 0,
                1,
                1,
                new ConfigurationNumber(7),
                paired ? Optional.empty() : Optional.of(CODE),
                paired
                        ? Optional.empty()
                        : Optional.of(new SetupPayload(CODE, new SetupId("A1B2"), AccessoryCategory.BRIDGE)),
                paired ? Optional.of("too many lamps") : Optional.empty(),
                Optional.empty(),
                "io.latchkey.bridge~" + id);
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public List<AccessoryStatus> accessories(String bridge) {
        return List.of(new AccessoryStatus(
                new AccessoryId(2), "Lamp", "items", "lamp", List.of("Lightbulb", "Battery"), present));
    }

    @Override
    public List<AccessoryPlace> places(String bridge) {
        return List.of();
    }

    @Override
    public List<AbsentAccessory> absent(String bridge) {
        return absent.stream().filter(each -> each.bridge().equals(bridge)).toList();
    }

    @Override
    public CompletionStage<Void> prune(String bridge, Collection<AbsentAccessory> accessories) {
        return note("prune " + bridge + " "
                + accessories.stream().map(AbsentAccessory::key).toList());
    }

    @Override
    public CompletionStage<Void> adopt(AbsentAccessory old, String successor) {
        return note("adopt " + old.key() + " " + successor);
    }

    @Override
    public List<PairingStatus> pairings(String bridge) {
        return bridge.equals("home")
                ? List.of()
                : List.of(new PairingStatus(new ControllerId("PHONE"), Permissions.ADMIN, 2));
    }

    @Override
    public List<SessionStatus> sessions(String bridge) {
        return List.of(new SessionStatus(5, loopback(40_000), Optional.empty(), Instant.EPOCH, 3));
    }

    @Override
    public History history(String bridge) {
        return bridge.equals("home") ? history : History.NONE;
    }

    private <T> CompletionStage<T> note(String what) {
        done.add(what);
        return trouble.<CompletionStage<T>>map(CompletableFuture::failedFuture)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    @Override
    public CompletionStage<Void> reset(String bridge) {
        return note("reset " + bridge);
    }

    @Override
    public CompletionStage<Void> removePairing(String bridge, ControllerId controller) {
        return note("remove " + bridge + " " + controller);
    }

    @Override
    public CompletionStage<SetupCode> newSetupCode(String bridge) {
        return note("code " + bridge);
    }

    @Override
    public CompletionStage<Void> identify(String bridge, AccessoryId accessory) {
        return note("identify " + bridge);
    }

    @Override
    public CompletionStage<Void> purge(String bridge) {
        return note("purge " + bridge);
    }

    @Override
    public CompletionStage<Void> replace(String bridge, UnaryOperator<BridgeMemory> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> whileAtRest(Collection<String> bridges, Runnable work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Path> backup(String bridge) {
        return note("backup " + bridge);
    }
}
