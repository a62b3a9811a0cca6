// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.model.Value;
import io.latchkey.api.store.AccessoryStates;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.History;
import io.latchkey.server.internal.database.DatabaseListener;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.database.ReturnedCharacteristic;
import io.latchkey.server.internal.database.Snapshot;
import io.latchkey.server.internal.history.AccessoryHistory;
import io.latchkey.server.internal.history.BridgeHistory;
import io.latchkey.server.internal.session.Clients;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands on what happens in the accessories of a bridge: values to the sessions that have subscribed, the rest to people and
 * to the bridge itself. Called on the thread of a host or on {@code latchkey-home}; waits for nothing.
 */
final class DatabaseEvents implements DatabaseListener {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseEvents.class);

    private final String bridge;
    private final Clients clients;
    private final Supplier<Optional<LoadedBridge>> loaded;
    private final Runnable whenShown;
    private final BridgeHistory history;
    private final AccessoryHistory accessories;
    private volatile Optional<String> problem = Optional.empty();
    private volatile Optional<String> waiting = Optional.empty();

    /**
     * Begins to hear.
     *
     * @param whenShown hears that other accessories are shown than before; returns at once
     * @param history of the bridge
     */
    DatabaseEvents(
            String bridge,
            Clients clients,
            Supplier<Optional<LoadedBridge>> loaded,
            Runnable whenShown,
            BridgeHistory history) {
        this.bridge = bridge;
        this.clients = clients;
        this.loaded = loaded;
        this.whenShown = whenShown;
        this.history = history;
        this.accessories = new AccessoryHistory(history);
    }

    /** Knows from now on what was remembered before anything is shown. */
    void recall(BridgeMemory memory) {
        accessories.recall(memory.get(Domain.STATES).orElse(AccessoryStates.EMPTY));
    }

    /** What is wrong with the accessories, for people. */
    Optional<String> problem() {
        return problem;
    }

    /** Why they can't be shown yet, though nothing is wrong. */
    Optional<String> waiting() {
        return waiting;
    }

    @Override
    public void published(Snapshot snapshot) {
        clients.retain(id -> snapshot.find(id).isPresent());
        accessories.published(snapshot);
        whenShown.run();
    }

    @Override
    public void changed(PublishedCharacteristic characteristic, Value value) {
        clients.publish(characteristic.id(), value, characteristic.urgency());
    }

    @Override
    public void repeated(PublishedCharacteristic characteristic, Value value) {
        clients.remind(characteristic.id(), value, characteristic.urgency());
    }

    @Override
    public void returned(List<ReturnedCharacteristic> characteristics) {
        loaded.get()
                .ifPresent(ready -> characteristics.stream()
                        .filter(each -> clients.isAnybodySubscribed(
                                each.characteristic().id()))
                        .forEach(each -> ready.access()
                                .ask(
                                        each.characteristic(),
                                        value -> ready.database().tell(each, value))));
    }

    @Override
    public void waits(Optional<String> why) {
        if (why.isPresent() && !why.equals(waiting)) {
            LOG.warn("Bridge {} stays {}", bridge, why.get());
        }
        waiting = why;
    }

    @Override
    public UnaryOperator<BridgeMemory> noted() {
        History now = history.history();
        return memory -> memory.with(Domain.HISTORY, now);
    }

    @Override
    public void problem(Optional<String> now) {
        problem = now;
    }
}
