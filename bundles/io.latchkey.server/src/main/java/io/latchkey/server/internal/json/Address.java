// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.CharacteristicId;
import java.util.Optional;

/**
 * The aid and iid of a request as they came: any 64 bits, which an answer has to repeat even where nothing can have them.
 *
 * @param aid to be read as unsigned
 * @param iid to be read as unsigned
 */
public record Address(long aid, long iid) {

    /** The address of something that exists. */
    public static Address of(CharacteristicId id) {
        return new Address(id.aid().value(), id.iid().value());
    }

    /** The id of that address, empty when no characteristic can have it. */
    public Optional<CharacteristicId> id() {
        return isPossible(aid) && isPossible(iid) ? Optional.of(CharacteristicId.of(aid, iid)) : Optional.empty();
    }

    private static boolean isPossible(long number) {
        return number >= 1 && number <= AccessoryId.MAXIMUM;
    }

    /** Reads a decimal number of 64 bits without sign, empty when the text is none. */
    static Optional<Long> unsigned(String text) {
        if (text.isEmpty() || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseUnsignedLong(text));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }
}
