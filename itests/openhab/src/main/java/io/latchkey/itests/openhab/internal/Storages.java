// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openhab.core.storage.Storage;
import org.openhab.core.storage.StorageService;

/** Storages in memory, by name. */
final class Storages implements StorageService {
    private final Map<String, Map<String, Object>> contents = new ConcurrentHashMap<>();

    private record Kept<T>(Map<String, Object> values) implements Storage<T> {
        @Override
        public T put(String key, T value) {
            return cast(value == null ? values.remove(key) : values.put(key, value));
        }

        @Override
        public T remove(String key) {
            return cast(values.remove(key));
        }

        @Override
        public boolean containsKey(String key) {
            return values.containsKey(key);
        }

        @Override
        public T get(String key) {
            return cast(values.get(key));
        }

        @Override
        public Collection<String> getKeys() {
            return List.copyOf(values.keySet());
        }

        @Override
        public Collection<T> getValues() {
            return values.values().stream().map(Kept::<T>cast).toList();
        }

        @SuppressWarnings("unchecked")
        private static <V> V cast(Object value) {
            return (V) value;
        }
    }

    @Override
    public <T> Storage<T> getStorage(String name) {
        return new Kept<>(content(name));
    }

    @Override
    public <T> Storage<T> getStorage(String name, ClassLoader classLoader) {
        return getStorage(name);
    }

    Map<String, Object> content(String name) {
        return contents.computeIfAbsent(name, unknown -> new ConcurrentHashMap<>());
    }
}
