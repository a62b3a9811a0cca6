// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.provider.Absence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people have to be told of absent accessories, once in the log and for as long as it holds in the bridge's state. */
final class HomeNotices {
    private static final Logger LOG = LoggerFactory.getLogger(HomeNotices.class);
    private static final int MOST_NAMES = 10;

    private final String bridge;
    private Optional<String> avoidable = Optional.empty();
    private volatile List<String> now = List.of();

    HomeNotices(String bridge) {
        this.bridge = bridge;
    }

    /** Those that hold now. */
    List<String> now() {
        return now;
    }

    /** Looks at the home once more, before it is shown; one thread at a time. */
    void update(List<KnownAccessory> known, Function<AccessoryKey, String> bridgeOf, Placement placement, int bridges) {
        if (known.stream().allMatch(KnownAccessory::isThere)) {
            avoidable = Optional.empty();
        }
        avoidable = avoidable(placement, bridges).or(() -> avoidable);
        List<String> before = now;
        List<String> next = new ArrayList<>(held(known, bridgeOf));
        avoidable.ifPresent(next::add);
        now = List.copyOf(next);
        now.stream().filter(each -> !before.contains(each)).forEach(each -> LOG.warn("Bridge {}: {}", bridge, each));
    }

    /** Why a bridge stays closed. */
    static String closed(List<KnownAccessory> unknown) {
        String names = unknown.stream().limit(MOST_NAMES).map(HomeNotices::name).collect(Collectors.joining(", "));
        return "closed, or Home would forget the rooms and automations of " + unknown.size()
                + " accessories of which only the ids are known, until they are there: " + names
                + (unknown.size() > MOST_NAMES ? ", ..." : "")
                + "; look at latchkey:absent, and take out with latchkey:prune what is gone for good";
    }

    private static String name(KnownAccessory accessory) {
        String reason = accessory
                .absence()
                .map(CurrentAbsence::why)
                .map(Absence::reason)
                .orElse("");
        return accessory.key().accessory() + " (" + reason + ")";
    }

    private static List<String> held(List<KnownAccessory> known, Function<AccessoryKey, String> bridgeOf) {
        Map<String, Long> counts = known.stream()
                .filter(each ->
                        each.absence().filter(CurrentAbsence::onlyPruned).isPresent())
                .collect(
                        Collectors.groupingBy(each -> bridgeOf.apply(each.key()), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(each -> each.getValue() + " accessories of bridge " + each.getKey()
                        + " were to leave Home at once, which looks like a mistake, so they stay, absent: look at"
                        + " latchkey:absent, and take them out with latchkey:prune --bridge " + each.getKey()
                        + " --apply if they are to go")
                .toList();
    }

    private static Optional<String> avoidable(Placement placement, int bridges) {
        int surplus =
                placement.shares().stream().skip(bridges).mapToInt(List::size).sum();
        long absent = placement.shares().stream()
                .limit(bridges)
                .flatMap(List::stream)
                .filter(each -> !each.isThere())
                .count();
        return surplus == 0 || absent == 0
                ? Optional.empty()
                : Optional.of(surplus + " new accessories need another bridge, since " + absent
                        + " absent ones keep their places"
                        + (absent < surplus
                                ? ""
                                : ": pruning " + surplus + " of these, see latchkey:absent, would have made room"));
    }
}
