// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.api.discovery.BrowseListener;
import io.latchkey.api.discovery.Browser;
import io.latchkey.api.discovery.DiscoveredBridge;
import io.latchkey.discovery.internal.Interfaces.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One search on all its places, joined: a bridge that is seen on several of them is one bridge with several addresses.
 * Lives on {@code latchkey-mdns}, where it also calls its listener; only the close may be called by anybody.
 */
final class Search implements Browser.Browsing {
    private static final Logger LOG = LoggerFactory.getLogger(Search.class);
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int LOOKS_OF_AN_HOUR = 720;

    private final MdnsThread thread;
    private final Responders responders;
    private final LocalNetwork network;
    private final InetAddress on;
    private final BrowseListener listener;
    private final Consumer<Search> closed;
    private final Map<Place, Listening> listenings = new HashMap<>();
    private final Map<String, Map<Place, ServiceInfo>> seen = new HashMap<>();
    private final Map<String, DiscoveredBridge> told = new HashMap<>();
    private int looks;
    private int nextAsk = 2;
    private boolean ended;

    Search(
            MdnsThread thread,
            Responders responders,
            LocalNetwork network,
            InetAddress on,
            BrowseListener listener,
            Consumer<Search> closed) {
        this.thread = thread;
        this.responders = responders;
        this.network = network;
        this.on = on;
        this.listener = listener;
        this.closed = closed;
    }

    @Override
    public void close() {
        MdnsThread.await(thread.run(this::end), LIMIT);
    }

    /**
     * Listens on the places that are new and no longer on those that are gone; looks again at what was seen, because
     * JmDNS does not tell of a record that comes back changed soon after its goodbye; and asks again, each time after
     * twice as long, up to an hour (RFC 6762 section 5.2), because a first question may be lost.
     */
    void follow() {
        if (ended) {
            return;
        }
        Set<Place> places = places();
        for (Listening listening : List.copyOf(listenings.values())) {
            if (!responders.isCurrent(listening.place, listening.responder)) {
                forget(listening);
            } else if (!places.contains(listening.place)) {
                stop(listening);
            }
        }
        for (Place place : places) {
            if (!listenings.containsKey(place)) {
                responders.at(place).ifPresent(responder -> listen(place, responder));
            }
        }
        looks++;
        if (looks == nextAsk) {
            nextAsk += Math.min(nextAsk, LOOKS_OF_AN_HOUR);
            listenings.values().forEach(listening -> listening.responder.ask(listening));
        }
        seen.forEach((name, infos) ->
                infos.keySet().forEach(place -> listenings.get(place).responder.resolve(name)));
    }

    void end() {
        if (!ended) {
            ended = true;
            List.copyOf(listenings.values()).forEach(this::stop);
            closed.accept(this);
        }
    }

    private Set<Place> places() {
        try {
            return network.toSearch(on);
        } catch (IOException e) {
            LOG.debug("The interfaces cannot be read now: {}", e.toString());
            return listenings.keySet();
        }
    }

    private void listen(Place place, Responder responder) {
        Listening listening = new Listening(place, responder);
        listenings.put(place, listening);
        responder.listen(listening);
    }

    private void stop(Listening listening) {
        if (listening.responder.unlisten(listening)) {
            responders.forget(listening.responder);
        }
        forget(listening);
    }

    private void forget(Listening listening) {
        listenings.remove(listening.place);
        List.copyOf(seen.keySet()).forEach(name -> forget(listening.place, name));
    }

    private void keep(Place place, ServiceInfo info) {
        seen.computeIfAbsent(info.getName(), name -> new LinkedHashMap<>()).put(place, info);
        tell(info.getName());
    }

    private void forget(Place place, String name) {
        Map<Place, ServiceInfo> infos = seen.getOrDefault(name, Map.of());
        if (infos.containsKey(place)) {
            infos.remove(place);
            tell(name);
        }
    }

    private void tell(String name) {
        Optional<DiscoveredBridge> now = bridge(name);
        DiscoveredBridge before = now.isPresent() ? told.put(name, now.get()) : told.remove(name);
        if (ended || now.equals(Optional.ofNullable(before))) {
            return;
        }
        if (now.isEmpty()) {
            seen.remove(name);
            listener.lost(name);
        } else if (before == null) {
            listener.found(now.get());
        } else {
            listener.updated(now.get());
        }
    }

    private Optional<DiscoveredBridge> bridge(String name) {
        List<ServiceInfo> infos =
                new ArrayList<>(seen.getOrDefault(name, Map.of()).values());
        if (infos.isEmpty()) {
            return Optional.empty();
        }
        Set<InetAddress> addresses = new LinkedHashSet<>();
        infos.forEach(info -> Collections.addAll(addresses, info.getInetAddresses()));
        ServiceInfo newest = infos.get(infos.size() - 1);
        return Optional.of(new DiscoveredBridge(name, List.copyOf(addresses), newest.getPort(), text(newest)));
    }

    private static Map<String, String> text(ServiceInfo info) {
        Map<String, String> text = new HashMap<>();
        for (String key : Collections.list(info.getPropertyNames())) {
            String value = info.getPropertyString(key);
            text.put(key.toLowerCase(Locale.ROOT), value == null ? "" : value);
        }
        return text;
    }

    /** Hears on one place, on a thread of JmDNS, and passes on to ours. */
    private final class Listening implements ServiceListener {
        private final Place place;
        private final Responder responder;

        Listening(Place place, Responder responder) {
            this.place = place;
            this.responder = responder;
        }

        @Override
        public void serviceAdded(ServiceEvent event) {
            String name = event.getName();
            thread.run(() -> {
                if (listenings.get(place) == this) {
                    responder.resolve(name);
                }
            });
        }

        @Override
        public void serviceRemoved(ServiceEvent event) {
            String name = event.getName();
            thread.run(() -> forget(place, name));
        }

        @Override
        public void serviceResolved(ServiceEvent event) {
            ServiceInfo info = event.getInfo();
            boolean whole = info.getInetAddresses().length > 0
                    && info.getPropertyNames().hasMoreElements();
            if (whole) {
                thread.run(() -> {
                    if (listenings.get(place) == this) {
                        keep(place, info);
                    }
                });
            }
        }
    }
}
