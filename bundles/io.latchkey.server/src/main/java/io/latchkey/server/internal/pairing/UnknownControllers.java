// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.pairing;

import io.latchkey.api.identity.ControllerId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The controllers that wanted to be verified and have no pairing: after a bridge was made anew or a pairing was removed, a
 * home goes on trying. Strangers decide who comes, so that only the latest {@value #MOST} are kept. Safe for all threads.
 */
final class UnknownControllers {
    private static final int MOST = 16;

    private final InstantSource clock;
    private final Map<ControllerId, UnknownController> latest = new LinkedHashMap<>();

    UnknownControllers(InstantSource clock) {
        this.clock = clock;
    }

    /** One of them has tried. */
    synchronized void tried(ControllerId controller) {
        Instant now = clock.instant();
        UnknownController before = latest.remove(controller);
        latest.put(controller, before == null ? new UnknownController(controller, now, now, 1) : before.again(now));
        if (latest.size() > MOST) {
            latest.remove(latest.keySet().iterator().next());
        }
    }

    /** It is paired now. */
    synchronized void forget(ControllerId controller) {
        latest.remove(controller);
    }

    /** Those that are kept, the latest last. */
    synchronized List<UnknownController> all() {
        return List.copyOf(latest.values());
    }
}
