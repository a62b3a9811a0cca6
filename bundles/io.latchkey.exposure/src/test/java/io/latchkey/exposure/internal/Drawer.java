// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A store in memory that counts its saves and can be jammed. */
final class Drawer implements BridgeStore {
    final Map<String, Object> values = new HashMap<>();
    int saves;
    boolean isJammed;

    @Override
    public Path location() {
        return Path.of("drawer");
    }

    @Override
    public Set<String> bridges() {
        return Set.of();
    }

    @Override
    public synchronized <T> Optional<T> load(String bridge, Domain<T> domain) {
        jam();
        return Optional.ofNullable(values.get(bridge + domain)).map(domain.type()::cast);
    }

    @Override
    public synchronized <T> void save(String bridge, Domain<T> domain, T value) {
        jam();
        saves++;
        values.put(bridge + domain, value);
    }

    @Override
    public void purge(String bridge) {
        values.clear();
    }

    @Override
    public Path backup(String bridge) {
        throw new StoreException("no backups");
    }

    private void jam() {
        if (isJammed) {
            throw new StoreException("the drawer is jammed");
        }
    }
}
