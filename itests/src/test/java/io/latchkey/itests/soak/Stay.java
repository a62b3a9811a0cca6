// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import io.latchkey.api.store.ControllerKeys;

/** The time in which a controller is paired, as those know it who pair it and who use its keys. Safe for all threads. */
final class Stay {
    private final ControllerKeys keys;
    private volatile boolean ending;
    private volatile long endedAt;

    Stay(ControllerKeys keys) {
        this.keys = keys;
    }

    ControllerKeys keys() {
        return keys;
    }

    /** The pairing is about to be removed: from now on its sessions may be closed. */
    void end() {
        ending = true;
    }

    /** The removal was acknowledged: from now on nothing is served. */
    void ended() {
        endedAt = System.nanoTime();
    }

    boolean isEnding() {
        return ending;
    }

    /** Whether the removal was acknowledged before that time. */
    boolean endedBefore(long nanoTime) {
        return endedAt != 0 && endedAt < nanoTime;
    }

    /** How long ago the removal was acknowledged, in nanoseconds; 0 if it wasn't yet. */
    long endedFor() {
        return endedAt == 0 ? 0 : System.nanoTime() - endedAt;
    }
}
