// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.exposure.internal.describe.DescriptionMemory;
import io.latchkey.exposure.internal.live.Host;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What one bridge has read of the items of each host. Safe for all threads. */
final class HostReadings {
    private final CompositionRules reading;
    private final DescriptionMemory descriptions;
    private final ConcurrentMap<String, HostReading> readings = new ConcurrentHashMap<>();

    /**
     * Nothing is read yet.
     *
     * @param descriptions how the items were described that the bridge has used
     */
    HostReadings(CompositionRules reading, DescriptionMemory descriptions) {
        this.reading = reading;
        this.descriptions = descriptions;
    }

    /** The items of one host. */
    HostReading of(Host host) {
        return readings.computeIfAbsent(host.name(), name -> new HostReading(host, reading, descriptions));
    }

    /** Forgets all: it is read anew, by objects that nobody else has. */
    void clear() {
        readings.clear();
    }
}
