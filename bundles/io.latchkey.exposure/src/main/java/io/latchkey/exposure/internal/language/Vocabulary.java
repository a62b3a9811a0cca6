// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.language;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.GuardedType;
import io.latchkey.api.accessory.Role;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    private final Set<AccessoryType> all = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> characteristics = new HashSet<>(ABOUT);
    private final Set<String> options = new HashSet<>(Set.of("instance", "primary", "standalone"));
    private final Map<String, AccessoryType> leftOut = new HashMap<>();

    /**
     * The words of some types.
     *
     * @param inOrder of two types with one word the first counts
     */
    public Vocabulary(Collection<AccessoryType> inOrder) {
        this(inOrder, List.of());
    }

    /**
     * The words of some types.
     *
     * @param hanging types that are there but aren't called at the moment
     */
    public Vocabulary(Collection<AccessoryType> inOrder, Collection<AccessoryType> hanging) {
        hanging.forEach(type -> leftOut.put(type.name(), type));
        hanging.forEach(type -> type.aliases().forEach(alias -> leftOut.putIfAbsent(alias, type)));
        all.addAll(inOrder);
        for (AccessoryType type : inOrder) {
            types.putIfAbsent(type.name(), type);
            type.settings().forEach(setting -> options.add(setting.name()));
            type.roles().forEach(role -> learn(type, role));
        }
        for (AccessoryType type : inOrder) {
            type.aliases().forEach(alias -> types.putIfAbsent(alias, type));
        }
    }

    /** The type that people call so; case matters. */
    public Optional<AccessoryType> type(String word) {
        return Optional.ofNullable(types.get(word));
    }

    /** The type that is meant by {@code Type} or {@code Type.Characteristic}, if it hangs and is left out. */
    public Optional<AccessoryType> leftOut(String word) {
        int dot = word.indexOf('.');
        return Optional.ofNullable(leftOut.get((dot < 0 ? word : word.substring(0, dot)).trim()));
    }

    /** Whether that type is there, even where another of its name counts. */
    public boolean knows(AccessoryType type) {
        return all.contains(type);
    }

    /** The types that count, each once. */
    public Set<AccessoryType> types() {
        return Set.copyOf(types.values());
    }

    /** Whether some type has a role that people call so. */
    public boolean isCharacteristic(String word) {
        return characteristics.contains(word);
    }

    /** The word that somebody meant who wrote one that means nothing; empty when it is like none. */
    public Optional<String> meant(String unknown) {
        int dot = unknown.indexOf('.');
        if (dot < 0) {
            return meantAlone(unknown);
        }
        String rest = unknown.substring(dot + 1).trim();
        String first = unknown.substring(0, dot).trim();
        return type(first)
                .or(() -> Spelling.nearest(first, types.keySet())
                        .or(() -> Spelling.alike(first, names()))
                        .flatMap(this::type))
                .flatMap(type -> nearest(rest, words(type)).map(word -> type.name() + "." + word));
    }

    private Optional<String> meantAlone(String unknown) {
        Set<String> words = new HashSet<>(types.keySet());
        words.addAll(characteristics);
        return Spelling.nearest(unknown, words)
                .or(() -> Spelling.alike(unknown, names()))
                .or(() -> Spelling.alike(unknown, characteristics));
    }

    /** The names of the types, without their other words, some of which are slips themselves. */
    private Set<String> names() {
        return types.values().stream().map(AccessoryType::name).collect(Collectors.toSet());
    }

    private static Optional<String> nearest(String written, Set<String> words) {
        return Spelling.nearest(written, words).or(() -> Spelling.alike(written, words));
    }

    /** The option that somebody meant; empty when it is known, or like none. */
    public Optional<String> meantOption(String written) {
        return options.contains(written) ? Optional.empty() : Spelling.nearest(written, options);
    }

    /** Whether types are left out because they hang. */
    public boolean isHanging() {
        return !leftOut.isEmpty();
    }

    /** Whether there are no types at all. */
    public boolean isEmpty() {
        return types.isEmpty();
    }

    private void learn(AccessoryType type, Role role) {
        characteristics.add(role.name());
        characteristics.addAll(role.aliases());
        GuardedType.settings(type, role).forEach(setting -> options.add(setting.name()));
    }

    private static Set<String> words(AccessoryType type) {
        Set<String> words = new HashSet<>(ABOUT);
        type.roles().forEach(role -> {
            words.add(role.name());
            words.addAll(role.aliases());
        });
        return words;
    }
}
