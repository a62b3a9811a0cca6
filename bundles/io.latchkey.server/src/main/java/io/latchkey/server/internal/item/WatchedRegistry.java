// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.item;

import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemChanges;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One registry, as far as bridges listen to it themselves: from the first watch on, and anew when it couldn't be listened to.
 * What it tells by itself is newer than what it was being asked for at that time. Safe for all threads; nothing waits.
 */
final class WatchedRegistry implements ItemListener {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedRegistry.class);
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final ItemRegistry registry;
    private final String host;
    private final Contributor contributor;
    private final Workers workers;
    private final Collection<ItemWatch> watches;
    private final AtomicLong told = new AtomicLong();
    private Optional<AutoCloseable> listening = Optional.empty();
    private boolean isBegun;
    private boolean isEnded;

    /**
     * Does nothing yet.
     *
     * @param contributor closed at its end
     * @param watches those that hear of it, which change with time
     */
    WatchedRegistry(
            ItemRegistry registry,
            String host,
            Contributor contributor,
            Workers workers,
            Collection<ItemWatch> watches) {
        this.registry = registry;
        this.host = host;
        this.contributor = contributor;
        this.workers = workers;
        this.watches = watches;
    }

    /** Listens, unless it does. */
    void begin() {
        synchronized (this) {
            if (isBegun || isEnded) {
                return;
            }
            isBegun = true;
        }
        contributor.ask("listen", () -> registry.listen(this)).whenComplete((begun, failure) -> {
            if (failure != null) {
                again();
            } else {
                begun(begun);
            }
        });
    }

    /** Has that item looked up. */
    void look(ItemWatch watch) {
        long before = told.get();
        contributor
                .ask("item", () -> registry.item(watch.item()).map(Item::state))
                .whenComplete((state, failure) -> {
                    if (failure == null && told.get() == before) {
                        watch.seen(host, state);
                    } else if (failure == null) {
                        look(watch);
                    }
                });
    }

    /** Listens no more: its items aren't there. */
    void end() {
        boolean isUnderWay;
        synchronized (this) {
            isEnded = true;
            isUnderWay = isBegun && listening.isEmpty();
        }
        if (!isUnderWay) {
            close();
        }
        watches.forEach(watch -> watch.seen(host, Optional.empty()));
    }

    @Override
    public void updated(String item, ItemState state) {
        for (ItemWatch watch : watches) {
            if (watch.item().equals(item)) {
                told.incrementAndGet();
                watch.seen(host, Optional.of(state));
            }
        }
    }

    /** Also told when the registry has become ready: whatever it says then, each item is looked up. */
    @Override
    public void replaced(ItemChanges changes) {
        watches.forEach(this::look);
    }

    private void begun(AutoCloseable begun) {
        boolean isLate;
        synchronized (this) {
            listening = Optional.of(begun);
            isLate = isEnded;
        }
        if (isLate) {
            close();
        } else {
            watches.forEach(this::look);
        }
    }

    private synchronized void again() {
        isBegun = false;
        if (isEnded) {
            contributor.close();
            return;
        }
        try {
            workers.schedule(RETRY, this::begin);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("{} isn't listened to any more: the threads have stopped", contributor.name());
        }
    }

    private void close() {
        Optional<AutoCloseable> begun;
        synchronized (this) {
            begun = listening;
        }
        if (begun.isEmpty()) {
            contributor.close();
            return;
        }
        contributor
                .ask("the end of listen", () -> {
                    try {
                        begun.get().close();
                        return true;
                    } catch (Exception failure) {
                        throw new IllegalStateException(failure);
                    }
                })
                .whenComplete((done, failure) -> contributor.close());
    }
}
