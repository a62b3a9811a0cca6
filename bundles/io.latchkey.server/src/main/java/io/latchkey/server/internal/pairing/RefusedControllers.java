// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.pairing;

import io.latchkey.api.identity.ControllerId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The controllers that wanted to be verified and weren't: after a bridge was made anew or a pairing was removed, a home goes
 * on trying; one whose keys were made anew comes with another than it was paired with. Strangers decide who comes, so that
 * only the latest {@value #MOST} are kept. Safe for all threads.
 */
final class RefusedControllers {
    private static final int MOST = 16;

    private final InstantSource clock;
    private final Map<ControllerId, RefusedController> latest = new LinkedHashMap<>();

    RefusedControllers(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * One of them has tried.
     *
     * @param isPaired whether there is a pairing of that name
     */
    synchronized void tried(ControllerId controller, boolean isPaired) {
        Instant now = clock.instant();
        RefusedController before = latest.remove(controller);
        boolean goesOn = before != null && before.isPaired() == isPaired;
        latest.put(controller, goesOn ? before.again(now) : new RefusedController(controller, isPaired, now, now, 1));
        if (latest.size() > MOST) {
            latest.remove(latest.keySet().iterator().next());
        }
    }

    /** It is paired or verified now, or its pairing has been removed. */
    synchronized void forget(ControllerId controller) {
        latest.remove(controller);
    }

    /** Those that are kept, the latest last. */
    synchronized List<RefusedController> all() {
        return List.copyOf(latest.values());
    }
}
