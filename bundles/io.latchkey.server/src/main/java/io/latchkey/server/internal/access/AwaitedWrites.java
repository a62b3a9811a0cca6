// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.access;

import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.server.internal.access.Access.WriteEntry;
import io.latchkey.server.internal.database.Presence;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.work.CallLanes.Lane;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The writes of one request to what nobody stands behind. Those to what may still come wait, those of one accessory
 * together and in their order, and are judged anew by the definition that comes; others fail at once. For one thread until
 * {@link #begin}; then whoever publishes the accessory carries them on.
 */
final class AwaitedWrites {
    private final RequestResults gathering;
    private final Writer writer;
    private final Map<Lane, Map<Integer, WriteEntry>> byLane = new LinkedHashMap<>();

    AwaitedWrites(RequestResults gathering, Writer writer) {
        this.gathering = gathering;
        this.writer = writer;
    }

    /** Writes the entries of those indices, all of one accessory. */
    interface Writer {
        void write(List<WriteEntry> entries, List<Integer> indices, RequestResults gathering);
    }

    void add(int index, WriteEntry entry) {
        PublishedCharacteristic characteristic = entry.characteristic().orElseThrow();
        if (characteristic.presence() == Presence.AWAITED) {
            byLane.computeIfAbsent(characteristic.lane(), lane -> new LinkedHashMap<>())
                    .put(index, entry);
        } else {
            gathering.put(index, Result.failed(HapStatus.UNABLE_TO_COMMUNICATE));
        }
    }

    void begin() {
        byLane.values().forEach(this::await);
    }

    private void await(Map<Integer, WriteEntry> entries) {
        int first = entries.keySet().iterator().next();
        PublishedCharacteristic awaited = entries.get(first).characteristic().orElseThrow();
        entries.keySet().stream()
                .filter(index -> index != first)
                .forEach(index -> gathering.waitsForSomebody(index, () -> {}, () -> () -> {}));
        gathering.waitsForSomebody(first, () -> {}, () -> awaited.whenDecided(found -> goOn(entries)));
    }

    private void goOn(Map<Integer, WriteEntry> entries) {
        List<WriteEntry> now = new ArrayList<>();
        List<Integer> indices = new ArrayList<>();
        entries.forEach((index, entry) -> {
            gathering.hasSomebody(index);
            WriteEntry judged = judged(entry);
            while (now.size() <= index) {
                now.add(judged);
            }
            if (judged.characteristic().isPresent()) {
                indices.add(index);
            } else {
                gathering.put(index, judged.known());
            }
        });
        if (!indices.isEmpty()) {
            writer.write(now, indices, gathering);
        }
    }

    private static WriteEntry judged(WriteEntry entry) {
        Optional<PublishedCharacteristic> found =
                entry.characteristic().orElseThrow().latest();
        if (found.isEmpty() || found.get().presence() != Presence.ATTACHED) {
            return failed(HapStatus.UNABLE_TO_COMMUNICATE);
        }
        PublishedCharacteristic characteristic = found.get();
        Write write = entry.write().orElseThrow();
        Optional<Value> accepted =
                characteristic.definition().constraints().accept(characteristic.format(), write.value());
        if (!characteristic.allows(Permission.PAIRED_WRITE) || accepted.isEmpty()) {
            return failed(accepted.isEmpty() ? HapStatus.INVALID_VALUE : HapStatus.READ_ONLY);
        }
        Write again =
                new Write(accepted.get(), write.controller(), write.authorization(), write.remote(), write.batch());
        return new WriteEntry(found, Optional.of(again), entry.response(), Result.DONE);
    }

    private static WriteEntry failed(HapStatus status) {
        return new WriteEntry(Optional.empty(), Optional.empty(), false, Result.failed(status));
    }
}
