// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.model.Value;

/** What stands behind a role. Immutable; equal when the definitions are, whatever the states. */
public sealed interface Player {

    /**
     * An item.
     *
     * @param context the item, without state, in its role
     */
    record Of(MappingContext context) implements Player {}

    /**
     * A value that never changes.
     *
     * @param value within the limits of the type
     * @param isOnlyOne whether people fixed it, so that no other value is offered
     */
    record Fixed(Value value, boolean isOnlyOne) implements Player {}
}
