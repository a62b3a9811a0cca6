// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Value;

/** The value that says least: off, zero, the first of an enumeration, no text. Stateless. */
final class NeutralValue {
    private NeutralValue() {}

    static Value value(Format format, Constraints constraints) {
        Value nothing = switch (format) {
            case BOOL -> Value.FALSE;
            case STRING -> Value.of("");
            case TLV8, DATA -> Value.of(new byte[0]);
            default -> Value.of(0);
        };
        return constraints.fit(format, nothing).orElseGet(() -> first(constraints));
    }

    private static Value first(Constraints constraints) {
        return constraints.validValues().isEmpty()
                ? Value.of(0)
                : Value.of(constraints.validValues().first());
    }
}
