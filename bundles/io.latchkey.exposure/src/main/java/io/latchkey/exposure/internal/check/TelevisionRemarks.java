// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.check;

import io.latchkey.api.accessory.CheckReport;
import io.latchkey.exposure.internal.live.Host;
import io.latchkey.exposure.internal.live.LiveAccessory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Says where one bridge shows several televisions: the remote control of phones lists the first of a bridge alone. Nothing
 * else that items become is there once for each bridge. For one check on one thread.
 */
public final class TelevisionRemarks {
    private final Map<String, Set<String>> shown = new TreeMap<>();

    /** Looks at the bridges that really show the televisions of the configured ones. */
    public TelevisionRemarks(Inspection inspection, AccessoryPlaces places) {
        inspection
                .televisions()
                .forEach((configured, keys) -> keys.forEach(key -> places.bridge(configured, key)
                        .ifPresent(bridge -> shown.computeIfAbsent(bridge, id -> new TreeSet<>())
                                .add(key))));
    }

    /** The verdict on an item, with the remark where it is one of several televisions of a bridge. */
    public ItemVerdict in(Host host, ItemVerdict verdict) {
        String key = LiveAccessory.key(host, verdict.item().name());
        List<CheckReport.Finding> findings = new ArrayList<>(verdict.findings());
        shown.forEach((bridge, keys) -> {
            if (keys.contains(key) && keys.size() > 1 && isOn(verdict, bridge)) {
                findings.add(new CheckReport.Finding(false, remark(bridge, keys)));
            }
        });
        return new ItemVerdict(verdict.host(), verdict.item(), verdict.bridge(), verdict.becomes(), findings);
    }

    private static boolean isOn(ItemVerdict verdict, String bridge) {
        return verdict.bridge()
                .filter(shown -> List.of(shown.split(", ")).contains(bridge))
                .isPresent();
    }

    private static String remark(String bridge, Set<String> keys) {
        return "Bridge " + bridge + " has " + keys.size() + " televisions ("
                + keys.stream().map(LiveAccessory::ownerOf).sorted().collect(Collectors.joining(", "))
                + "), and the remote control of phones lists only the first one of a bridge. Let all but one"
                + " stand alone: standalone=true beside the type, or standaloneTelevisions=true in the configuration of the"
                + " bridge for all of them; then pair each by itself.";
    }
}
