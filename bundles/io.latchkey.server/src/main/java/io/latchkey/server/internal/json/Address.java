// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.CharacteristicId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The aid and iid of a request as they came: any 64 bits, which an answer has to repeat even where nothing can have them.
 *
 * @param aid to be read as unsigned
 * @param iid to be read as unsigned
 */
public record Address(long aid, long iid) implements RequestedAddress {
    private static final int DECIMAL = 10;

    /** The address of something that exists. */
    public static Address of(CharacteristicId id) {
        return new Address(id.aid().value(), id.iid().value());
    }

    @Override
    public Optional<CharacteristicId> id() {
        return isPossible(aid) && isPossible(iid) ? Optional.of(CharacteristicId.of(aid, iid)) : Optional.empty();
    }

    @Override
    public String aidLiteral() {
        return Long.toUnsignedString(aid);
    }

    @Override
    public String iidLiteral() {
        return Long.toUnsignedString(iid);
    }

    private static boolean isPossible(long number) {
        return number >= 1 && number <= AccessoryId.MAXIMUM;
    }

    /** Reads a decimal number of 64 bits without sign, empty when the text is none. */
    static OptionalLong unsigned(String text) {
        return unsigned(text, 0, text.length());
    }

    /** Reads such a number from a part of a text. */
    static OptionalLong unsigned(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return OptionalLong.empty();
            }
        }
        try {
            return start == end
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseUnsignedLong(text, start, end, DECIMAL));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }
}
