// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import io.latchkey.api.model.CharacteristicId;
import java.util.Optional;
import java.util.OptionalLong;

/** What an entry of a request names, whether anything can have that address or not: its answer has to repeat it. */
public sealed interface RequestedAddress permits Address, OddAddress {

    /** The id of that address, empty when no characteristic can have it. */
    Optional<CharacteristicId> id();

    /** The aid as a number of JSON. */
    String aidLiteral();

    /** The iid as a number of JSON. */
    String iidLiteral();

    /** Reads both numbers as they are written. */
    static RequestedAddress of(String aid, String iid) {
        return of(aid, 0, aid.length(), iid, 0, iid.length());
    }

    /** Reads both numbers from parts of texts. */
    static RequestedAddress of(String aid, int aidStart, int aidEnd, String iid, int iidStart, int iidEnd) {
        OptionalLong first = Address.unsigned(aid, aidStart, aidEnd);
        OptionalLong second = Address.unsigned(iid, iidStart, iidEnd);
        if (first.isPresent() && second.isPresent()) {
            return new Address(first.getAsLong(), second.getAsLong());
        }
        return OddAddress.of(aid.substring(aidStart, aidEnd), iid.substring(iidStart, iidEnd));
    }
}
