// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Shadow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What all providers offer to one bridge at the moment. What a provider leaves behind becomes a shadow until its
 * grace time is over.
 * Safe for all threads; no method calls foreign code.
 */
final class Shelf {
    private final long graceNanos;
    private final Map<AccessoryKey, Place> places = new LinkedHashMap<>();

    Shelf(long graceNanos) {
        this.graceNanos = graceNanos;
    }

    private record Place(Object owner, Accessory accessory, boolean present, long until) {}

    synchronized void put(Object owner, AccessoryKey key, Accessory accessory) {
        places.put(key, new Place(owner, accessory, true, 0));
    }

    /** Takes one accessory away, if it is the owner's, and says whether it was. */
    synchronized boolean remove(Object owner, AccessoryKey key) {
        Place place = places.get(key);
        return place != null && place.owner() == owner && places.remove(key) != null;
    }

    /** Leaves shadows of all that the owner has offered. */
    synchronized void leave(Object owner, long now) {
        places.replaceAll((key, place) -> place.owner() == owner && place.present() ? shadow(place, now) : place);
    }

    /** Drops the shadows whose grace time is over and says whether there were any. */
    synchronized boolean expire(long now) {
        return places.values().removeIf(place -> !place.present() && now - place.until() >= 0);
    }

    /** All that is to be shown, in the order in which it came. */
    synchronized List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        places.forEach((key, place) -> offers.add(new Offer(key, place.accessory(), place.present())));
        return offers;
    }

    private Place shadow(Place place, long now) {
        Accessory shadow = Shadow.of(place.accessory(), "the contributor is away", characteristic -> false);
        return new Place(Shelf.class, shadow, false, now + graceNanos);
    }
}
