// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.transport;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Value;

/**
 * A changed characteristic on its way to a controller.
 *
 * @param id the characteristic
 * @param value the value it has now
 */
public record Event(CharacteristicId id, Value value) {
    public Event {
        if (id == null || value == null) {
            throw new IllegalArgumentException("an event needs a characteristic and a value");
        }
    }
}
