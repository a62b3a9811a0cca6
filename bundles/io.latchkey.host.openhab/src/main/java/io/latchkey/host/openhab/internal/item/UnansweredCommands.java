// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * The items that Home has told something and that have had no state since. Whoever told them shows the wish until a state
 * comes, so somebody has to say that they stayed as they were. What openHAB does with a command, from 4.3 to 5.3:
 *
 * <ul>
 *   <li>An item without channels, one whose channels recommend it, and one with the metadata {@code autoupdate="true"}: it
 *       takes the state, and a state event says so.
 *   <li>Channels of which one is online: a predicted state that is no confirmation. It means nothing: the device answers or
 *       it doesn't.
 *   <li>The metadata {@code autoupdate="false"}, a channel that vetoes, a group: nothing at all, until somebody gives the
 *       item a state.
 *   <li>Channels of which none is online: the predicted state is the present one, as a confirmation. That is a refusal.
 * </ul>
 *
 * <p>So a refusal is told at once, and of what isn't answered at all within a minute is told what it is, as everybody sees
 * it who reads it. The timer costs the same however many commands wait. Thread-safe.
 */
final class UnansweredCommands {
    /** Longer than most devices that have to be asked are asked. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Workers workers;
    private final Consumer<String> refused;
    private final Consumer<String> unanswered;
    private final Map<String, Long> told = new HashMap<>();
    private Optional<Future<?>> timer = Optional.empty();

    /**
     * Nothing waits yet.
     *
     * @param refused hears of items that refused a command, on openHAB's thread
     * @param unanswered hears of items that were silent too long, on the thread of timers
     */
    UnansweredCommands(Workers workers, Consumer<String> refused, Consumer<String> unanswered) {
        this.workers = workers;
        this.refused = refused;
        this.unanswered = unanswered;
    }

    /** An item is about to be told something. */
    synchronized void told(String item) {
        told.put(item, workers.nanoTime());
        if (timer.isEmpty()) {
            timer = lookAfter(PATIENCE);
        }
    }

    /** An item has a state, or wasn't told anything. */
    synchronized void answered(String item) {
        told.remove(item);
    }

    /** openHAB says that an item stays as it is. */
    void refused(String item) {
        synchronized (this) {
            if (told.remove(item) == null) {
                return;
            }
        }
        refused.accept(item);
    }

    /** Nobody waits any more. */
    synchronized void close() {
        told.clear();
        timer.ifPresent(pending -> pending.cancel(false));
    }

    private Optional<Future<?>> lookAfter(Duration delay) {
        try {
            return Optional.of(workers.schedule(delay, this::look));
        } catch (RejectedExecutionException stopping) {
            return Optional.empty();
        }
    }

    private void look() {
        Set<String> silent = new HashSet<>();
        synchronized (this) {
            long now = workers.nanoTime();
            told.forEach((item, since) -> {
                if (now - since >= PATIENCE.toNanos()) {
                    silent.add(item);
                }
            });
            told.keySet().removeAll(silent);
            timer = told.values().stream()
                    .min(Long::compare)
                    .flatMap(first -> lookAfter(PATIENCE.minusNanos(now - first)));
        }
        silent.forEach(unanswered);
    }
}
