// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.controller;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Value;
import java.util.Optional;

/**
 * What is to be written to one characteristic (HAP specification R2, table 6-7): a value, a subscription or both.
 * Immutable; each {@code with} method gives another one.
 *
 * @param id which one
 * @param value the new value, never {@link Value#NULL}; bytes go as Base64, whole numbers as they are in Java
 * @param events whether to subscribe or to unsubscribe
 * @param authorization additional authorization data; shows in no text
 * @param remote whether it comes from outside the home
 * @param response whether the value that follows from the write is wanted
 */
public record CharacteristicWrite(
        CharacteristicId id,
        Optional<Value> value,
        Optional<Boolean> events,
        Optional<Value.Bytes> authorization,
        boolean remote,
        boolean response) {

    /**
     * Joins the parts.
     *
     * @throws IllegalArgumentException when there is neither a value nor a subscription, or the value is null
     */
    public CharacteristicWrite {
        if (value.isEmpty() && events.isEmpty() || value.equals(Optional.of(Value.NULL))) {
            throw new IllegalArgumentException("nothing to write to " + id);
        }
    }

    /** Writes a value. */
    public static CharacteristicWrite value(CharacteristicId id, Value value) {
        return new CharacteristicWrite(id, Optional.of(value), Optional.empty(), Optional.empty(), false, false);
    }

    /** Subscribes or unsubscribes. */
    public static CharacteristicWrite events(CharacteristicId id, boolean wanted) {
        return new CharacteristicWrite(id, Optional.empty(), Optional.of(wanted), Optional.empty(), false, false);
    }

    /** The same, and subscribes or unsubscribes. */
    public CharacteristicWrite withEvents(boolean wanted) {
        return new CharacteristicWrite(id, value, Optional.of(wanted), authorization, remote, response);
    }

    /** The same with additional authorization data; copied. */
    public CharacteristicWrite withAuthorization(byte[] data) {
        return new CharacteristicWrite(id, value, events, Optional.of(new Value.Bytes(data)), remote, response);
    }

    /** The same, coming from outside the home. */
    public CharacteristicWrite asRemote() {
        return new CharacteristicWrite(id, value, events, authorization, true, response);
    }

    /** The same, asking for the value that follows. */
    public CharacteristicWrite withResponse() {
        return new CharacteristicWrite(id, value, events, authorization, remote, true);
    }
}
