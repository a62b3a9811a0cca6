// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Value;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What is remembered of one characteristic. The value last known and the value last announced are two things: a read that
 * overtakes an announcement must not make subscribers miss it.
 */
final class Memory {
    private final AtomicReference<Value> known = new AtomicReference<>();
    private final AtomicReference<Value> announced = new AtomicReference<>();

    Optional<Value> known() {
        return Optional.ofNullable(known.get());
    }

    void know(Value value) {
        known.set(value);
    }

    /** Remembers an announcement and says whether it differs from the one before. */
    boolean announce(Value value) {
        return !value.equals(announced.getAndSet(value));
    }
}
