// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.discovery.internal.Interfaces.Link;
import io.latchkey.discovery.internal.Interfaces.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where records are published and searches made, by the settings and the interfaces as they are at that moment. Takes
 * settings from any thread; all else lives on {@code latchkey-mdns}.
 */
final class LocalNetwork {
    private final Reachability reachability;
    private volatile DiscoverySettings settings = DiscoverySettings.USUAL;

    LocalNetwork(Container container) {
        this.reachability = new Reachability(container);
    }

    /** Takes what was configured. */
    void configure(DiscoverySettings now) {
        settings = now;
    }

    /** Where to publish the record of a bridge that is bound to that address. */
    Set<Place> toPublish(InetAddress boundTo) throws IOException {
        DiscoverySettings now = settings;
        if (boundTo.isLoopbackAddress()) {
            return toSearch(boundTo);
        }
        if (now.avahiServices().isPresent()) {
            return Set.of();
        }
        List<Link> links = Interfaces.now();
        Set<Place> places = Interfaces.choose(links, boundTo, now.interfaces());
        reachability.judge(places, links, now.interfaces());
        return places;
    }

    /** Where the record of such a bridge is published, to look at from any thread. */
    Set<Place> published(InetAddress boundTo) throws IOException {
        DiscoverySettings now = settings;
        boolean isElsewhere =
                !boundTo.isLoopbackAddress() && now.avahiServices().isPresent();
        return isElsewhere ? Set.of() : Interfaces.choose(Interfaces.now(), boundTo, now.interfaces());
    }

    /** Where avahi wants to have the record of a bridge that is bound to that address; it announces it alone then. */
    Optional<Path> avahiServices(InetAddress boundTo) {
        return boundTo.isLoopbackAddress() ? Optional.empty() : settings.avahiServices();
    }

    /** Where to look for others. */
    Set<Place> toSearch(InetAddress on) throws IOException {
        return Interfaces.choose(Interfaces.now(), on, settings.interfaces());
    }
}
