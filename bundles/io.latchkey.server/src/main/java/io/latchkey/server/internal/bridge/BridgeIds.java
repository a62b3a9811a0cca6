// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;

/** Sees to it that two configurations don't run one bridge: they would share its store and identity. */
@Component(service = BridgeIds.class)
public final class BridgeIds {
    private final Map<String, String> owners = new ConcurrentHashMap<>();

    /** Takes an id for the configuration of that PID; false when it is another one's. */
    boolean claim(String id, String pid) {
        String owner = owners.putIfAbsent(id, pid);
        return owner == null || owner.equals(pid);
    }

    /** Gives an id back. */
    void release(String id, String pid) {
        owners.remove(id, pid);
    }

    /** The PID of the configuration that has the id, if one has. */
    Optional<String> owner(String id) {
        return Optional.ofNullable(owners.get(id));
    }
}
