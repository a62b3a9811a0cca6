// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.accessory.CheckReport;
import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.model.AccessoryOrigin;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.RememberedAccessory;
import io.latchkey.exposure.internal.absence.AbsenceCauses;
import io.latchkey.exposure.internal.absence.ItemFacts;
import io.latchkey.exposure.internal.live.Host;
import io.latchkey.exposure.internal.live.LiveAccessory;
import io.latchkey.exposure.internal.live.Stage;
import io.latchkey.exposure.internal.plan.AccessoryPlan;
import io.latchkey.exposure.internal.plan.Composition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides once what becomes of each accessory of a bridge: of what is planned now, and of what the bridge remembers and
 * nothing plans any more. Host by host; for one thread, once.
 */
final class CompositionRound {
    private static final Logger LOG = LoggerFactory.getLogger(CompositionRound.class);

    private final Stage stage;
    private final ShownAccessories shown;
    private final Map<String, Set<String>> remembered = new LinkedHashMap<>();
    private final Map<String, LiveAccessory> wanted = new LinkedHashMap<>();
    private final Map<String, Absence> missing = new LinkedHashMap<>();
    private final Map<String, List<CheckReport>> reports = new LinkedHashMap<>();
    private final Set<String> removed = new HashSet<>();
    private final Set<String> failing = new HashSet<>();
    private boolean isReserving;
    private boolean isBroken;
    private boolean isLearning;

    /**
     * Begins a round.
     *
     * @param all what the bridge shows or remembers
     */
    CompositionRound(Stage stage, ShownAccessories shown, Collection<RememberedAccessory> all) {
        this.stage = stage;
        this.shown = shown;
        all.forEach(each -> remembered.put(
                each.key(),
                each.origin().map(AccessoryOrigin::items).orElse(Set.of(LiveAccessory.ownerOf(each.key())))));
        shown.all().forEach(each -> remembered.merge(each.definition().key(), originOf(each), CompositionRound::union));
    }

    /** The names of the hosts of what the bridge remembers. */
    Set<String> hosts() {
        return remembered.keySet().stream().map(LiveAccessory::hostOf).collect(Collectors.toSet());
    }

    /** The items of a host that accessories were made of which the bridge remembers. */
    Set<String> rememberedItems(String host) {
        return remembered.entrySet().stream()
                .filter(entry -> LiveAccessory.hostOf(entry.getKey()).equals(host))
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toSet());
    }

    /** Nothing is known of the items of a host: what is made of them stays, absent. */
    void away(String host, Absence why) {
        of(host).forEach(key -> {
            missing.put(key, why);
            shown.find(key).ifPresent(accessory -> wanted.put(key, accessory));
        });
    }

    /** A host couldn't be asked for its items. */
    void fails(String host) {
        reports.remove(host);
        failing.add(host);
    }

    /** Whether a host couldn't be asked for its items. */
    boolean isFailing(String host) {
        return failing.contains(host);
    }

    /** Whether something failed that may work when it is tried again. */
    boolean isFailing() {
        return !failing.isEmpty() || isBroken;
    }

    /** A bridge doesn't take items of a host any more. */
    void unselected(String host) {
        Absence why = new Absence(
                Absence.Cause.UNASKED,
                "the bridge takes no items of host " + host + ": see hosts in its configuration");
        of(host).forEach(key -> missing.put(key, why));
    }

    /** What is planned with the items of a host that knows them all. */
    void composed(Host host, Composition composition, HostReading reading) {
        Map<String, String> broken = new HashMap<>(composition.broken());
        ItemFacts facts = reading.facts(broken);
        Set<String> planned = composition.accessories().stream()
                .map(plan -> LiveAccessory.key(host, plan.owner()))
                .collect(Collectors.toSet());
        removeSwitchedOff(host, planned);
        List<String> unplanned = of(host.name()).stream()
                .filter(key -> !planned.contains(key) && !removed.contains(key))
                .toList();
        Map<String, String> obstacles = obstacles(host, composition, reserved(unplanned), facts);
        for (AccessoryPlan plan : composition.accessories()) {
            if (!obstacles.containsKey(plan.owner())) {
                want(host, plan, facts).ifPresent(trouble -> broken.put(plan.owner(), trouble));
            }
        }
        unplanned.forEach(key -> missing.put(key, why(key, facts)));
        broken.keySet().stream()
                .map(owner -> LiveAccessory.key(host, owner))
                .filter(remembered::containsKey)
                .forEach(key -> missing.put(key, why(key, facts)));
        isBroken |= !broken.isEmpty();
        isReserving |= !obstacles.isEmpty() && !unplanned.isEmpty();
        reports.put(host.name(), explained(composition.reports(), obstacles, broken));
        isLearning |= reading.keepDescriptions(itemsOf(composition), rememberedItems(host.name()));
    }

    /** What is made, also what stays although it is absent. */
    Map<String, LiveAccessory> wanted() {
        return wanted;
    }

    /** What is absent, and why. */
    Map<String, Absence> missing() {
        return missing;
    }

    /** What somebody switched off as a whole. */
    Set<String> removed() {
        return removed;
    }

    /** What became of each item, by host. */
    Map<String, List<CheckReport>> reports() {
        return reports;
    }

    /** Whether something isn't made only because an absent accessory may need its item. */
    boolean isReserving() {
        return isReserving;
    }

    /** Whether more is known of items than before. */
    boolean isLearning() {
        return isLearning;
    }

    private List<String> of(String host) {
        return remembered.keySet().stream()
                .filter(key -> LiveAccessory.hostOf(key).equals(host))
                .toList();
    }

    private void removeSwitchedOff(Host host, Set<String> planned) {
        Set<String> names = host.registry().map(ItemRegistry::switchedOff).orElse(Set.of());
        of(host.name()).stream()
                .filter(key -> !planned.contains(key) && names.contains(LiveAccessory.ownerOf(key)))
                .forEach(removed::add);
    }

    private Map<String, String> reserved(List<String> unplanned) {
        Map<String, String> items = new HashMap<>();
        unplanned.forEach(key -> remembered.get(key).forEach(item -> items.put(item, key)));
        return items;
    }

    /** Why what nobody remembers isn't made yet, by the item that asks for it. */
    private Map<String, String> obstacles(
            Host host, Composition composition, Map<String, String> reserved, ItemFacts facts) {
        Map<String, String> obstacles = new HashMap<>();
        composition.accessories().stream()
                .filter(plan -> !remembered.containsKey(LiveAccessory.key(host, plan.owner())))
                .forEach(plan -> AbsenceCauses.obstacle(plan, reserved, facts)
                        .ifPresent(why -> obstacles.put(plan.owner(), why)));
        return obstacles;
    }

    private static Set<String> itemsOf(Composition composition) {
        return composition.accessories().stream()
                .flatMap(plan -> plan.items().stream())
                .collect(Collectors.toSet());
    }

    private Absence why(String key, ItemFacts facts) {
        return AbsenceCauses.of(LiveAccessory.ownerOf(key), remembered.get(key), facts);
    }

    /** Makes what is planned, unless it is there; gives why it can't be made. */
    private Optional<String> want(Host host, AccessoryPlan plan, ItemFacts facts) {
        String key = LiveAccessory.key(host, plan.owner());
        Set<String> before = remembered.getOrDefault(key, Set.of());
        AccessoryOrigin origin = AbsenceCauses.origin(host.name(), plan, before, facts);
        var parts = AbsenceCauses.missingParts(plan, origin, facts);
        try {
            wanted.put(
                    key,
                    shown.find(key)
                            .flatMap(now -> now.adapted(plan, origin, parts))
                            .orElseGet(() -> new LiveAccessory(plan, host, stage, origin, parts)));
            return Optional.empty();
        } catch (ContributorException failure) {
            return Optional.of(failure.getMessage());
        } catch (Throwable failure) {
            LOG.error("Item {} can't be made an accessory of bridge {}", plan.owner(), stage.bridge(), failure);
            return Optional.of("its accessory type fails: " + failure);
        }
    }

    private static List<CheckReport> explained(
            List<CheckReport> reports, Map<String, String> obstacles, Map<String, String> broken) {
        return reports.stream()
                .map(report -> explained(report, obstacles.get(report.item())))
                .map(report -> explained(report, broken.get(report.item())))
                .toList();
    }

    private static CheckReport explained(CheckReport report, String why) {
        if (why == null) {
            return report;
        }
        List<CheckReport.Finding> findings = new ArrayList<>(report.findings());
        findings.add(new CheckReport.Finding(true, why));
        return new CheckReport(report.item(), List.of(), findings);
    }

    private static Set<String> originOf(LiveAccessory accessory) {
        return accessory.definition().origin().map(AccessoryOrigin::items).orElse(Set.of());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }
}
