// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.accessory.CheckReport;
import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.model.AccessoryOrigin;
import io.latchkey.api.provider.Absence;
import io.latchkey.exposure.internal.absence.AbsenceCauses;
import io.latchkey.exposure.internal.absence.ItemFacts;
import io.latchkey.exposure.internal.live.BridgeContext;
import io.latchkey.exposure.internal.live.Host;
import io.latchkey.exposure.internal.live.LiveAccessory;
import io.latchkey.exposure.internal.plan.AccessoryPlan;
import io.latchkey.exposure.internal.plan.Composition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides once what becomes of each accessory of a bridge: of what is planned now, and of what the bridge remembers and
 * nothing plans any more. The latter stays, absent, with the reason ({@link AbsenceCauses}), unless somebody switched it
 * off as a whole; the bridge then decides by the reason whether and when it leaves. Host by host; for one thread, once.
 */
final class AccessoryRetention {
    private static final Logger LOG = LoggerFactory.getLogger(AccessoryRetention.class);

    private final BridgeContext context;
    private final Map<String, LiveAccessory> shown;
    private final RememberedOrigins remembered;
    private final Map<String, LiveAccessory> wanted = new LinkedHashMap<>();
    private final Map<String, Absence> missing = new LinkedHashMap<>();
    private final Map<String, List<CheckReport>> reports = new LinkedHashMap<>();
    private final Set<String> removed = new HashSet<>();
    private final Set<String> failing = new HashSet<>();
    private boolean isReserving;
    private boolean isBroken;
    private boolean isLearning;

    /**
     * Begins to decide.
     *
     * @param shown the accessories that are made, by key
     */
    AccessoryRetention(BridgeContext context, Map<String, LiveAccessory> shown) {
        this.context = context;
        this.shown = shown;
        this.remembered = new RememberedOrigins(context.sink().remembered(), shown.values());
    }

    /** The names of the hosts of what the bridge remembers. */
    Set<String> hosts() {
        return remembered.hosts();
    }

    /** Nothing is known of the items of a host: what is made of them stays, absent. */
    void away(String host, Absence why) {
        remembered.of(host).forEach(key -> {
            missing.put(key, why);
            Optional.ofNullable(shown.get(key)).ifPresent(accessory -> wanted.put(key, accessory));
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
        remembered.of(host).forEach(key -> missing.put(key, why));
    }

    /** What is planned with the items of a host that knows them all. */
    void composed(Host host, Composition composition, HostReading reading) {
        Map<String, String> broken = new HashMap<>(composition.broken());
        ItemFacts facts = reading.facts(broken);
        List<String> unplanned = unplanned(host, composition);
        List<AccessoryPlan> unknown = composition.accessories().stream()
                .filter(plan -> !remembered.has(LiveAccessory.key(host, plan.owner())))
                .toList();
        Map<String, String> obstacles = AbsenceCauses.obstacles(unknown, remembered.itemsOf(unplanned), facts);
        composition.accessories().stream()
                .filter(plan -> !obstacles.containsKey(plan.owner()))
                .forEach(plan -> want(host, plan, facts).ifPresent(trouble -> broken.put(plan.owner(), trouble)));
        unplanned.forEach(key -> missing.put(key, why(key, facts)));
        broken.keySet().stream()
                .map(owner -> LiveAccessory.key(host, owner))
                .filter(remembered::has)
                .forEach(key -> missing.put(key, why(key, facts)));
        isBroken |= !broken.isEmpty();
        isReserving |= !obstacles.isEmpty() && !unplanned.isEmpty();
        reports.put(host.name(), ObstacleReports.with(obstacles, broken, composition.reports()));
        isLearning |= reading.keepDescriptions(itemsOf(composition), remembered.itemsOf(host.name()));
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

    /** Whether the hosts have told their items, and there is nothing, not even absent. */
    boolean isEmpty() {
        return wanted.isEmpty() && missing.isEmpty() && !reports.isEmpty();
    }

    /** Whether something isn't made only because an absent accessory may need its item. */
    boolean isReserving() {
        return isReserving;
    }

    /** Whether more is known of items than before. */
    boolean isLearning() {
        return isLearning;
    }

    /** What is remembered and that nothing plans any more; what somebody switched off is removed instead. */
    private List<String> unplanned(Host host, Composition composition) {
        Set<String> planned = composition.accessories().stream()
                .map(plan -> LiveAccessory.key(host, plan.owner()))
                .collect(Collectors.toSet());
        List<String> unplanned = remembered.of(host.name()).stream()
                .filter(key -> !planned.contains(key))
                .toList();
        Set<String> switchedOff = host.registry().map(ItemRegistry::switchedOff).orElse(Set.of());
        unplanned.stream()
                .filter(key -> switchedOff.contains(LiveAccessory.ownerOf(key)))
                .forEach(removed::add);
        return unplanned.stream().filter(key -> !removed.contains(key)).toList();
    }

    private static Set<String> itemsOf(Composition composition) {
        return composition.accessories().stream()
                .flatMap(plan -> plan.items().stream())
                .collect(Collectors.toSet());
    }

    private Absence why(String key, ItemFacts facts) {
        return AbsenceCauses.of(LiveAccessory.ownerOf(key), remembered.items(key), facts);
    }

    /** Makes what is planned, unless it is there; gives why it can't be made. */
    private Optional<String> want(Host host, AccessoryPlan plan, ItemFacts facts) {
        try {
            String key = LiveAccessory.key(host, plan.owner());
            wanted.put(key, made(key, host, plan, facts));
            return Optional.empty();
        } catch (ContributorException failure) {
            return Optional.of(failure.getMessage());
        } catch (Throwable failure) {
            LOG.error("Item {} can't be made an accessory of bridge {}", plan.owner(), context.bridge(), failure);
            return Optional.of("its accessory type fails: " + failure);
        }
    }

    private LiveAccessory made(String key, Host host, AccessoryPlan plan, ItemFacts facts) {
        AccessoryOrigin origin = AbsenceCauses.origin(host.name(), plan, remembered.items(key), facts);
        var parts = AbsenceCauses.missingParts(plan, origin, facts);
        return Optional.ofNullable(shown.get(key))
                .flatMap(now -> now.adapted(plan, origin, parts))
                .orElseGet(() -> new LiveAccessory(plan, host, context, origin, parts));
    }
}
