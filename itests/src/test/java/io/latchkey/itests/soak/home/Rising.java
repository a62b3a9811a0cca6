// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak.home;

import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.AccessorySink;
import java.util.function.LongFunction;

/**
 * A number that only rises, whoever writes it: a lower one that comes late changes nothing, and what stays
 * is told once more. Whoever can read a number can
 * be sure that it has been announced. Safe for all threads.
 */
final class Rising {
    private final AccessorySink sink;
    private final LongFunction<Value> form;
    private Characteristic handle;
    private long number;

    /**
     * Begins at zero.
     *
     * @param form how the number looks as a value
     */
    Rising(AccessorySink sink, LongFunction<Value> form) {
        this.sink = sink;
        this.form = form;
    }

    /** Announces it as this characteristic from now on. */
    synchronized Characteristic announcedAs(Characteristic definition) {
        handle = definition;
        return definition;
    }

    synchronized Value value() {
        return form.apply(number);
    }

    synchronized void raise(long to) {
        if (to > number) {
            number = to;
        }
        sink.changed(handle, form.apply(number));
    }

    synchronized void raise() {
        raise(number + 1);
    }
}
