// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.check;

import io.latchkey.api.accessory.CheckReport;
import io.latchkey.api.bridge.AccessoryPlace;
import io.latchkey.exposure.internal.live.Host;
import io.latchkey.exposure.internal.live.LiveAccessory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where the accessories of items are: a configuration may run several bridges, and leaves out what none of them can show.
 * An accessory that the bridges have not taken in yet is taken for shown. For one check on one thread.
 */
public final class AccessoryPlaces {
    private static final String OF = " of ";

    private final String provider;
    private final Function<String, List<AccessoryPlace>> places;
    private final Map<String, Map<String, AccessoryPlace>> known = new HashMap<>();

    /**
     * Looks there.
     *
     * @param provider who offers the accessories of items
     * @param places what became of all that is offered to the configured bridge of an id
     */
    public AccessoryPlaces(String provider, Function<String, List<AccessoryPlace>> places) {
        this.provider = provider;
        this.places = places;
    }

    /** The verdict with the bridges that really show the item, and what is wrong when none does. */
    public ItemVerdict in(Host host, ItemVerdict verdict) {
        Map<String, AccessoryPlace> owners = owners(host, verdict);
        String bridges = owners.values().stream()
                .flatMap(place -> place.bridge().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        List<CheckReport.Finding> findings = new ArrayList<>(verdict.findings());
        owners.forEach((owner, place) -> place.obstacle().ifPresent(why -> findings.add(leftOut(owner, why))));
        return new ItemVerdict(
                verdict.host(),
                verdict.item(),
                verdict.bridge().map(configured -> bridges.isEmpty() ? configured : bridges),
                verdict.becomes().stream()
                        .filter(what -> !isLeftOut(owners, owner(verdict, what)))
                        .toList(),
                findings);
    }

    /** The bridge that shows an accessory of a configured one; empty when none does. */
    Optional<String> bridge(String configured, String key) {
        AccessoryPlace place = known.computeIfAbsent(configured, this::look).get(key);
        return place == null ? Optional.of(configured) : place.bridge();
    }

    /** The accessories that the item is or is a part of, by the item that asked for them, as far as they are known. */
    private Map<String, AccessoryPlace> owners(Host host, ItemVerdict verdict) {
        Map<String, AccessoryPlace> offered = verdict.bridge()
                .map(bridge -> known.computeIfAbsent(bridge, this::look))
                .orElse(Map.of());
        return verdict.becomes().stream()
                .map(what -> owner(verdict, what))
                .distinct()
                .filter(owner -> offered.containsKey(LiveAccessory.key(host, owner)))
                .collect(Collectors.toMap(owner -> owner, owner -> offered.get(LiveAccessory.key(host, owner))));
    }

    private Map<String, AccessoryPlace> look(String bridge) {
        return places.apply(bridge).stream()
                .filter(place -> place.provider().equals(provider))
                .collect(Collectors.toMap(AccessoryPlace::key, place -> place, (one, other) -> one));
    }

    private static boolean isLeftOut(Map<String, AccessoryPlace> owners, String owner) {
        return owners.containsKey(owner) && owners.get(owner).obstacle().isPresent();
    }

    private static CheckReport.Finding leftOut(String owner, String why) {
        return new CheckReport.Finding(true, "No bridge shows the accessory of " + owner + ": " + why + ".");
    }

    /** Reports say {@code Type.Role of Owner} of a part; names of items have no blanks. */
    private static String owner(ItemVerdict verdict, String what) {
        String behind = what.substring(what.lastIndexOf(OF) + OF.length());
        return what.contains(OF) && !behind.contains(" ")
                ? behind
                : verdict.item().name();
    }
}
