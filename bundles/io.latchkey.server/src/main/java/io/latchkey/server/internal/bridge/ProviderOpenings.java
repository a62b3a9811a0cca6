// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.server.internal.database.ContributedAccessories;
import io.latchkey.server.internal.work.CallLanes;
import io.latchkey.server.internal.work.CallLanes.Lane;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The providers that contribute to the bridges of one configuration. They come and go at any time; their code runs in
 * their lanes, so that one that hangs keeps neither the framework nor the bridge waiting. One that fails is tried again.
 * Safe for all threads.
 */
final class ProviderOpenings {
    /** How long those that have told their ids wait for others, so that all have joined before one can have told all. */
    static final Duration ID_PATIENCE = Duration.ofSeconds(1);
    /** After how long what a provider that hasn't opened was to bring counts as absent. */
    static final Duration OPEN_PATIENCE = Duration.ofSeconds(5);
    /** When one that failed is tried again. */
    static final Duration RETRY = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(ProviderOpenings.class);

    private final Set<AccessoryProvider> known;
    private final Map<AccessoryProvider, Opening> openings = new HashMap<>();
    private final Map<AccessoryProvider, Asking> askings = new HashMap<>();
    private final Workers workers;
    private final CallLanes lanes;
    private final ContributedAccessories offering;
    private BridgeView view;
    private boolean closed;

    /**
     * Opens those that are there already.
     *
     * @param known those of the component
     */
    ProviderOpenings(
            Set<AccessoryProvider> known,
            Workers workers,
            CallLanes lanes,
            ContributedAccessories offering,
            BridgeView view) {
        this.known = known;
        this.workers = workers;
        this.lanes = lanes;
        this.offering = offering;
        this.view = view;
    }

    /** Opens those that are there and closes those that have left. All have joined before the first one can have told all. */
    synchronized void update() {
        if (closed) {
            return;
        }
        askings.keySet().retainAll(known);
        openings.keySet().stream()
                .filter(each -> !known.contains(each))
                .toList()
                .forEach(this::close);
        List<Asking> fresh = known.stream()
                .filter(each -> !openings.containsKey(each) && !askings.containsKey(each))
                .map(Asking::new)
                .toList();
        fresh.forEach(each -> askings.put(each.provider, each));
        fresh.forEach(each -> lanes.offer(each.lane, each));
        if (!fresh.isEmpty()) {
            later(ID_PATIENCE, this::openAnswered);
        }
    }

    private synchronized void answered() {
        if (askings.values().stream().allMatch(Asking::isAnswered)) {
            openAnswered();
        }
    }

    private synchronized void openAnswered() {
        if (closed) {
            return;
        }
        List<Asking> ready = askings.values().stream()
                .filter(each -> each.id.isPresent())
                .filter(each -> !openings.containsKey(each.provider))
                .toList();
        ready.forEach(each -> openings.put(
                each.provider, new Opening(new Lane(each.id.get(), "open"), offering.join(each.id.get()))));
        ready.forEach(each -> open(each.provider));
    }

    /** Opens all anew with what they may know of the bridge now. */
    synchronized void view(BridgeView changed) {
        if (!view.equals(changed)) {
            view = changed;
            Set.copyOf(openings.keySet()).forEach(this::close);
            openAnswered();
        }
    }

    /** Closes all and opens none any more. */
    synchronized void close() {
        Set.copyOf(openings.keySet()).forEach(this::close);
        closed = true;
    }

    private void open(AccessoryProvider provider) {
        Opening opening = openings.get(provider);
        BridgeView now = view;
        opening.run(() -> {
            try {
                opening.opened(lanes.inPlace(opening.lane, "open", () -> provider.open(now, opening.sink)));
            } catch (Throwable failure) {
                lanes.failed(opening.lane, "open", failure);
                failed(provider, opening);
            }
        });
        later(OPEN_PATIENCE, opening::late);
    }

    private void failed(AccessoryProvider provider, Opening opening) {
        opening.late();
        later(RETRY, () -> again(provider, opening));
    }

    private synchronized void again(AccessoryProvider provider, Opening failed) {
        if (openings.get(provider) == failed) {
            close(provider);
            openAnswered();
        }
    }

    private void close(AccessoryProvider provider) {
        Opening opening = openings.remove(provider);
        offering.leave(opening.sink);
        opening.end();
    }

    private void later(Duration delay, Runnable task) {
        try {
            workers.schedule(delay, task);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("No provider is waited for any more: the threads have stopped");
        }
    }

    /** Asks one provider who it is. */
    private final class Asking implements Runnable {
        private final AccessoryProvider provider;
        private final Lane lane;
        private volatile boolean isAnswered;
        private volatile Optional<String> id = Optional.empty();

        Asking(AccessoryProvider provider) {
            this.provider = provider;
            this.lane = new Lane(provider.getClass().getName(), "id");
        }

        boolean isAnswered() {
            return isAnswered;
        }

        @Override
        public void run() {
            try {
                String told = lanes.inPlace(lane, "id", provider::id);
                if (told == null || told.isBlank() || told.contains("/")) {
                    throw new IllegalArgumentException("no usable id: give it one without a slash");
                }
                id = Optional.of(told);
            } catch (Throwable failure) {
                lanes.failed(lane, "id", failure);
                later(RETRY, this::again);
            }
            isAnswered = true;
            answered();
        }

        private void again() {
            synchronized (ProviderOpenings.this) {
                if (!closed && askings.get(provider) == this) {
                    lanes.offer(lane, this);
                }
            }
        }
    }

    /** One provider's stay. */
    private final class Opening {
        private final Lane lane;
        private final AccessorySink sink;
        private Optional<AutoCloseable> handle = Optional.empty();
        private boolean isOpened;
        private boolean ended;

        Opening(Lane lane, AccessorySink sink) {
            this.lane = lane;
            this.sink = sink;
        }

        void opened(AutoCloseable opened) {
            synchronized (this) {
                isOpened = true;
                if (!ended) {
                    handle = Optional.ofNullable(opened);
                    return;
                }
            }
            closeNow(opened);
        }

        /** What it hasn't brought so far isn't waited for. */
        void late() {
            synchronized (this) {
                if (isOpened || ended) {
                    return;
                }
            }
            sink.complete();
        }

        void end() {
            Optional<AutoCloseable> left;
            synchronized (this) {
                ended = true;
                left = handle;
                handle = Optional.empty();
            }
            lanes.left(lane);
            left.ifPresent(opened -> run(() -> closeNow(opened)));
        }

        void run(Runnable foreign) {
            if (!lanes.offer(lane, foreign)) {
                LOG.debug("Provider {} can't be called any more", lane.contributor());
            }
        }

        private void closeNow(AutoCloseable opened) {
            try {
                lanes.inPlace(lane, "close", () -> {
                    opened.close();
                    return opened;
                });
            } catch (Throwable failure) {
                lanes.failed(lane, "close", failure);
            }
        }
    }
}
