// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.transition;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Value;
import io.latchkey.server.internal.access.Access;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;

/** Where a transition runs: what it knows of the bridge around it. Safe for all threads. */
interface Home {

    /** The lamp as it is published now. */
    Optional<Light> light(CharacteristicId id);

    /** How lamps are read and written. */
    Access access();

    /** Our own clock, in milliseconds since 1970-01-01 UTC. */
    long now();

    /** Runs a task on a work thread, later when these are busy. */
    void work(Runnable task);

    /** Runs a task on a work thread after a while; the result cancels it. */
    Future<?> later(Duration delay, Runnable task);

    /** Tells subscribers a value, on a work thread. */
    void tell(PublishedCharacteristic characteristic, Value value);

    /** The transition is over. */
    void end(Run run);
}
