// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.discovery.internal.Interfaces.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where records are published and searches made, by the settings and the interfaces as they are at that moment. Takes
 * settings from any thread.
 */
final class LocalNetwork {
    private volatile DiscoverySettings settings = DiscoverySettings.USUAL;

    /** Takes what was configured. */
    void configure(DiscoverySettings now) {
        settings = now;
    }

    /** Where to publish the record of a bridge that is bound to that address. */
    Set<Place> toPublish(InetAddress boundTo) throws IOException {
        DiscoverySettings now = settings;
        if (now.advertised().isEmpty() || boundTo.isLoopbackAddress()) {
            return toSearch(boundTo);
        }
        Set<Place> places = new LinkedHashSet<>();
        now.advertised().forEach(address -> places.add(new Place(address, Place.ELSEWHERE)));
        return places;
    }

    /** Where to look for others. */
    Set<Place> toSearch(InetAddress on) throws IOException {
        return Interfaces.choose(Interfaces.now(), on, settings.interfaces());
    }
}
