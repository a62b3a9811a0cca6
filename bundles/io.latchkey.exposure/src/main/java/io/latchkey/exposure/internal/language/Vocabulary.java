// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.language;

import io.latchkey.api.accessory.AccessoryType;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words that the metadata may use: the accessory types that are there at one moment and their roles. Immutable.
 */
public final class Vocabulary {
    /** A group with this word has no service of its own, only those of its members. */
    public static final String GROUP_ONLY = "AccessoryGroup";
    /** What every accessory can be told about itself. */
    public static final Set<String> ABOUT =
            Set.of("Name", "Manufacturer", "Model", "SerialNumber", "FirmwareRevision", "HardwareRevision", "Identify");

    private final Map<String, AccessoryType> types = new LinkedHashMap<>();
    private final Set<String> characteristics = new HashSet<>(ABOUT);

    /**
     * The words of some types.
     *
     * @param inOrder of two types with one word the first counts
     */
    public Vocabulary(Collection<AccessoryType> inOrder) {
        for (AccessoryType type : inOrder) {
            types.putIfAbsent(type.name(), type);
            type.roles().forEach(role -> {
                characteristics.add(role.name());
                characteristics.addAll(role.aliases());
            });
        }
        for (AccessoryType type : inOrder) {
            type.aliases().forEach(alias -> types.putIfAbsent(alias, type));
        }
    }

    /** The type that people call so; case matters. */
    public Optional<AccessoryType> type(String word) {
        return Optional.ofNullable(types.get(word));
    }

    /** Whether some type has a role that people call so. */
    public boolean isCharacteristic(String word) {
        return characteristics.contains(word);
    }

    /** Whether there are no types at all. */
    public boolean isEmpty() {
        return types.isEmpty();
    }
}
