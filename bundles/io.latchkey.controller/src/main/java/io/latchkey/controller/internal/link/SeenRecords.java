// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.link;

import io.latchkey.api.controller.DiscoveredAccessory;
import io.latchkey.api.discovery.InstanceName;
import io.latchkey.api.identity.DeviceId;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the record said that was seen last for an address: its instance name, under which requests to that address go out
 * as those of Apple's controllers do, and whose it is. Anybody on the network can write records, so only the last thousand
 * are kept. Safe for all threads.
 */
public final class SeenRecords {
    private static final int MOST = 1000;

    private final Map<InetSocketAddress, Seen> records = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InetSocketAddress, Seen> eldest) {
            return size() > MOST;
        }
    };

    private record Seen(Optional<InstanceName> name, Optional<DeviceId> accessory) {}

    /** Notes a record; a name that can be none of a record is passed over. */
    public synchronized void seen(DiscoveredAccessory record) {
        record.addresses().forEach(address -> {
            Optional<InstanceName> name = InstanceName.of(record.name()).or(() -> name(address));
            records.remove(address); // so that it counts as new
            records.put(address, new Seen(name, Optional.of(record.deviceId())));
        });
    }

    /** The record is gone: who has its addresses from now on may be another accessory. */
    public synchronized void gone(DiscoveredAccessory record) {
        record.addresses()
                .forEach(address -> records.computeIfPresent(
                        address,
                        (key, seen) -> seen.accessory().equals(Optional.of(record.deviceId()))
                                ? new Seen(seen.name(), Optional.empty())
                                : seen));
    }

    /** The name to call the accessory at an address by. */
    public synchronized Optional<InstanceName> name(InetSocketAddress address) {
        return Optional.ofNullable(records.get(address)).flatMap(Seen::name);
    }

    /** Whose record was seen for an address, unless it has gone since. */
    public synchronized Optional<DeviceId> accessory(InetSocketAddress address) {
        return Optional.ofNullable(records.get(address)).flatMap(Seen::accessory);
    }
}
