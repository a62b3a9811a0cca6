// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import io.latchkey.api.extension.ExtendedBridge;
import io.latchkey.api.model.CharacteristicId;
import java.util.Optional;

/** Where a transition runs: what it knows of the bridge around it. Safe for all threads. */
interface TransitionContext {

    /** The lamp as it is published now. */
    Optional<AdaptiveLamp> lamp(CharacteristicId id);

    /** How lamps are read and written, and where tasks run. */
    ExtendedBridge bridge();

    /** Our own clock, in milliseconds since 1970-01-01 UTC. */
    long now();

    /** The transition is over. */
    void end(RunningTransition run);
}
