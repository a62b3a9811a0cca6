// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.storage;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/** Values by key that outlive a restart; what is not there is null. */
public interface Storage<T> {
    T put(String key, T value);

    T remove(String key);

    boolean containsKey(String key);

    T get(String key);

    Collection<String> getKeys();

    Collection<T> getValues();

    default Stream<Map.Entry<String, T>> stream() {
        return getKeys().stream().map(key -> Map.entry(key, get(key)));
    }
}
