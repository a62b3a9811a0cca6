// SPDX-License-Identifier: EPL-2.0
package io.latchkey.measures.internal.micrometer;

import io.latchkey.measures.internal.reading.RecentMeasures;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Our meters in one registry. Not safe for several threads: whoever has it locks. */
final class RegisteredMeters {
    private final MeterRegistry registry;
    private final Map<String, Registered> bridges = new HashMap<>();

    /** Those of one bridge. A registry holds what it reads weakly, so it is held here. */
    private record Registered(RecentMeasures measures, List<Meter> meters) {}

    RegisteredMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void add(String bridge, RecentMeasures measures) {
        remove(bridge);
        bridges.put(bridge, new Registered(measures, new MeterSet(registry, bridge, measures).register()));
    }

    void remove(String bridge) {
        Registered gone = bridges.remove(bridge);
        if (gone != null) {
            gone.meters().forEach(registry::remove);
        }
    }

    void close() {
        List.copyOf(bridges.keySet()).forEach(this::remove);
    }
}
