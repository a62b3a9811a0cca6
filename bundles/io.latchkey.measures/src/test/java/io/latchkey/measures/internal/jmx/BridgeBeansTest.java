// SPDX-License-Identifier: EPL-2.0
package io.latchkey.measures.internal.jmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.measures.internal.reading.SampleBridge;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.Test;

/** What somebody sees who looks at a bridge by JMX. */
class BridgeBeansTest {
    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final BridgeBeans beans = new BridgeBeans(server);

    @Test
    void aBridgeHasABeanWithItsNumbers() throws JMException {
        beans.add(new SampleBridge("home-2"));
        ObjectName name = new ObjectName("io.latchkey:type=Bridge,name=home-2");
        assertEquals("READY", server.getAttribute(name, "State"));
        assertEquals(4, server.getAttribute(name, "VerifiedSessions"));
        assertEquals(2, server.getAttribute(name, "AbsentAccessories"));
        assertEquals(6L, server.getAttribute(name, "LateEventMessages"));
        assertEquals(33L, server.getAttribute(name, "StoreWrites"));
    }

    @Test
    void requestsAreATableThatNeedsNoClassOfOurs() throws JMException {
        beans.add(new SampleBridge("home"));
        TabularData table =
                (TabularData) server.getAttribute(new ObjectName("io.latchkey:type=Bridge,name=home"), "Requests");
        assertEquals(1, table.size(), "only what came");
        CompositeData reads = (CompositeData) table.get(new Object[] {"read"}).get("value");
        assertEquals(5L, reads.get("count"));
        assertEquals(3L, reads.get("ok"));
        assertEquals(2L, reads.get("partial"));
        assertEquals(0L, reads.get("failed"));
        assertEquals(723.2, (double) reads.get("mean"), 0.01);
        assertEquals(500.0, reads.get("quantile50"));
        assertEquals(5_000.0, reads.get("quantile99"));
    }

    @Test
    void aBridgeThatEndsTakesItsBeanAndNotThatOfItsSuccessor() throws JMException {
        SampleBridge first = new SampleBridge("home");
        SampleBridge second = new SampleBridge("home");
        beans.add(first);
        beans.add(second);
        beans.remove(first);
        assertEquals(1, names().size());
        beans.remove(second);
        assertTrue(names().isEmpty());
    }

    @Test
    void nothingIsLeftAtTheEnd() throws JMException {
        beans.add(new SampleBridge("home"));
        beans.add(new SampleBridge("attic"));
        assertEquals(2, names().size());
        beans.close();
        assertFalse(names().iterator().hasNext());
    }

    private Set<ObjectName> names() throws JMException {
        return server.queryNames(new ObjectName("io.latchkey:*"), null);
    }
}
