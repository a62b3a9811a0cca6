// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.takeover;

import io.latchkey.api.bridge.Identities;
import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.model.Catalogue;
import io.latchkey.api.model.HapUuid;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openhab.core.storage.Storage;

/** What the old add-on writes down, and a storage to write it into. */
final class OldStorage implements Storage<Object> {
    /** Knows no cryptography: a key is its own public key. */
    static final Identities IDENTITIES = (id, seed) -> new AccessoryIdentity(id, seed, seed);

    private final Map<String, Object> values = new HashMap<>();

    OldStorage with(String key, Object value) {
        values.put(key, value);
        return this;
    }

    static HapUuid characteristic(String name) {
        return Catalogue.characteristic(name).uuid();
    }

    static OldService service(String type, String... characteristics) {
        return new OldService(
                Catalogue.service(type).uuid(),
                Arrays.stream(characteristics).map(OldStorage::characteristic).toList());
    }

    static OldService information() {
        return service(
                "AccessoryInformation",
                "FirmwareRevision",
                "Identify",
                "Manufacturer",
                "Model",
                "SerialNumber",
                "Name");
    }

    @Override
    public Object put(String key, Object value) {
        return values.put(key, value);
    }

    @Override
    public Object remove(String key) {
        return values.remove(key);
    }

    @Override
    public boolean containsKey(String key) {
        return values.containsKey(key);
    }

    @Override
    public Object get(String key) {
        return values.get(key);
    }

    @Override
    public Collection<String> getKeys() {
        return List.copyOf(values.keySet());
    }

    @Override
    public Collection<Object> getValues() {
        return List.copyOf(values.values());
    }
}
