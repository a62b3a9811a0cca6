// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

import java.util.Locale;
import java.util.Optional;

/** The kinds of items, as openHAB has them. */
public enum ItemType {
    SWITCH("Switch"),
    DIMMER("Dimmer"),
    COLOR("Color"),
    NUMBER("Number"),
    CONTACT("Contact"),
    ROLLERSHUTTER("Rollershutter"),
    STRING("String"),
    DATETIME("DateTime"),
    PLAYER("Player"),
    LOCATION("Location"),
    IMAGE("Image"),
    CALL("Call"),
    GROUP("Group");

    private final String text;

    ItemType(String text) {
        this.text = text;
    }

    /** The name as people write it, such as {@code DateTime}. */
    public String text() {
        return text;
    }

    /** Whether its states are levels from 0 to 100. */
    public boolean isLevel() {
        return this == DIMMER || this == COLOR || this == ROLLERSHUTTER;
    }

    /**
     * The type of a name.
     *
     * @param name in any case, with or without a dimension ({@code Number:Temperature})
     * @return empty when there is no such type
     */
    public static Optional<ItemType> of(String name) {
        int colon = name.indexOf(':');
        String bare = colon < 0 ? name : name.substring(0, colon);
        try {
            return Optional.of(valueOf(bare.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException noSuchType) {
            return Optional.empty();
        }
    }
}
