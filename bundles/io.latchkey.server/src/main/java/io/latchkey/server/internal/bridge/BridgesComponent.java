// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.AccessoryPlace;
import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeControl;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.EnablingStatus;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.bridge.PairingStatus;
import io.latchkey.api.bridge.SessionStatus;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.History;
import io.latchkey.server.internal.database.Snapshot;
import io.latchkey.server.internal.pairing.TrustReport;
import io.latchkey.server.internal.work.SerialQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Shows all bridges and takes a person's word for them; what is to be done is done by the bridge that is meant. */
@Component(service = {BridgeRuntime.class, BridgeControl.class, ExaminedBridges.class})
public final class BridgesComponent implements BridgeRuntime, BridgeControl, ExaminedBridges {
    private final BridgeStore store;
    private final Workers workers;
    private final Set<RunningBridge> bridges = ConcurrentHashMap.newKeySet();

    /** Begins without bridges. */
    @Activate
    public BridgesComponent(@Reference BridgeStore store, @Reference Workers workers) {
        this.store = store;
        this.workers = workers;
    }

    /** A bridge has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addBridge(RunningBridge bridge) {
        bridges.add(bridge);
    }

    /** A bridge has gone. */
    void removeBridge(RunningBridge bridge) {
        bridges.remove(bridge);
    }

    @Override
    public List<BridgeStatus> bridges() {
        return all().map(RunningBridge::status)
                .sorted(Comparator.comparing(BridgeStatus::id))
                .toList();
    }

    @Override
    public List<EnablingStatus> enabling() {
        return all().flatMap(each -> each.enabling().stream())
                .sorted(Comparator.comparing(EnablingStatus::bridge))
                .toList();
    }

    @Override
    public List<AccessoryStatus> accessories(String bridge) {
        return find(bridge).map(RunningBridge::accessories).orElse(List.of());
    }

    @Override
    public List<AccessoryPlace> places(String bridge) {
        return find(bridge).map(RunningBridge::places).orElse(List.of());
    }

    @Override
    public List<AbsentAccessory> absent(String bridge) {
        return find(bridge).map(RunningBridge::absent).orElse(List.of());
    }

    @Override
    public List<PairingStatus> pairings(String bridge) {
        return find(bridge).map(RunningBridge::pairings).orElse(List.of());
    }

    @Override
    public List<SessionStatus> sessions(String bridge) {
        return find(bridge).map(RunningBridge::sessions).orElse(List.of());
    }

    @Override
    public List<ExaminedBridge> examined() {
        return all().sorted(Comparator.comparing(RunningBridge::id))
                .map(each -> BridgeReport.examined(each.status(), each.running()))
                .toList();
    }

    @Override
    public Optional<TrustReport> trust(String bridge) {
        return loaded(bridge).map(each -> each.trust().report());
    }

    @Override
    public Optional<String> storeTrouble(String bridge) {
        return find(bridge).flatMap(RunningBridge::running).flatMap(Bridge::storeTrouble);
    }

    @Override
    public Optional<Snapshot> shown(String bridge) {
        return loaded(bridge).map(each -> each.database().snapshot());
    }

    @Override
    public History history(String bridge) {
        return find(bridge).map(RunningBridge::history).orElse(History.NONE);
    }

    @Override
    public CompletionStage<Void> reset(String bridge) {
        return on(bridge, running -> running.actions().reset());
    }

    @Override
    public CompletionStage<Void> removePairing(String bridge, ControllerId controller) {
        return on(bridge, running -> running.actions().removePairing(controller));
    }

    @Override
    public CompletionStage<SetupCode> newSetupCode(String bridge) {
        return on(bridge, running -> running.actions().newSetupCode());
    }

    @Override
    public CompletionStage<Void> identify(String bridge, AccessoryId accessory) {
        return on(bridge, running -> running.actions().identify(accessory));
    }

    @Override
    public CompletionStage<Void> prune(String bridge, Collection<AbsentAccessory> accessories) {
        return on(bridge, running -> running.actions().prune(accessories));
    }

    @Override
    public CompletionStage<Void> adopt(AbsentAccessory absent, String successor) {
        return on(absent.bridge(), running -> running.actions().adopt(absent, successor));
    }

    @Override
    public CompletionStage<Void> purge(String bridge) {
        return onDisk(() -> {
            if (find(bridge).isPresent()) {
                throw new IllegalStateException("bridge " + bridge + " runs: remove its configuration first");
            }
            requireStored(bridge);
            store.purge(bridge);
            return null;
        });
    }

    @Override
    public CompletionStage<Path> backup(String bridge) {
        return onDisk(() -> {
            requireStored(bridge);
            return store.backup(bridge);
        });
    }

    @Override
    public CompletionStage<Void> replace(String bridge, UnaryOperator<BridgeMemory> change) {
        return on(bridge, running -> running.replace(change));
    }

    @Override
    public CompletionStage<Void> whileAtRest(Collection<String> meant, Runnable work) {
        List<RestingBridge> resting = new ArrayList<>();
        try {
            meant.stream()
                    .map(id -> find(id).orElseThrow(() -> unknown(id)))
                    .toList()
                    .forEach(bridge -> resting.add(bridge.rest()));
        } catch (IllegalArgumentException | IllegalStateException cannotRest) {
            resting.forEach(each -> each.rested().whenComplete((done, failure) -> startAgain(List.of(each))));
            return CompletableFuture.failedFuture(cannotRest);
        }
        return CompletableFuture.allOf(resting.stream()
                        .map(each -> each.rested().toCompletableFuture())
                        .toArray(CompletableFuture[]::new))
                .thenCompose(rested -> this.<Void>onDisk(() -> {
                    work.run();
                    return null;
                }))
                .whenComplete((done, failure) -> startAgain(resting));
    }

    private void startAgain(List<RestingBridge> resting) {
        new SerialQueue(workers)
                .add(() -> resting.forEach(each -> each.startAgain().run()));
    }

    private Optional<LoadedBridge> loaded(String bridge) {
        return find(bridge).flatMap(RunningBridge::running).flatMap(Bridge::loaded);
    }

    private Optional<RunningBridge> find(String id) {
        return all().filter(bridge -> bridge.id().equals(id)).min(Comparator.comparing(BridgesComponent::isRefused));
    }

    /** Whether it is only a configuration that can't be used and may ask for the id of one that runs. */
    private static boolean isRefused(RunningBridge bridge) {
        return bridge.status().state() == BridgeStatus.State.FAILED;
    }

    private Stream<RunningBridge> all() {
        return bridges.stream().flatMap(bridge -> Stream.concat(Stream.of(bridge), bridge.further().stream()));
    }

    private void requireStored(String bridge) {
        if (!store.bridges().contains(bridge)) {
            throw unknown(bridge);
        }
    }

    private <T> CompletionStage<T> on(String id, Function<RunningBridge, CompletionStage<T>> action) {
        try {
            return find(id).map(action).orElseGet(() -> CompletableFuture.failedFuture(unknown(id)));
        } catch (IllegalStateException notRunning) {
            return CompletableFuture.failedFuture(notRunning);
        }
    }

    private <T> CompletionStage<T> onDisk(Supplier<T> task) {
        return on(workers.disk(), task);
    }

    private static <T> CompletionStage<T> on(Executor threads, Supplier<T> task) {
        try {
            return CompletableFuture.supplyAsync(task, threads);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedFuture(new IllegalStateException("too busy: try again"));
        }
    }

    private static IllegalArgumentException unknown(String bridge) {
        return new IllegalArgumentException("there is no bridge " + bridge);
    }
}
