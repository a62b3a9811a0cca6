// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.language;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.Metadata;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the {@code homekit} metadata of an item asks for: {@code Type}, {@code Type.Characteristic} and
 * {@code Characteristic}, separated by commas, as openHAB's HomeKit documentation has it. Immutable; reads any text.
 *
 * @param types the types that the item is wherever it is, in order, each once
 * @param alone the types that it is where no group has it as a part: those, and the ones of which it names enough
 *     characteristics, in order
 * @param parts the characteristics that it feeds
 * @param onlyMembers whether it is a group that has only its members' services
 * @param unknown words that mean nothing, as they were written
 * @param options the options beside the text
 */
public record ExposureRequest(
        List<AccessoryType> types,
        List<AccessoryType> alone,
        List<Part> parts,
        boolean onlyMembers,
        List<String> unknown,
        Metadata options) {
    /** The namespace of the metadata. */
    public static final String NAMESPACE = "homekit";

    private static final int MOST_WORDS = 64;

    public ExposureRequest {
        types = List.copyOf(types);
        alone = List.copyOf(alone);
        parts = List.copyOf(parts);
        unknown = List.copyOf(unknown);
    }

    /**
     * A characteristic that an item feeds.
     *
     * @param owner the type whose characteristic it is; empty when any type of the group is meant
     * @param word what people call the characteristic
     */
    public record Part(Optional<AccessoryType> owner, String word) {

        /** The role of that type that is meant; empty when another type is, or it has no such role. */
        public Optional<Role> roleOf(AccessoryType type) {
            if (owner.isPresent() && owner.get() != type) {
                return Optional.empty();
            }
            return type.roles().stream().filter(role -> role.isCalled(word)).findFirst();
        }

        @Override
        public String toString() {
            return owner.map(type -> type.name() + ".").orElse("") + word;
        }
    }

    /** Reads what somebody wrote. {@code None} and the empty text ask for nothing. */
    public static ExposureRequest of(Metadata metadata, Vocabulary vocabulary) {
        Reader reader = new Reader(vocabulary);
        String[] words = metadata.value().split(",", MOST_WORDS + 1);
        for (int index = 0; index < Math.min(words.length, MOST_WORDS); index++) {
            reader.read(words[index].trim());
        }
        if (words.length > MOST_WORDS) {
            reader.unknown.add("more than " + MOST_WORDS + " words");
        }
        return new ExposureRequest(
                List.copyOf(reader.types),
                reader.alone(metadata),
                reader.parts,
                reader.onlyMembers,
                reader.unknown,
                metadata);
    }

    /** Whether it makes an accessory or a service of its own, not only a part of one. */
    public boolean isAccessory() {
        return onlyMembers || !types.isEmpty();
    }

    /** Whether it asks for nothing. */
    public boolean isEmpty() {
        return !isAccessory() && parts.isEmpty() && unknown.isEmpty();
    }

    /** What it would have to name too, to be an accessory by its characteristics alone; the first type that it names counts. */
    public List<Part> lacking() {
        return parts.stream()
                .flatMap(part -> part.owner().stream())
                .findFirst()
                .map(type -> lacking(type, parts, options).stream()
                        .map(role -> new Part(Optional.of(type), role.name()))
                        .toList())
                .orElse(List.of());
    }

    /** The roles without which there is no service of that type and that neither a part nor an option fills. */
    private static List<Role> lacking(AccessoryType type, List<Part> parts, Metadata options) {
        return type.roles().stream()
                .filter(role -> role.isRequired() && role.preset().isEmpty())
                .filter(role -> !isNamed(role, type, parts) && !isNoted(role, options))
                .toList();
    }

    private static boolean isNamed(Role role, AccessoryType type, List<Part> parts) {
        return parts.stream()
                .filter(part -> part.owner().isPresent())
                .anyMatch(part -> part.roleOf(type).filter(role::equals).isPresent());
    }

    private static boolean isNoted(Role role, Metadata options) {
        return Stream.concat(Stream.of(role.name()), role.aliases().stream())
                .anyMatch(word -> !options.texts(word).isEmpty());
    }

    private static final class Reader {
        private final Vocabulary vocabulary;
        private final Set<AccessoryType> types = new LinkedHashSet<>();
        private final Set<AccessoryType> named = new LinkedHashSet<>();
        private final List<Part> parts = new ArrayList<>();
        private final List<String> unknown = new ArrayList<>();
        private boolean onlyMembers;

        private Reader(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
        }

        private void read(String word) {
            int dot = word.indexOf('.');
            String first = dot < 0 ? word : word.substring(0, dot).trim();
            String rest = dot < 0 ? "" : word.substring(dot + 1).trim();
            Optional<AccessoryType> type = vocabulary.type(first);
            if (first.isEmpty() || word.equals("None")) {
                return;
            }
            if (first.equals(Vocabulary.GROUP_ONLY)) {
                onlyMembers = true;
                return;
            }
            if (type.isPresent() && rest.isEmpty()) {
                types.add(type.get());
                named.add(type.get());
            } else if (type.isPresent() && isPartOf(type.get(), rest)) {
                parts.add(new Part(type, rest));
                named.add(type.get());
            } else if (type.isEmpty() && rest.isEmpty() && vocabulary.isCharacteristic(first)) {
                parts.add(new Part(Optional.empty(), first));
            } else {
                unknown.add(word);
            }
        }

        /** openHAB's add-on fills what is lacking in any of its types when an item names one of them without characteristic. */
        private List<AccessoryType> alone(Metadata options) {
            return named.stream()
                    .filter(type -> types.contains(type)
                            || hasRole(type)
                                    && (!types.isEmpty()
                                            || lacking(type, parts, options).isEmpty()))
                    .toList();
        }

        private boolean hasRole(AccessoryType type) {
            return type.roles().stream().anyMatch(role -> isNamed(role, type, parts));
        }

        private static boolean isPartOf(AccessoryType type, String word) {
            return Vocabulary.ABOUT.contains(word) || type.roles().stream().anyMatch(role -> role.isCalled(word));
        }
    }
}
