// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.verb.ForeignText;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares what is heard on the places of a bridge with what its record has to say. Pure.
 *
 * @param bridge its id
 * @param wanted what its record has to say
 * @param local the addresses of this machine
 */
record RecordComparison(String bridge, Advertisement wanted, Set<InetAddress> local) {
    private static final String ON_PHONES = "Phones keep what they have heard";
    private static final String TAKEN_FOR_ONE =
            "Phones take the two for one and reach now this, now that: accessories come and go.";

    /**
     * What is not as it should be, or that all is right.
     *
     * @param heard by the name of the interface on which it was heard
     */
    List<Diagnosis> of(Map<String, List<HeardRecord>> heard) {
        List<Diagnosis> seen = new ArrayList<>();
        List<HeardRecord> all = heard.values().stream().flatMap(List::stream).toList();
        List<HeardRecord> own = own(heard);
        unseen(heard).ifPresent(seen::add);
        otherPort(own).ifPresent(seen::add);
        otherAddress(own).ifPresent(seen::add);
        otherState(own).ifPresent(seen::add);
        twice(all).ifPresent(seen::add);
        if (seen.isEmpty()) {
            seen.add(Diagnosis.right(
                    "record-seen",
                    bridge,
                    "Found as \"" + own.get(0).name() + "\" on " + String.join(", ", heard.keySet()) + "."));
        }
        return seen;
    }

    /** The addresses of this machine at which the bridge is announced with its port. */
    Set<InetAddress> announced(Map<String, List<HeardRecord>> heard) {
        return own(heard).stream()
                .filter(each -> each.port() == wanted.port())
                .flatMap(each -> each.addresses().stream())
                .filter(address -> address.isLoopbackAddress() || local.contains(address))
                .collect(Collectors.toSet());
    }

    private List<HeardRecord> own(Map<String, List<HeardRecord>> heard) {
        return heard.values().stream()
                .flatMap(List::stream)
                .filter(each -> each.isOurs() && isOfId(each))
                .toList();
    }

    private boolean isOfId(HeardRecord record) {
        return record.id().equalsIgnoreCase(wanted.deviceId().text());
    }

    private Optional<Diagnosis> unseen(Map<String, List<HeardRecord>> heard) {
        Set<String> without = new TreeSet<>();
        heard.forEach((link, records) -> {
            if (records.stream().noneMatch(each -> each.isOurs() && isOfId(each))) {
                without.add(link);
            }
        });
        if (without.isEmpty()) {
            return Optional.empty();
        }
        String links = String.join(", ", without);
        String seen = "The bridge is not found on " + links + ", though it should be announced there.";
        String why =
                "Phones that are there don't find it: it can't be paired, and one that is paired shows \"No Response\""
                        + " as soon as its address changes.";
        String cure =
                "See that no firewall of this machine keeps UDP port 5353 or multicast away, and that nothing else"
                        + " holds that port alone. If phones aren't behind " + links
                        + ", name the right ones with the setting"
                        + " interfaces of " + DiscoveryConfiguration.PID + ". Within a minute of a start, look again.";
        return Optional.of(
                without.size() == heard.size()
                        ? Diagnosis.unreachable("record-unseen", bridge, seen, why, cure)
                        : Diagnosis.mend("record-unseen", bridge, seen, why, cure));
    }

    private Optional<Diagnosis> otherPort(List<HeardRecord> own) {
        boolean isRightToo = own.stream().anyMatch(each -> each.port() == wanted.port());
        return own.stream()
                .map(HeardRecord::port)
                .filter(port -> port != wanted.port())
                .findFirst()
                .map(port -> isRightToo ? twiceHere(port) : oldPort(port));
    }

    private Diagnosis oldPort(int port) {
        return Diagnosis.mend(
                "record-port",
                bridge,
                "The bridge is announced at port " + port + ", but listens on port " + wanted.port() + ".",
                ON_PHONES + " and try the wrong port; Home shows \"No Response\".",
                "If another Latchkey or an openHAB with the same store runs on this machine, end it. Else restart Latchkey.");
    }

    private Diagnosis twiceHere(int port) {
        return Diagnosis.mend(
                "id-twice",
                bridge,
                "Another program on this machine announces a bridge of the same Device ID, at port " + port + ".",
                TAKEN_FOR_ONE,
                "Find it (ss -ltnp 'sport = :" + port
                        + "') and end it. It may be a second Latchkey with a copy of the store,"
                        + " or the older HomeKit add-on of openHAB, whose pairings Latchkey has taken over: remove that.");
    }

    private Optional<Diagnosis> otherAddress(List<HeardRecord> own) {
        String strange = own.stream()
                .flatMap(each -> each.addresses().stream())
                .filter(address -> !address.isLoopbackAddress() && !local.contains(address))
                .map(InetAddress::getHostAddress)
                .distinct()
                .collect(Collectors.joining(", "));
        return strange.isEmpty()
                ? Optional.empty()
                : Optional.of(Diagnosis.mend(
                        "record-address",
                        bridge,
                        "The bridge is announced at " + strange + ", which is no address of this machine any more.",
                        ON_PHONES + " and try the wrong address; Home shows \"No Response\".",
                        "Give this machine an address that stays (the router reserves one), and restart Latchkey."));
    }

    private Optional<Diagnosis> otherState(List<HeardRecord> own) {
        String expected = wanted.keys().get("sf");
        return own.stream()
                .filter(each -> !each.text().getOrDefault("sf", expected).equals(expected))
                .findFirst()
                .map(each -> Diagnosis.mend(
                        "record-state",
                        bridge,
                        wanted.paired()
                                ? "The bridge is paired, but announced as paired with nobody."
                                : "The bridge is paired with nobody, but announced as paired.",
                        wanted.paired()
                                ? "Phones offer to add it once more, and fail at that."
                                : "Phones don't offer to add it.",
                        "Look again in a minute: a change takes some seconds to be announced. If it stays, restart"
                                + " Latchkey."));
    }

    private Optional<Diagnosis> twice(List<HeardRecord> all) {
        Optional<Diagnosis> sameId = all.stream()
                .filter(each -> !each.isOurs() && isOfId(each))
                .findFirst()
                .map(this::twiceElsewhere);
        String name = InstanceLabel.of(wanted.name(), wanted.deviceId(), 0);
        return sameId.or(() -> all.stream()
                .filter(each -> !isOfId(each) && each.name().equalsIgnoreCase(name))
                .findFirst()
                .map(this::namesake));
    }

    private Diagnosis twiceElsewhere(HeardRecord other) {
        return Diagnosis.mend(
                "id-twice",
                bridge,
                "Another machine, " + other.from().getHostAddress()
                        + ", announces a bridge of the same Device ID, as \"" + ForeignText.name(other.name()) + "\".",
                TAKEN_FOR_ONE,
                "Two installations have the same store, as after a copy or a restore. End the one that isn't wanted,"
                        + " or make it a new bridge there with latchkey:reset.");
    }

    private Diagnosis namesake(HeardRecord other) {
        String who = other.isOurs()
                ? "Another program or bridge on this machine"
                : "Another machine, " + other.from().getHostAddress() + ",";
        return Diagnosis.mend(
                "name-twice",
                bridge,
                who + " announces an accessory of the same name, \"" + ForeignText.name(other.name()) + "\", at port "
                        + other.port() + ".",
                "This bridge is found under a longer name, and people may add the wrong one.",
                "Give the bridge a name of its own with its setting name.");
    }
}
