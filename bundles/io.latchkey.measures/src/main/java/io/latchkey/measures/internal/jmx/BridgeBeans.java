// SPDX-License-Identifier: EPL-2.0
package io.latchkey.measures.internal.jmx;

import io.latchkey.api.bridge.CountingBridge;
import io.latchkey.measures.internal.reading.MeasuresDisplay;
import io.latchkey.measures.internal.reading.RecentMeasures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** A bean for each bridge. The monitor keeps beans and what is known of them alike. */
public final class BridgeBeans implements MeasuresDisplay {
    private final MBeanServer server;
    private final Map<String, CountingBridge> shown = new HashMap<>();

    /** Begins without beans. */
    public BridgeBeans(MBeanServer server) {
        this.server = server;
    }

    @Override
    public synchronized void add(CountingBridge bridge) {
        unregister(bridge.id());
        try {
            server.registerMBean(new BridgeBean(new RecentMeasures(bridge, System::nanoTime)), name(bridge.id()));
        } catch (JMException refused) {
            throw new IllegalStateException("JMX doesn't take the bean of bridge " + bridge.id(), refused);
        }
        shown.put(bridge.id(), bridge);
    }

    @Override
    public synchronized void remove(CountingBridge bridge) {
        if (shown.get(bridge.id()) == bridge) {
            unregister(bridge.id());
        }
    }

    @Override
    public synchronized void close() {
        List.copyOf(shown.keySet()).forEach(this::unregister);
    }

    private void unregister(String id) {
        if (shown.remove(id) != null) {
            try {
                server.unregisterMBean(name(id));
            } catch (InstanceNotFoundException gone) {
                return; // somebody else has taken it away
            } catch (JMException refused) {
                throw new IllegalStateException("JMX keeps the bean of bridge " + id, refused);
            }
        }
    }

    /** The id of a bridge holds letters, digits, hyphens and underscores, which need no quotes. */
    private static ObjectName name(String id) {
        try {
            return new ObjectName("io.latchkey:type=Bridge,name=" + id);
        } catch (MalformedObjectNameException impossible) {
            throw new IllegalArgumentException("no id of a bridge: " + id, impossible);
        }
    }
}
