// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.itests.wire.Accessories;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** The characteristics of the home of the soak, found by their descriptions. */
final class SoakTargets {
    private static final String NAMES = "[a-z]+ [0-9]+";

    private final Map<Kind, List<NumberedCharacteristic>> byKind = new EnumMap<>(Kind.class);
    private final Map<String, NumberedCharacteristic> byId = new HashMap<>();

    /** Reads what {@code GET /accessories} has answered. */
    SoakTargets(JsonArray accessories) {
        Accessories.objects(accessories)
                .forEach(accessory -> Accessories.characteristics(accessory).stream()
                        .filter(each -> each.has("description"))
                        .forEach(each -> add(accessory.get("aid").getAsString(), each)));
        for (Kind kind : Kind.values()) {
            if (!byKind.containsKey(kind)) {
                throw new AssertionError("the home has no " + kind);
            }
        }
    }

    /** All characteristics of a kind. */
    List<NumberedCharacteristic> of(Kind kind) {
        return byKind.get(kind);
    }

    /** The characteristic of that address, if it is one of ours. */
    Optional<NumberedCharacteristic> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All characteristics whose kind is like that. */
    List<NumberedCharacteristic> all(Predicate<Kind> wanted) {
        List<NumberedCharacteristic> all = new ArrayList<>();
        byKind.forEach((kind, subjects) -> {
            if (wanted.test(kind)) {
                all.addAll(subjects);
            }
        });
        return all;
    }

    /** Some characteristic of a kind. */
    NumberedCharacteristic any(Kind kind, Random random) {
        return pick(byKind.get(kind), random);
    }

    /** One of a list. */
    static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private void add(String aid, JsonObject characteristic) {
        String name = characteristic.get("description").getAsString();
        if (name.matches(NAMES)) {
            String[] words = name.split(" ");
            Kind kind = Kind.valueOf(words[0].toUpperCase(Locale.ROOT));
            String id = aid + "." + characteristic.get("iid").getAsString();
            NumberedCharacteristic subject = new NumberedCharacteristic(kind, Integer.parseInt(words[1]), id);
            byKind.computeIfAbsent(kind, none -> new ArrayList<>()).add(subject);
            byId.put(id, subject);
        }
    }
}
