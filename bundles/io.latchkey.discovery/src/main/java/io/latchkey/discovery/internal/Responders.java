// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.discovery.internal.Interfaces.Place;
import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The responders of this process, one for each place in use. Lives on {@code latchkey-mdns}.
 *
 * <p>All have the one host name of the process, so that a record is the same on all of them, and none takes another's for
 * an intruder's. Only where one would hear another give that host a different address of the same family, as IPv6 sockets
 * do over all interfaces, the later one gets a number behind the name; {@link Interfaces} sees that no record is published
 * on two such places.
 */
final class Responders {
    private static final Logger LOG = LoggerFactory.getLogger(Responders.class);

    private final MdnsThread thread;
    private final Supplier<String> host;
    private final Map<Place, Responder> open = new HashMap<>();
    private final Map<Place, Responder> dead = new HashMap<>();
    private final Set<Place> troubled = new HashSet<>();

    Responders(MdnsThread thread, Supplier<String> host) {
        this.thread = thread;
        this.host = host;
    }

    /** The responder of a place; empty when its socket cannot be opened, which is warned of once, or not yet. */
    Optional<Responder> at(Place place) {
        Responder known = open.get(place);
        if (known != null || isDisturbed(place)) {
            return Optional.ofNullable(known);
        }
        try {
            Responder responder =
                    new Responder(place, host(place), thread.nanoTime(), () -> thread.run(() -> drop(place)));
            open.put(place, responder);
            troubled.remove(place);
            return Optional.of(responder);
        } catch (IOException e) {
            if (troubled.add(place)) {
                LOG.warn(
                        "Cannot use mDNS on {}: {}. Bridges are not found there; see that UDP port 5353 may be used. "
                                + "It is tried again.",
                        place.address(),
                        e.toString());
            }
            return Optional.empty();
        }
    }

    /** Whether this is still the responder of the place. */
    boolean isCurrent(Place place, Responder responder) {
        return open.get(place) == responder;
    }

    /** Forgets a responder that has been closed. */
    void forget(Responder responder) {
        open.values().remove(responder);
    }

    /**
     * Sets aside the responders whose address has gone. No goodbye can be sent from there (IPv4 sends from the address
     * itself, IPv6 needs another one), and JmDNS waits many seconds for it; so {@link #buryDead} is for later.
     */
    void dropDead() throws SocketException {
        for (Place place : List.copyOf(open.keySet())) {
            if (NetworkInterface.getByInetAddress(place.address()) == null) {
                dead.put(place, open.remove(place));
            }
        }
    }

    /**
     * Lets go of the responders that answer nobody any more, so that they are begun anew.
     *
     * @param now the time in nanoseconds
     */
    void dropEnded(long now) {
        for (Map.Entry<Place, Responder> each : List.copyOf(open.entrySet())) {
            if (each.getValue().hasEnded(now)) {
                drop(each.getKey());
            }
        }
    }

    void buryDead() {
        dead.values().forEach(Responder::close);
        dead.clear();
    }

    /** Closes everything, at the end. */
    void closeAll() {
        open.values().forEach(Responder::close);
        open.clear();
    }

    /** Another address of the host in a goodbye would pass for an intruder's; IPv4 sends none from where it has gone. */
    private boolean isDisturbed(Place place) {
        return !place.isIpv4() && dead.keySet().stream().anyMatch(other -> hear(place, other));
    }

    private String host(Place place) {
        Set<String> taken = new HashSet<>();
        open.forEach((other, responder) -> {
            if (hear(place, other)) {
                taken.add(responder.host());
            }
        });
        String name = host.get();
        for (int number = 2; taken.contains(name); number++) {
            name = host.get() + "-" + number;
        }
        return name;
    }

    private static boolean hear(Place one, Place other) {
        return one.isIpv4() == other.isIpv4() && (one.index() == other.index() || !one.isIpv4());
    }

    private void drop(Place place) {
        Responder gone = open.remove(place);
        if (gone != null) {
            LOG.info("mDNS on {} has stopped after an error of the network and is begun anew", place.address());
            gone.close();
        }
    }
}
