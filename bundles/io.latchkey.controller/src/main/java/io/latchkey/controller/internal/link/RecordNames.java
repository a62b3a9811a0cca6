// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.link;

import io.latchkey.api.controller.DiscoveredAccessory;
import io.latchkey.api.discovery.InstanceName;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The instance name of the record that was seen last for an address: requests to that address go out under it, as those of
 * Apple's controllers do. Anybody on the network can write records, so only the last thousand are kept. Safe for all
 * threads.
 */
public final class RecordNames {
    private static final int MOST = 1000;

    private final Map<InetSocketAddress, InstanceName> names = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InetSocketAddress, InstanceName> eldest) {
            return size() > MOST;
        }
    };

    /** Notes a record; a name that can be none of a record is passed over. */
    public synchronized void seen(DiscoveredAccessory record) {
        InstanceName.of(record.name())
                .ifPresent(name -> record.addresses().forEach(address -> {
                    names.remove(address); // so that it counts as new
                    names.put(address, name);
                }));
    }

    /** The name to call the accessory at an address by. */
    public synchronized Optional<InstanceName> at(InetSocketAddress address) {
        return Optional.ofNullable(names.get(address));
    }
}
