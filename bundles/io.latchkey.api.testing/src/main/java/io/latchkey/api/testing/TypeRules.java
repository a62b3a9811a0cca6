// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** What holds for every accessory type, whatever it is. Stateless. */
public final class TypeRules {
    private static final List<String> WORDS =
            List.of("ON", "OFF", "OPEN", "CLOSED", "UP", "DOWN", "PLAY", "120,30,50", "2026-01-01T00:00:00Z", "", "?");

    private TypeRules() {}

    /** It offers what its service requires, nothing that its service hasn't, and nothing twice. */
    public static void isWhole(AccessoryType type) {
        List<CharacteristicType> offered = type.roles().stream().map(Role::type).toList();
        assertEquals(offered.size(), Set.copyOf(offered).size(), () -> type.name() + " offers something twice");
        assertTrue(offered.containsAll(type.service().required()), () -> type.name() + " lacks something");
        Set<CharacteristicType> known = new HashSet<>(type.service().required());
        known.addAll(type.service().optional());
        assertTrue(known.containsAll(offered), () -> type.name() + " offers what its service has not");
        List<String> words = type.roles().stream()
                .flatMap(role -> Stream.concat(Stream.of(role.name()), role.aliases().stream()))
                .toList();
        assertEquals(words.size(), Set.copyOf(words).size(), () -> type.name() + " has two roles of one name");
    }

    /** No state of an item, however odd, is shown as a value that a controller must not see. */
    public static void staysLegal(AccessoryType type, Random random, String options) {
        for (Role role : type.roles()) {
            for (ItemType kind : role.items()) {
                Conversion it = Conversion.of(type, role.name(), kind.text(), options);
                state(kind, random).flatMap(it::shown).ifPresent(value -> isLegal(type, it, value));
                role.mapping().unknown(it.context()).ifPresent(value -> isLegal(type, it, value));
            }
            role.preset().ifPresent(value -> isPreset(type, role, value));
        }
    }

    private static void isLegal(AccessoryType type, Conversion it, Value value) {
        assertEquals(
                Optional.of(value),
                it.role()
                        .mapping()
                        .constraints(it.context())
                        .accept(it.role().type().format(), value),
                () -> type.name() + "." + it.role() + " shows " + value);
    }

    private static void isPreset(AccessoryType type, Role role, Value value) {
        assertEquals(
                Optional.of(value),
                role.type().constraints().accept(role.type().format(), value),
                () -> type.name() + "." + role + " presets " + value);
    }

    /** Some state that an item of that kind can have; empty when chance found none. */
    static Optional<String> state(ItemType kind, Random random) {
        String text = random.nextBoolean()
                ? WORDS.get(random.nextInt(WORDS.size()))
                : String.valueOf(random.nextInt(3) == 0 ? random.nextGaussian() * 1e6 : random.nextInt(120) - 10);
        return ItemState.parse(kind, text).map(ItemState::text);
    }
}
