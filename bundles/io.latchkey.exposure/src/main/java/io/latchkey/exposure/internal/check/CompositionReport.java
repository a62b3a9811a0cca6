// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.check;

import io.latchkey.api.accessory.CheckReport;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.BridgeView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one bridge made of items when it last composed its accessories. Immutable.
 *
 * @param bridge which one
 * @param hosts the hosts whose items it would take
 * @param reports by host, of those that were ready, and by item
 * @param televisions the keys of the accessories that are televisions
 * @param absences what isn't there of what the bridge remembers, by the key of the accessory
 */
public record CompositionReport(
        BridgeView bridge,
        Set<String> hosts,
        Map<String, Map<String, CheckReport>> reports,
        Set<String> televisions,
        Map<String, Absence> absences) {
    public CompositionReport {
        hosts = Set.copyOf(hosts);
        reports = Map.copyOf(reports);
        televisions = Set.copyOf(televisions);
        absences = Map.copyOf(absences);
    }

    /** What one bridge made of items, with the reports in any order. */
    public static CompositionReport of(
            BridgeView bridge,
            Set<String> hosts,
            Map<String, List<CheckReport>> reports,
            Set<String> televisions,
            Map<String, Absence> absences) {
        Map<String, Map<String, CheckReport>> byItem = new HashMap<>();
        reports.forEach((host, all) -> byItem.put(
                host,
                all.stream().collect(Collectors.toMap(CheckReport::item, report -> report, (one, other) -> one))));
        return new CompositionReport(bridge, hosts, byItem, televisions, absences);
    }

    /** The same, with the hosts that it takes items of now. */
    public CompositionReport on(Set<String> names) {
        return new CompositionReport(bridge, names, reports, televisions, absences);
    }

    /** What became of an item; empty when the bridge doesn't take it or hasn't looked at its host. */
    Optional<CheckReport> report(String host, String item) {
        return Optional.ofNullable(reports.getOrDefault(host, Map.of()).get(item));
    }

    /** Which items it takes, in the words of its configuration. */
    String selection() {
        return bridge.selection().isBlank() ? "instance:1" : bridge.selection();
    }
}
