// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.store.Happening.Kind;
import io.latchkey.api.transport.Listener;
import io.latchkey.server.internal.bridge.BridgeState.Leaving;
import io.latchkey.server.internal.bridge.BridgeState.Loading;
import io.latchkey.server.internal.bridge.BridgeState.Open;
import io.latchkey.server.internal.bridge.BridgeState.Waiting;
import io.latchkey.server.internal.history.BridgeHistory;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The states of one bridge and what leads from one to the next: its store is read, its accessories are shown, its port is
 * open, it leaves. Each change is a message in its queue, which wishes of others only give a reason for. All methods may be
 * called by any thread and wait for nothing.
 */
final class BridgeLife {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeLife.class);

    private final BridgeServices parts;
    private final Supplier<Settings> settings;
    private final BridgeLoader loader;
    private final Function<Settings, CompletionStage<LoadedBridge>> load;
    private final BridgeHistory history;
    private final BridgeRecord record;
    private final BridgeMessages messages;
    private final Runnable shown = this::shown;
    private final Runnable announcement = this::announceNow;
    private final Runnable reconfiguration = this::reconfigure;
    private volatile BridgeState state = new Loading();
    private Settings applied;
    private CompletableFuture<Void> loading = CompletableFuture.completedFuture(null);
    private boolean isShown;

    /**
     * Begins with a bridge that does nothing yet.
     *
     * @param settings the configuration as it is now
     * @param history of what becomes of it
     * @param load makes the bridge of its store
     */
    BridgeLife(
            BridgeServices parts,
            Supplier<Settings> settings,
            BridgeLoader loader,
            BridgeHistory history,
            Function<Settings, CompletionStage<LoadedBridge>> load) {
        this.parts = parts;
        this.settings = settings;
        this.applied = settings.get();
        this.loader = loader;
        this.history = history;
        this.load = load;
        this.record = new BridgeRecord(parts.advertiser());
        this.messages =
                new BridgeMessages(applied.id(), parts.workers(), this::advance, why -> history.note(Kind.FAILED, why));
    }

    /** Where it stands. */
    BridgeState state() {
        return state;
    }

    /** What keeps it from working, for people. */
    Optional<String> problem() {
        return messages.problem();
    }

    /** It is to begin, and to try again until it has. */
    void begin() {
        messages.add(this::advance);
    }

    /** It is to read its store, unless it has; the stage fails with what keeps it from that. */
    CompletionStage<Void> load() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        messages.add(() -> loading().whenComplete((loaded, failure) -> {
            if (failure == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(failure);
            }
        }));
        return done;
    }

    /** Its configuration has changed. */
    void changed() {
        messages.add(reconfiguration);
    }

    /** Its accessories are shown, or others than before. */
    void published() {
        messages.add(shown);
    }

    /** Its record may have to say something else. */
    void announce() {
        messages.add(announcement);
    }

    /** It is to leave: the record goes, then the sessions, once they have their answers. Ends when both have gone. */
    CompletableFuture<Void> leave() {
        messages.stop();
        history.note(Kind.STOPPED, "");
        CompletableFuture<Void> left = new CompletableFuture<>();
        messages.add(() -> leaving().whenComplete((done, failure) -> left.complete(null)));
        return left;
    }

    /** Does what is to be done next, unless an operation is under way: its end comes back to here. */
    private void advance() {
        if (messages.isStopped() || messages.isBusy()) {
            return;
        }
        if (state instanceof Loading) {
            loading().whenComplete((done, failure) -> {
                if (failure != null) {
                    messages.failed(failure);
                }
            });
        } else if (!applied.equals(settings.get())) {
            apply(state.loaded().orElseThrow());
        } else if (isShown && state instanceof Waiting waits) {
            open(waits.bridge());
        } else if (state instanceof Open open && !open.asked().equals(applied.address())) {
            move(open);
        }
    }

    private CompletableFuture<Void> loading() {
        if (messages.isStopped() || !(state instanceof Loading)) {
            return CompletableFuture.completedFuture(null);
        }
        if (!messages.isBusy()) {
            CompletableFuture<Void> begun = new CompletableFuture<>();
            Settings now = settings.get();
            loading = begun;
            messages.begin(
                    () -> load.apply(now),
                    bridge -> {
                        loaded(bridge, now);
                        begun.complete(null);
                    },
                    begun::completeExceptionally);
        }
        return loading;
    }

    private void loaded(LoadedBridge bridge, Settings now) {
        if (messages.isStopped()) {
            bridge.database().close();
        } else {
            applied = now;
            state = new Waiting(bridge);
        }
    }

    private void shown() {
        isShown = true;
        if (state.listener().isPresent()) {
            announceNow();
        } else if (!messages.isRetrying()) {
            advance();
        }
    }

    private void reconfigure() {
        if (state.loaded().isPresent()) {
            messages.retryNow();
        }
    }

    private void open(LoadedBridge bridge) {
        Settings now = settings.get();
        messages.begin(
                () -> new BridgePort(parts, bridge, now).open(), listener -> opened(bridge, listener, now.address()));
    }

    /** The old port stays open until there is another, unless it is in the way of that. */
    private void move(Open open) {
        Settings now = applied;
        int port = now.address().getPort();
        if (port == 0 || port == open.bound().address().getPort()) {
            open.bound().close();
            state = new Waiting(open.bridge());
            open(open.bridge());
            return;
        }
        messages.begin(() -> new BridgePort(parts, open.bridge(), now).open(), listener -> {
            if (!messages.isStopped()) { // who leaves gives the old sessions their answers
                open.bound().close();
            }
            opened(open.bridge(), listener, now.address());
        });
    }

    private void opened(LoadedBridge bridge, Listener listener, InetSocketAddress asked) {
        if (messages.isStopped()) {
            listener.close();
            return;
        }
        state = new Open(bridge, listener, asked);
        history.note(Kind.OPENED, "port " + listener.address().getPort());
        announceNow();
    }

    private void apply(LoadedBridge bridge) {
        Settings before = applied;
        Settings changed = settings.get();
        messages.begin(() -> loader.apply(bridge, before, changed), done -> applied(before, changed));
    }

    private void applied(Settings before, Settings changed) {
        if (messages.isStopped()) {
            return;
        }
        applied = changed;
        announceNow();
        if (before.address().equals(changed.address()) && !before.isSameForSessions(changed)) {
            LOG.info("Bridge {}: the number of sessions and the pace of events change at its next start", changed.id());
        }
    }

    private void announceNow() {
        if (state instanceof Open open && !messages.isStopped()) {
            InetSocketAddress address = open.bound().address();
            record.say(BridgeRecord.of(settings.get(), open.bridge(), address.getPort()), address.getAddress());
        }
    }

    private CompletableFuture<Void> leaving() {
        Optional<Listener> open = state.listener();
        state = new Leaving(state.loaded(), open);
        state.loaded().ifPresent(bridge -> bridge.database().close());
        CompletionStage<Void> goodbye = record.end();
        CompletionStage<Void> answered =
                open.map(Listener::closeGracefully).orElseGet(() -> CompletableFuture.completedFuture(null));
        return CompletableFuture.allOf(goodbye.toCompletableFuture(), answered.toCompletableFuture());
    }
}
