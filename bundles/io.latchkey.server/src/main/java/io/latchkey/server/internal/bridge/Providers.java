// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.server.internal.database.Offering;
import io.latchkey.server.internal.work.CallLanes;
import io.latchkey.server.internal.work.CallLanes.Lane;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The providers that contribute to the bridges of one configuration. They come and go at any time; their code runs in
 * their lanes, so that one that hangs keeps neither the framework nor the bridge waiting. Safe for all threads.
 */
final class Providers {
    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    private final Set<AccessoryProvider> known;
    private final Map<AccessoryProvider, Opening> openings = new HashMap<>();
    private final CallLanes lanes;
    private final Offering offering;
    private BridgeView view;
    private boolean closed;

    /**
     * Opens those that are there already.
     *
     * @param known those of the component
     */
    Providers(Set<AccessoryProvider> known, CallLanes lanes, Offering offering, BridgeView view) {
        this.known = known;
        this.lanes = lanes;
        this.offering = offering;
        this.view = view;
    }

    /** Opens those that are there and closes those that have left. All have joined before the first one can have told all. */
    synchronized void update() {
        if (closed) {
            return;
        }
        openings.keySet().stream()
                .filter(each -> !known.contains(each))
                .toList()
                .forEach(this::close);
        List<AccessoryProvider> fresh =
                known.stream().filter(each -> !openings.containsKey(each)).toList();
        fresh.forEach(this::join);
        fresh.stream().filter(openings::containsKey).forEach(this::open);
    }

    /** Opens all anew with what they may know of the bridge now. */
    synchronized void view(BridgeView changed) {
        if (!view.equals(changed)) {
            view = changed;
            Set.copyOf(openings.keySet()).forEach(this::close);
            update();
        }
    }

    /** Closes all and opens none any more. */
    synchronized void close() {
        Set.copyOf(openings.keySet()).forEach(this::close);
        closed = true;
    }

    private void join(AccessoryProvider provider) {
        id(provider).ifPresent(id -> openings.put(provider, new Opening(new Lane(id, "open"), offering.join(id))));
    }

    private void open(AccessoryProvider provider) {
        Opening opening = openings.get(provider);
        BridgeView now = view;
        opening.run(() -> opening.opened(provider.open(now, opening.sink)));
    }

    private void close(AccessoryProvider provider) {
        Opening opening = openings.remove(provider);
        offering.leave(opening.sink);
        opening.end();
    }

    private static Optional<String> id(AccessoryProvider provider) {
        try {
            String id = provider.id();
            if (id != null && !id.isBlank() && !id.contains("/")) {
                return Optional.of(id);
            }
            LOG.warn(
                    "{} has no usable id: give it one without a slash",
                    provider.getClass().getName());
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} does not tell its id", provider.getClass().getName(), e);
        }
        return Optional.empty();
    }

    /** One provider's stay. */
    private final class Opening {
        private final Lane lane;
        private final AccessorySink sink;
        private Optional<AutoCloseable> handle = Optional.empty();
        private boolean ended;

        Opening(Lane lane, AccessorySink sink) {
            this.lane = lane;
            this.sink = sink;
        }

        void opened(AutoCloseable opened) {
            synchronized (this) {
                if (!ended) {
                    handle = Optional.ofNullable(opened);
                    return;
                }
            }
            closeNow(opened);
        }

        void end() {
            Optional<AutoCloseable> left;
            synchronized (this) {
                ended = true;
                left = handle;
                handle = Optional.empty();
            }
            left.ifPresent(opened -> run(() -> closeNow(opened)));
        }

        void run(Runnable foreign) {
            if (!lanes.offer(lane, foreign)) {
                LOG.debug("Provider {} can't be called any more", lane.contributor());
            }
        }

        private void closeNow(AutoCloseable opened) {
            try {
                opened.close();
            } catch (Exception e) {
                LOG.warn("Provider {} failed to end its contribution", lane.contributor(), e);
            }
        }
    }
}
