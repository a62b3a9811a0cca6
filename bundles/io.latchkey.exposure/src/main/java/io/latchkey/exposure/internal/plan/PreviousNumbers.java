// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import java.util.Optional;

/** Remembers which number a button had, so that it keeps it when another one comes. */
@FunctionalInterface
public interface PreviousNumbers {
    /** Nothing is remembered. */
    PreviousNumbers NONE = (owner, service) -> Optional.empty();

    /**
     * The number that a service had.
     *
     * @param owner the item that owns the accessory
     * @param service the key of the service
     */
    Optional<Long> number(String owner, String service);
}
