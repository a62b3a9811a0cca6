// SPDX-License-Identifier: EPL-2.0
package io.latchkey.measures.internal.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.measures.internal.reading.SampleBridge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What somebody sees who looks at a bridge by Micrometer. */
class BridgeMetersTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final BridgeMeters meters = new BridgeMeters();

    @Test
    void aBridgeHasItsMeters() {
        meters.addRegistry(registry);
        meters.add(new SampleBridge("home"));
        assertEquals(1, gauge("latchkey.ready"));
        assertEquals(4, gauge("latchkey.sessions", "kind", "verified"));
        assertEquals(2, gauge("latchkey.accessories", "status", "absent"));
        assertEquals(10, gauge("latchkey.accessories", "status", "present"));
        assertEquals(3, count("latchkey.requests", "kind", "read", "status", "ok"));
        assertEquals(2, count("latchkey.requests", "kind", "read", "status", "partial"));
        assertEquals(0, count("latchkey.requests", "kind", "pair-setup", "status", "ok"));
        assertEquals(3, count("latchkey.requests.slower", "kind", "read", "than", "100ms"));
        assertEquals(1, count("latchkey.requests.slower", "kind", "read", "than", "1000ms"));
        assertEquals(6, count("latchkey.events.messages", "status", "late"));
        assertEquals(44, count("latchkey.events.messages", "status", "punctual"));
        assertEquals(9, count("latchkey.answers.slow"));
        assertEquals(1, count("latchkey.store.writes", "status", "failed"));
    }

    @Test
    void timesAreTold() {
        meters.addRegistry(registry);
        meters.add(new SampleBridge("home"));
        var reads = registry.get("latchkey.requests.time")
                .tags("bridge", "home", "kind", "read")
                .functionTimer();
        assertEquals(5, reads.count());
        assertEquals(3_616, reads.totalTime(TimeUnit.MILLISECONDS), 0.01);
    }

    @Test
    void nothingIsReadBeforeSomebodyLooks() {
        SampleBridge bridge = new SampleBridge("home");
        meters.addRegistry(registry);
        meters.add(bridge);
        assertEquals(0, bridge.looks());
    }

    @Test
    void aRegistryThatComesLaterHasAllBridgesAndKeepsNoneWhenItGoes() {
        meters.add(new SampleBridge("home"));
        meters.add(new SampleBridge("attic"));
        meters.addRegistry(registry);
        assertEquals(2, registry.find("latchkey.ready").gauges().size());
        meters.removeRegistry(registry);
        assertTrue(registry.getMeters().isEmpty());
    }

    @Test
    void aBridgeThatEndsTakesItsMetersAndNotThoseOfItsSuccessor() {
        SampleBridge first = new SampleBridge("home");
        SampleBridge second = new SampleBridge("home");
        meters.addRegistry(registry);
        meters.add(first);
        meters.add(second);
        second.absent = 7;
        meters.remove(first);
        assertEquals(7, gauge("latchkey.accessories", "status", "absent"));
        meters.remove(second);
        assertTrue(registry.getMeters().isEmpty());
    }

    private double gauge(String name, String... tags) {
        return registry.get(name).tag("bridge", "home").tags(tags).gauge().value();
    }

    private double count(String name, String... tags) {
        return registry.get(name)
                .tag("bridge", "home")
                .tags(tags)
                .functionCounter()
                .count();
    }
}
