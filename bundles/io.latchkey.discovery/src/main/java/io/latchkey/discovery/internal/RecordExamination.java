// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Examination;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.bridge.Severity;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.transport.Transport;
import io.latchkey.discovery.internal.Interfaces.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks whether bridges are found as they mean to be: asks on each place where they are announced, with sockets of its own,
 * compares, and connects to each address that is named there. One that is still being announced for the first time isn't
 * judged. Where the avahi of a container's host announces them, nothing can be seen from here. Never waits.
 */
@Component(service = Examination.class)
public final class RecordExamination implements Examination {
    private final MulticastDiscovery discovery;
    private final AnnouncedAddresses addresses;

    /** Looks where that discovery announces, and connects by that transport. */
    @Activate
    public RecordExamination(@Reference MulticastDiscovery discovery, @Reference Transport transport) {
        this.discovery = discovery;
        this.addresses = new AnnouncedAddresses(transport);
    }

    @Override
    public String subject() {
        return "how bridges are found";
    }

    @Override
    public CompletionStage<List<Diagnosis>> examine(List<ExaminedBridge> bridges) {
        return discovery
                .unannounced()
                .thenCompose(pending -> look(bridges.stream()
                        .filter(bridge -> bridge.record()
                                .filter(record -> !pending.contains(record.deviceId()))
                                .isPresent())
                        .toList()));
    }

    private CompletionStage<List<Diagnosis>> look(List<ExaminedBridge> announced) {
        Map<ExaminedBridge, Set<Place>> places = new LinkedHashMap<>();
        announced.forEach(bridge -> places.put(bridge, places(bridge)));
        Set<Place> all = places.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        return heard(all).thenCompose(heard -> {
            Set<InetAddress> local = local();
            CompletableFuture<List<Diagnosis>> seen = CompletableFuture.completedFuture(List.of());
            for (Map.Entry<ExaminedBridge, Set<Place>> each : places.entrySet()) {
                Map<String, List<HeardRecord>> byLink = byLink(each.getValue(), heard);
                seen = seen.thenCombine(diagnoses(each.getKey(), byLink, local), RecordExamination::joined);
            }
            return seen;
        });
    }

    private static List<Diagnosis> joined(List<Diagnosis> some, List<Diagnosis> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private CompletableFuture<List<Diagnosis>> diagnoses(
            ExaminedBridge bridge, Map<String, List<HeardRecord>> heard, Set<InetAddress> local) {
        if (heard.isEmpty()) {
            return CompletableFuture.completedFuture(
                    discovery.isLeftToAvahi(bound(bridge)) ? List.of() : List.of(nowhere(bridge)));
        }
        Advertisement wanted = bridge.record().orElseThrow();
        RecordComparison comparison = new RecordComparison(bridge.id(), wanted, local);
        return addresses
                .tried(bridge.id(), comparison.announced(heard), wanted.port())
                .thenApply(unanswered ->
                        joined(comparison.of(heard), unanswered.stream().toList()));
    }

    private static InetAddress bound(ExaminedBridge bridge) {
        return bridge.status().address().orElseThrow().getAddress();
    }

    /** One place for each interface, that of IPv4 where there is one. */
    private Set<Place> places(ExaminedBridge bridge) {
        try {
            Map<Integer, Place> byIndex = new TreeMap<>();
            discovery
                    .placesOf(bound(bridge))
                    .forEach(place -> byIndex.merge(place.index(), place, (one, other) -> one.isIpv4() ? one : other));
            return Set.copyOf(byIndex.values());
        } catch (IOException unreadable) {
            return Set.of();
        }
    }

    private CompletableFuture<Map<Place, List<HeardRecord>>> heard(Collection<Place> places) {
        CompletableFuture<Map<Place, List<HeardRecord>>> all = CompletableFuture.completedFuture(Map.of());
        for (Place place : places) {
            CompletableFuture<List<HeardRecord>> one = discovery.ask(place).exceptionally(unaskable -> List.of());
            all = all.thenCombine(one, (before, records) -> {
                Map<Place, List<HeardRecord>> more = new HashMap<>(before);
                more.put(place, records);
                return more;
            });
        }
        return all;
    }

    private static Map<String, List<HeardRecord>> byLink(Set<Place> places, Map<Place, List<HeardRecord>> heard) {
        Map<String, List<HeardRecord>> byLink = new TreeMap<>();
        places.forEach(place -> byLink.put(link(place), heard.getOrDefault(place, List.of())));
        return byLink;
    }

    private static String link(Place place) {
        try {
            return Optional.ofNullable(NetworkInterface.getByIndex(place.index()))
                    .map(NetworkInterface::getName)
                    .orElse(place.address().getHostAddress());
        } catch (SocketException gone) {
            return place.address().getHostAddress();
        }
    }

    private static Set<InetAddress> local() {
        Set<InetAddress> local = new HashSet<>();
        try {
            NetworkInterface.networkInterfaces()
                    .forEach(link -> local.addAll(Collections.list(link.getInetAddresses())));
        } catch (SocketException unreadable) {
            return Set.of();
        }
        return local;
    }

    private static Diagnosis nowhere(ExaminedBridge bridge) {
        return new Diagnosis(
                "no-interface",
                Severity.UNREACHABLE,
                Optional.of(bridge.id()),
                "No network interface of this machine leads to phones, so the bridge is announced nowhere.",
                "No phone finds it.",
                "See that the machine is in the network. If one of its interfaces does lead to phones, name it with the"
                        + " setting interfaces of " + DiscoveryConfiguration.PID + ".");
    }
}
