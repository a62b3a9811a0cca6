// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.discovery.internal.Interfaces.Link;
import io.latchkey.discovery.internal.Interfaces.Place;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log, once, why no phone finds a bridge: when there is no interface to announce on for half a minute, and when
 * the process is in a container that only its host reaches. Lives on {@code latchkey-mdns}.
 */
final class Reachability {
    private static final Logger LOG = LoggerFactory.getLogger(Reachability.class);
    /** At a start the network may come later than the bridge. */
    private static final int PATIENT_LOOKS = 6;

    private final Container container;
    private int looksWithout;
    private boolean toldNowhere;
    private boolean toldContainer;

    Reachability(Container container) {
        this.container = container;
    }

    /**
     * Judges where a bridge for the network is announced; called every few seconds.
     *
     * @param wanted the names of interfaces that are configured
     */
    void judge(Set<Place> places, List<Link> links, Set<String> wanted) {
        looksWithout = places.isEmpty() ? looksWithout + 1 : 0;
        if (looksWithout > PATIENT_LOOKS && !toldNowhere) {
            toldNowhere = true;
            warnNowhere(links, wanted);
        }
        if (!places.isEmpty() && !toldContainer && container.isThis()) {
            List<Link> used = used(places, links);
            if (!used.isEmpty() && used.stream().map(Link::name).allMatch(container::isPaired)) {
                toldContainer = true;
                warnContainer(places, used);
            }
        }
    }

    private static List<Link> used(Set<Place> places, List<Link> links) {
        return links.stream()
                .filter(link -> places.stream().anyMatch(place -> place.index() == link.index()))
                .toList();
    }

    private static void warnNowhere(List<Link> links, Set<String> wanted) {
        String names = links.stream().filter(Link::up).map(Link::name).collect(Collectors.joining(", "));
        LOG.warn(
                "No phone finds a bridge: {}. Up are {}. Name the network interface that leads to phones as"
                        + " interfaces in the configuration {}.",
                wanted.isEmpty() ? "no network interface leads to phones" : "of " + wanted + " none can be used",
                names,
                DiscoveryConfiguration.PID);
    }

    private static void warnContainer(Set<Place> places, List<Link> used) {
        LOG.warn(
                "No phone finds a bridge: this process is in a container with a network of its own ({} on {}), which"
                        + " what it announces doesn't leave. Run the container in the network of its host (for Docker"
                        + " \"--network host\", for Compose \"network_mode: host\"), give it an address in the network of"
                        + " the house (macvlan), or let the avahi of the host announce it (avahiServices in the"
                        + " configuration {}).",
                places.stream().map(place -> place.address().getHostAddress()).collect(Collectors.joining(", ")),
                used.stream().map(Link::name).collect(Collectors.joining(", ")),
                DiscoveryConfiguration.PID);
    }
}
