// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.extension;

import io.latchkey.api.extension.ServiceKey;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicType.Trait;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.server.internal.access.Access;
import io.latchkey.server.internal.access.Access.ReadEntry;
import io.latchkey.server.internal.access.Access.WriteEntry;
import io.latchkey.server.internal.access.Result;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The services that one extension reaches: reads and writes of it, and what it watches. From a controller's write until the
 * extension has heard of that write, its own writes to that service are refused, so that a person's choice is never
 * overwritten by what was decided before it. Safe for all threads; results come on any thread.
 */
final class ServiceAccess {
    private final ControllerId writer;
    private final Access access;
    private final Map<ServiceKey, Integer> unheard = new ConcurrentHashMap<>();
    private volatile ReachableServices reachable = ReachableServices.NONE;
    private volatile Set<CharacteristicId> watched = Set.of();

    ServiceAccess(String extension, Access access) {
        this.writer = new ControllerId("latchkey." + extension);
        this.access = access;
    }

    /** These services can be reached from now on. */
    void published(ReachableServices services) {
        reachable = services;
    }

    ReachableServices reachable() {
        return reachable;
    }

    void watch(Set<CharacteristicId> characteristics) {
        watched = Set.copyOf(characteristics);
    }

    /** Whether the extension is to be asked about changes of that: it watches it and has heard of all writes to its service. */
    boolean isHeard(CharacteristicId characteristic) {
        return watched.contains(characteristic)
                && reachable
                        .service(characteristic)
                        .filter(service -> !unheard.containsKey(service))
                        .isPresent();
    }

    /**
     * A controller is about to write that.
     *
     * @return to be run once the extension has heard of it; empty when it doesn't watch it
     */
    Optional<Runnable> written(CharacteristicId characteristic) {
        if (!watched.contains(characteristic)) {
            return Optional.empty();
        }
        return reachable.service(characteristic).map(service -> {
            unheard.merge(service, 1, Integer::sum);
            return () -> unheard.computeIfPresent(service, (same, count) -> count > 1 ? count - 1 : null);
        });
    }

    /** Reads what can be read of these. */
    void read(Collection<CharacteristicId> characteristics, Consumer<Map<CharacteristicId, Value>> whenRead) {
        List<PublishedCharacteristic> found = characteristics.stream()
                .flatMap(id -> reachable.find(id).stream())
                .filter(each -> each.allows(Permission.PAIRED_READ) && !each.is(Trait.ADMIN_READ))
                .toList();
        List<ReadEntry> entries = found.stream()
                .map(each -> new ReadEntry(Optional.of(each), Result.DONE))
                .toList();
        access.read(entries, results -> whenRead.accept(values(found, results)));
    }

    /** Writes it, or says why not. */
    void write(CharacteristicId characteristic, Value value, Consumer<HapStatus> whenWritten) {
        Optional<PublishedCharacteristic> found = reachable.find(characteristic);
        Optional<Value> accepted =
                found.flatMap(each -> each.definition().constraints().accept(each.format(), value));
        Optional<HapStatus> refusal = refusal(characteristic, found, accepted);
        if (refusal.isPresent()) {
            whenWritten.accept(refusal.get());
            return;
        }
        Write write = new Write(accepted.orElseThrow(), writer, Optional.empty(), false, Runnable::run);
        access.write(
                List.of(new WriteEntry(found, Optional.of(write), false, Result.DONE)),
                results -> whenWritten.accept(results.get(0).status()));
    }

    private Optional<HapStatus> refusal(
            CharacteristicId id, Optional<PublishedCharacteristic> found, Optional<Value> accepted) {
        if (found.isEmpty()) {
            return Optional.of(HapStatus.RESOURCE_DOES_NOT_EXIST);
        }
        if (!found.get().allows(Permission.PAIRED_WRITE)) {
            return Optional.of(HapStatus.READ_ONLY);
        }
        if (accepted.isEmpty()) {
            return Optional.of(HapStatus.INVALID_VALUE);
        }
        boolean isUnheard = reachable.service(id).filter(unheard::containsKey).isPresent();
        return isUnheard ? Optional.of(HapStatus.BUSY) : Optional.empty();
    }

    private static Map<CharacteristicId, Value> values(List<PublishedCharacteristic> asked, List<Result> results) {
        Map<CharacteristicId, Value> values = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            CharacteristicId id = asked.get(i).id();
            results.get(i).value().ifPresent(value -> values.put(id, value));
        }
        return values;
    }
}
