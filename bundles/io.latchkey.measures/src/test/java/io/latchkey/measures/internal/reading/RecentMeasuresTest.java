// SPDX-License-Identifier: EPL-2.0
package io.latchkey.measures.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Whether the numbers of one look belong together, and those of the next are new. */
class RecentMeasuresTest {
    private final SampleBridge bridge = new SampleBridge("home");
    private final AtomicLong time = new AtomicLong();
    private final RecentMeasures measures = new RecentMeasures(bridge, time::get);

    @Test
    void nothingIsReadBeforeSomebodyLooks() {
        assertEquals(0, bridge.looks());
    }

    @Test
    void oneReadingServesAMoment() {
        measures.now();
        time.addAndGet(Duration.ofMillis(100).toNanos());
        measures.now();
        assertEquals(1, bridge.looks());
        time.incrementAndGet();
        bridge.absent = 5;
        assertEquals(5, measures.now().absentAccessories());
        assertEquals(2, bridge.looks());
    }
}
