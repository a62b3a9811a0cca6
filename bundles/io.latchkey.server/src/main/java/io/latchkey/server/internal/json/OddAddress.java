// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import io.latchkey.api.model.CharacteristicId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that nothing can have: Homebridge's pages write -1 for both numbers. It spoils its own entry of a request
 * and is repeated there; what is no number comes back as 0, which nothing has either.
 *
 * @param aidLiteral a number of JSON
 * @param iidLiteral a number of JSON
 */
public record OddAddress(String aidLiteral, String iidLiteral) implements RequestedAddress {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    /** Twice what a number of 64 bits takes. */
    private static final int LONGEST = 40;

    static OddAddress of(String aid, String iid) {
        return new OddAddress(numberOr0(aid), numberOr0(iid));
    }

    @Override
    public Optional<CharacteristicId> id() {
        return Optional.empty();
    }

    private static String numberOr0(String text) {
        return text.length() <= LONGEST && NUMBER.matcher(text).matches() ? text : "0";
    }
}
