// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Who shows what: the bridges, servers of single accessories, or both while an accessory moves. It stays in its old place
 * until controllers know the new one, and one that isn't there moves nowhere: nobody can say then what it is to be. Pure.
 *
 * @param bridged what the bridges show together
 * @param alone what stands alone
 */
record StandaloneShares(List<OfferedAccessory> bridged, List<OfferedAccessory> alone) {

    /**
     * How things stand.
     *
     * @param wanted whether an accessory is to stand alone
     * @param onBridge whether a bridge shows it
     * @param alone whether a server of its own shows it
     * @param pairedAlone whether controllers know that
     * @param pairedHome whether controllers know the bridges
     */
    record Present(
            Predicate<OfferedAccessory> wanted,
            Predicate<AccessoryKey> onBridge,
            Predicate<AccessoryKey> alone,
            Predicate<AccessoryKey> pairedAlone,
            boolean pairedHome) {}

    static StandaloneShares of(List<OfferedAccessory> offers, Present now) {
        List<OfferedAccessory> bridged = new ArrayList<>();
        List<OfferedAccessory> alone = new ArrayList<>();
        for (OfferedAccessory offer : offers) {
            if (isBridged(offer, now)) {
                bridged.add(offer);
            }
            if (isAlone(offer, now)) {
                alone.add(offer);
            }
        }
        return new StandaloneShares(bridged, alone);
    }

    private static boolean isBridged(OfferedAccessory offer, Present now) {
        AccessoryKey key = offer.key();
        if (stays(offer, now)) {
            return now.onBridge().test(key);
        }
        boolean hasLeft = now.alone().test(key) && now.pairedAlone().test(key);
        return !standsAlone(offer, now) || now.onBridge().test(key) && now.pairedHome() && !hasLeft;
    }

    private static boolean isAlone(OfferedAccessory offer, Present now) {
        AccessoryKey key = offer.key();
        if (stays(offer, now)) {
            return now.alone().test(key);
        }
        boolean mayBeKnownThereOnly = now.alone().test(key) && now.pairedAlone().test(key) && !now.pairedHome();
        return standsAlone(offer, now) || mayBeKnownThereOnly;
    }

    private static boolean stays(OfferedAccessory offer, Present now) {
        return !offer.isThere()
                && (now.onBridge().test(offer.key()) || now.alone().test(offer.key()));
    }

    /** What no controller would take, the placement upon bridges leaves out and tells. */
    private static boolean standsAlone(OfferedAccessory offer, Present now) {
        return now.wanted().test(offer) && Placement.fault(offer.accessory()).isEmpty();
    }
}
