// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.extension;

import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.extension.BridgeExtension;
import io.latchkey.api.extension.ServiceKey;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.server.internal.access.Access;
import io.latchkey.server.internal.database.AccessoryKey;
import io.latchkey.server.internal.database.ExtensionAnswer;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.database.Snapshot;
import io.latchkey.server.internal.store.StoredBridge;
import io.latchkey.server.internal.work.CallLanes.ContributorName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One extension at work for one bridge, from its opening to its end: the calls that the bridge makes, each guarded. Safe for
 * all threads; no method waits but {@link #silences}, for an extension that breaks its promise.
 */
final class OpenedExtension {
    private static final Logger LOG = LoggerFactory.getLogger(OpenedExtension.class);

    private final InstalledExtension extension;
    private final ContributorName name;
    private final ExtensionCalls calls;
    private final ServiceAccess services;
    private final GuardedBridge bridge;
    private volatile Optional<BridgeExtension> handle = Optional.empty();
    private volatile boolean closed;

    OpenedExtension(InstalledExtension extension, StoredBridge stored, Workers workers, Access access) {
        this.extension = extension;
        this.name = new ContributorName(extension.contributor().name());
        this.calls = new ExtensionCalls(extension.contributor(), workers);
        this.services = new ServiceAccess(extension.id(), access);
        this.bridge = new GuardedBridge(extension.id(), stored, workers, services, calls);
    }

    String id() {
        return extension.id();
    }

    /** Whether it has begun. */
    boolean isOpen() {
        return handle.isPresent();
    }

    /** Lets it begin; fails when it can't. */
    CompletionStage<?> open() {
        return contributor().ask("open", () -> extension.service().open(bridge)).thenAccept(opened -> {
            handle = Optional.of(opened);
            if (closed) {
                end(opened);
            }
        });
    }

    /** What it adds; empty when it can't be asked. */
    CompletionStage<Optional<ExtensionAnswer>> additions(Map<AccessoryKey, Accessory> accessories) {
        BridgeExtension open = handle.orElseThrow();
        return contributor()
                .ask("additions", () -> answer(open, accessories))
                .handle((answer, failure) -> Optional.ofNullable(answer));
    }

    /** A new snapshot is served from now on. */
    void published(Snapshot snapshot, BiConsumer<PublishedCharacteristic, Value> teller) {
        bridge.tellThrough(teller);
        services.published(ReachableServices.of(snapshot, Set.of(name, new ContributorName(id()))));
        handle.ifPresent(open -> calls.addOnce(
                "published", () -> open.published(services.reachable().all())));
    }

    /** Whether subscribers need not hear of that; on a thread of the host. */
    boolean silences(CharacteristicId characteristic, Value value) {
        return services.isHeard(characteristic)
                && handle.filter(open ->
                                contributor().get("silences", () -> open.silences(characteristic, value), false))
                        .isPresent();
    }

    /** A controller is about to write that; on an I/O thread. */
    void written(CharacteristicId characteristic) {
        services.written(characteristic)
                .ifPresent(heard -> handle.ifPresent(open -> {
                    boolean isTaken = calls.add("written", () -> {
                        try {
                            open.written(characteristic);
                        } finally {
                            heard.run();
                        }
                    });
                    if (!isTaken) {
                        LOG.debug("{} has too much to do to hear of a write to {}", name, characteristic);
                        heard.run();
                    }
                }));
    }

    void unpaired() {
        handle.ifPresent(open -> calls.addOnce("unpaired", open::unpaired));
    }

    /** Ends it; the stage ends once it was told so, and fails when it fails or couldn't be. */
    CompletionStage<?> close() {
        closed = true;
        calls.close();
        bridge.close();
        return handle.<CompletionStage<?>>map(this::end).orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private CompletionStage<?> end(BridgeExtension open) {
        return contributor().ask("close", () -> {
            open.close();
            return open;
        });
    }

    private Contributor contributor() {
        return extension.contributor();
    }

    private ExtensionAnswer answer(BridgeExtension open, Map<AccessoryKey, Accessory> accessories) {
        Map<ServiceKey, List<Characteristic>> added = new HashMap<>();
        Map<AccessoryKey, List<Service>> services = new HashMap<>();
        accessories.forEach((key, accessory) -> {
            accessory
                    .services()
                    .forEach(service -> put(
                            added,
                            key.of(service),
                            "additions",
                            () -> usable(open.additions(key.of(service), service), service)));
            put(services, key, "services", () -> usable(open.services(key.provider(), accessory), accessory));
        });
        return new ExtensionAnswer(id(), name, added, services);
    }

    private <K, V> void put(Map<K, V> answers, K key, String what, Supplier<V> question) {
        try {
            answers.put(key, contributor().require(what, question::get));
        } catch (ContributorException told) {
            LOG.debug("{} can't say what it adds to {}", name, key);
        }
    }

    private static List<Service> usable(List<Service> added, Accessory accessory) {
        Set<String> own = accessory.services().stream().map(Service::key).collect(Collectors.toSet());
        Set<String> all = new HashSet<>(own);
        for (Service each : added) {
            if (each.isPrimary() || !own.containsAll(each.linked()) || !all.add(each.key())) {
                throw new IllegalArgumentException("service " + each + " can't be added to " + accessory
                        + ": give it a key of its own and no rank, and link it to services of the accessory only");
            }
        }
        return List.copyOf(added);
    }

    private static List<Characteristic> usable(List<Characteristic> added, Service service) {
        List<Characteristic> copy = List.copyOf(added);
        Set<CharacteristicType> types = new HashSet<>();
        for (Characteristic each : copy) {
            if (service.find(each.type()).isPresent() || !types.add(each.type())) {
                throw new IllegalArgumentException(service + " has " + each + " already");
            }
        }
        return copy;
    }
}
