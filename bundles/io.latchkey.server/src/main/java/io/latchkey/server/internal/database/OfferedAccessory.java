// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.store.AccessoryState;
import java.util.Optional;

/**
 * An accessory that is to be shown.
 *
 * @param key names it
 * @param merged its definition, with what is missing of it
 * @param isThere whether somebody stands behind it
 * @param absent how things stand with what is absent of it
 * @param state what is to be written down of it beside its values
 */
record OfferedAccessory(
        AccessoryKey key, MergedAccessory merged, boolean isThere, Presence absent, AccessoryState state) {

    /** One that is there, whole. */
    static OfferedAccessory of(AccessoryKey key, Accessory accessory) {
        MergedAccessory whole = MergedAccessory.of(accessory, Optional.empty(), part -> false);
        return new OfferedAccessory(key, whole, true, Presence.ABSENT, AccessoryState.UNKNOWN);
    }

    Accessory accessory() {
        return merged.accessory();
    }

    /** The same with another definition of the same parts, or more. */
    OfferedAccessory with(Accessory extended) {
        MergedAccessory more =
                new MergedAccessory(extended, merged.shape(), merged.absent(), merged.missing(), merged.crowdedOut());
        return new OfferedAccessory(key, more, isThere, absent, state);
    }
}
