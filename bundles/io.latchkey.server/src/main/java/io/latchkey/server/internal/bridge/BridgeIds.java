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

    /** Takes an id for that owner, which is named by a PID or in words; false when it is another one's. */
    boolean claim(String id, String owner) {
        String before = owners.putIfAbsent(id, owner);
        return before == null || before.equals(owner);
    }

    /** Takes an id for the owner that the store names; a configuration that has it finds that there, too, and rests. */
    void take(String id, String owner) {
        owners.put(id, owner);
    }

    /** Gives an id back, if it is still the owner's. */
    void release(String id, String owner) {
        owners.remove(id, owner);
    }

    /** Who has the id, if somebody has. */
    Optional<String> owner(String id) {
        return Optional.ofNullable(owners.get(id));
    }

    /** Why an id can't be taken. */
    static RefusedSettingException refusal(String id, String owner) {
        return new RefusedSettingException("id", id + " belongs to another bridge (" + owner + "): choose another one");
    }
}
