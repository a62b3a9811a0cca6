// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items;

import java.util.Collections;
import java.util.Map;
import org.openhab.core.common.registry.Identifiable;

/** A note at an item; notes with one key are equal. */
public final class Metadata implements Identifiable<MetadataKey> {
    private final MetadataKey key;
    private final String value;
    private final Map<String, Object> configuration;

    public Metadata(MetadataKey key, String value, Map<String, Object> configuration) {
        this.key = key;
        this.value = value;
        this.configuration = configuration == null ? Map.of() : Collections.unmodifiableMap(configuration);
    }

    @Override
    public MetadataKey getUID() {
        return key;
    }

    public Map<String, Object> getConfiguration() {
        return configuration;
    }

    public String getValue() {
        return value;
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Metadata note && note.key.equals(key);
    }
}
