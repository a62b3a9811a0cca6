// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import io.latchkey.api.item.Item;
import io.latchkey.exposure.internal.language.LegalNames;
import io.latchkey.exposure.internal.tag.ItemPlaces;
import io.latchkey.exposure.internal.tag.SemanticMeaning;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names an accessory with its room before it, as people who use Home do: the app leaves the room's name away where the
 * accessory is in a room of that name. Stateless.
 */
final class RoomName {
    private static final int MOST_BYTES = 63;
    private static final Set<String> NO_ROOMS =
            Set.of("Indoor", "Outdoor", "Apartment", "Building", "House", "SummerHouse");

    private RoomName() {}

    /** The name with the room; empty when it is in none, has it in its label, or would be too long. */
    static Optional<String> of(Item item, ItemPlaces places) {
        String label = LegalNames.legal(item.label(), item.name());
        return places.of(item)
                .filter(place ->
                        !NO_ROOMS.contains(SemanticMeaning.of(place).location().get(0)))
                .map(place -> LegalNames.legal(place.label(), place.name()))
                .filter(room -> !lower(label).contains(lower(room)))
                .map(room -> room + " " + label)
                .filter(name -> name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
