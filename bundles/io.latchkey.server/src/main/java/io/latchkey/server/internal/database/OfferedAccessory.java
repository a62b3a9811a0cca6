// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.store.AccessoryState;
import io.latchkey.api.store.RememberedAbsence;
import io.latchkey.server.internal.work.CallLanes.ContributorName;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An accessory that is to be shown.
 *
 * @param key names it
 * @param merged its definition, with what is missing of it
 * @param isThere whether somebody stands behind it
 * @param absent how things stand with what is absent of it
 * @param state what is to be written down of it beside its values
 * @param extended whose code the characteristics are that extensions add, by identity
 */
record OfferedAccessory(
        AccessoryKey key,
        MergedAccessory merged,
        boolean isThere,
        Presence absent,
        AccessoryState state,
        Map<Characteristic, ContributorName> extended) {

    /** One that no extension has added to. */
    OfferedAccessory(AccessoryKey key, MergedAccessory merged, boolean isThere, Presence absent, AccessoryState state) {
        this(key, merged, isThere, absent, state, Map.of());
    }

    /** One that is there, whole. */
    static OfferedAccessory of(AccessoryKey key, Accessory accessory) {
        MergedAccessory whole = MergedAccessory.of(accessory, Optional.empty(), part -> false);
        return new OfferedAccessory(key, whole, true, Presence.ABSENT, AccessoryState.UNKNOWN);
    }

    Accessory accessory() {
        return merged.accessory();
    }

    /** Why it isn't there; empty while somebody stands behind it. */
    Optional<Absence> absence() {
        return isThere
                ? Optional.empty()
                : Optional.of(state.absence().map(RememberedAbsence::why).orElseGet(CurrentAbsence::silence));
    }

    /**
     * The same with what extensions add.
     *
     * @param definition of the same parts and more
     * @param away those of the additions that nobody stands behind, by identity
     * @param contributors whose code the others are, by identity
     */
    OfferedAccessory extended(
            Accessory definition, Set<Characteristic> away, Map<Characteristic, ContributorName> contributors) {
        Set<Characteristic> allAway = Collections.newSetFromMap(new IdentityHashMap<>());
        allAway.addAll(merged.absent());
        allAway.addAll(away);
        MergedAccessory more =
                new MergedAccessory(definition, merged.shape(), allAway, merged.missing(), merged.crowdedOut());
        return new OfferedAccessory(key, more, isThere, absent, state, contributors);
    }
}
