// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.CharacteristicId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads and writes of characteristics that nobody has attached to yet, while somebody still may. Whoever waits keeps a
 * deadline of his own. At most 8192 wait for a bridge; who comes after them gets the answer that there is now. Safe for all
 * threads; callbacks run without a lock, on the thread that asks or on the one that publishes.
 */
final class WaitingCalls {
    private static final int MOST = 8192;

    private final Supplier<Snapshot> snapshots;
    private final Map<CharacteristicId, List<Consumer<Optional<PublishedCharacteristic>>>> waiting = new HashMap<>();
    private int size;

    WaitingCalls(Supplier<Snapshot> snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * Calls back once the characteristic isn't awaited any more.
     *
     * @param whenDecided gets what is published then; empty when it has gone
     * @return ends the waiting without a call
     */
    Runnable await(CharacteristicId id, Consumer<Optional<PublishedCharacteristic>> whenDecided) {
        synchronized (this) {
            if (size < MOST && isAwaited(id)) {
                waiting.computeIfAbsent(id, first -> new ArrayList<>()).add(whenDecided);
                size++;
                return () -> withdraw(id, whenDecided);
            }
        }
        whenDecided.accept(snapshots.get().find(id));
        return () -> {};
    }

    Optional<PublishedCharacteristic> latest(CharacteristicId id) {
        return snapshots.get().find(id);
    }

    /** A new snapshot is there: calls back those whose wait is over. */
    void published() {
        List<Runnable> decided = new ArrayList<>();
        Snapshot now = snapshots.get();
        synchronized (this) {
            waiting.entrySet().removeIf(each -> {
                boolean over = !isAwaited(each.getKey());
                if (over) {
                    size -= each.getValue().size();
                    each.getValue().forEach(call -> decided.add(() -> call.accept(now.find(each.getKey()))));
                }
                return over;
            });
        }
        decided.forEach(Runnable::run);
    }

    private synchronized void withdraw(CharacteristicId id, Consumer<Optional<PublishedCharacteristic>> call) {
        List<Consumer<Optional<PublishedCharacteristic>>> calls = waiting.get(id);
        if (calls != null && calls.remove(call)) {
            size--;
            if (calls.isEmpty()) {
                waiting.remove(id);
            }
        }
    }

    private boolean isAwaited(CharacteristicId id) {
        return snapshots
                .get()
                .find(id)
                .filter(each -> each.presence() == Presence.AWAITED)
                .isPresent();
    }
}
