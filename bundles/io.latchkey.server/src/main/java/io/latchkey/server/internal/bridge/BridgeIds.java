// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;

/** Sees to it that two configurations don't run one bridge: they would share its store and identity. */
@Component(service = BridgeIds.class)
public final class BridgeIds {
    private final Map<String, Object> owners = new ConcurrentHashMap<>();

    /** Takes an id; false when it is somebody else's. */
    boolean claim(String id, Object owner) {
        return owners.putIfAbsent(id, owner) == null || owners.get(id) == owner;
    }

    /** Gives an id back. */
    void release(String id, Object owner) {
        owners.remove(id, owner);
    }
}
