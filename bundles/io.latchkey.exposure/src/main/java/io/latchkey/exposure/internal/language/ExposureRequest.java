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

/**
 * What the {@code homekit} metadata of an item asks for: {@code Type}, {@code Type.Characteristic} and
 * {@code Characteristic}, separated by commas, as openHAB's HomeKit documentation has it. Immutable; reads any text.
 *
 * @param types the types that the item is, in order, each once
 * @param parts the characteristics that it feeds
 * @param onlyMembers whether it is a group that has only its members' services
 * @param unknown words that mean nothing, as they were written
 * @param options the options beside the text
 */
public record ExposureRequest(
        List<AccessoryType> types, List<Part> parts, boolean onlyMembers, List<String> unknown, Metadata options) {
    /** The namespace of the metadata. */
    public static final String NAMESPACE = "homekit";

    private static final int MOST_WORDS = 64;

    public ExposureRequest {
        types = List.copyOf(types);
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
                new ArrayList<>(reader.types), reader.parts, reader.onlyMembers, reader.unknown, metadata);
    }

    /** Whether it makes an accessory or a service of its own, not only a part of one. */
    public boolean isAccessory() {
        return onlyMembers || !types.isEmpty();
    }

    /** Whether it asks for nothing. */
    public boolean isEmpty() {
        return !isAccessory() && parts.isEmpty() && unknown.isEmpty();
    }

    private static final class Reader {
        private final Vocabulary vocabulary;
        private final Set<AccessoryType> types = new LinkedHashSet<>();
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
            } else if (type.isPresent() && isPartOf(type.get(), rest)) {
                parts.add(new Part(type, rest));
            } else if (type.isEmpty() && rest.isEmpty() && vocabulary.isCharacteristic(first)) {
                parts.add(new Part(Optional.empty(), first));
            } else {
                unknown.add(word);
            }
        }

        private static boolean isPartOf(AccessoryType type, String word) {
            return Vocabulary.ABOUT.contains(word) || type.roles().stream().anyMatch(role -> role.isCalled(word));
        }
    }
}
