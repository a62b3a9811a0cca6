// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.keys;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Domain;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Where a key ring keeps its keys. Called by one thread at a time, on those of {@link #threads}. */
public sealed interface KeyPlace {

    /** What is kept. */
    Optional<ControllerKeys> load();

    /** Changes it; what is returned is kept. */
    Optional<ControllerKeys> change(UnaryOperator<Optional<ControllerKeys>> change);

    /** Where it may be waited for. */
    Executor threads();

    /** In that store, on the disk. */
    static KeyPlace stored(BridgeStore store, Workers workers) {
        return new Stored(store, workers);
    }

    /** In memory, for as long as somebody holds it. */
    static KeyPlace inMemory(Workers workers) {
        return new InMemory(new AtomicReference<>(Optional.empty()), workers);
    }

    /** The keys of this installation. */
    record Stored(BridgeStore store, Workers workers) implements KeyPlace {
        /** Where the keys lie in the store: no bridge can have this id. */
        static final String ID = "latchkey.controller";

        @Override
        public Optional<ControllerKeys> load() {
            return store.load(ID).get(Domain.CONTROLLER);
        }

        @Override
        public Optional<ControllerKeys> change(UnaryOperator<Optional<ControllerKeys>> change) {
            return store.change(
                            ID,
                            memory -> change.apply(memory.get(Domain.CONTROLLER))
                                    .map(keys -> memory.with(Domain.CONTROLLER, keys))
                                    .orElse(memory))
                    .get(Domain.CONTROLLER);
        }

        @Override
        public Executor threads() {
            return workers.disk();
        }
    }

    /** Keys that nobody else ever sees. */
    record InMemory(AtomicReference<Optional<ControllerKeys>> keys, Workers workers) implements KeyPlace {
        @Override
        public Optional<ControllerKeys> load() {
            return keys.get();
        }

        @Override
        public Optional<ControllerKeys> change(UnaryOperator<Optional<ControllerKeys>> change) {
            return keys.updateAndGet(change);
        }

        @Override
        public Executor threads() {
            return workers.home();
        }
    }
}
