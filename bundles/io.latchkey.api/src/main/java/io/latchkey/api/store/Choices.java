// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import io.latchkey.api.model.Value;
import java.util.List;

/**
 * What was chosen for characteristics that no item feeds, such as the name that somebody gave an input of a television.
 *
 * @param made one for each characteristic at most, the oldest first
 */
public record Choices(List<Choice> made) {
    /** Nothing was chosen yet. */
    public static final Choices NONE = new Choices(List.of());

    /** Keeps a copy. */
    public Choices {
        made = List.copyOf(made);
    }

    /**
     * One of them.
     *
     * @param accessory the key of the accessory
     * @param service the key of the service
     * @param characteristic the name of the characteristic's type
     * @param value a truth value, a number or a text
     */
    public record Choice(String accessory, String service, String characteristic, Value value) {

        /**
         * Joins the four.
         *
         * @throws IllegalArgumentException when the value is of another kind
         */
        public Choice {
            if (value instanceof Value.Bytes || value instanceof Value.Null) {
                throw new IllegalArgumentException(characteristic + " is no choice that can be remembered");
            }
        }
    }
}
