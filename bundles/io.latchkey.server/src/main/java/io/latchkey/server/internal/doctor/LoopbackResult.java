// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.model.AccessoryOrigin;
import io.latchkey.server.internal.database.PublishedAccessory;
import io.latchkey.server.internal.doctor.ReadTimes.Slow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What our controller has seen at a shadow bridge.
 *
 * @param slow reads that took {@link #SLOW} or longer
 * @param isHeard whether the event came
 * @param time from pairing to the event
 */
record LoopbackResult(List<Slow> slow, boolean isHeard, Duration time) {
    /** What Home shows as an accessory that is stuck. */
    static final Duration SLOW = Duration.ofSeconds(3);

    /** Keeps a copy. */
    LoopbackResult {
        slow = List.copyOf(slow);
    }

    /** What that means for a bridge that shows these accessories, by their keys. */
    List<Diagnosis> diagnoses(String bridge, Map<String, PublishedAccessory> accessories) {
        List<Diagnosis> seen = new ArrayList<>();
        if (!slow.isEmpty()) {
            seen.add(slow(bridge, accessories));
        }
        if (!isHeard) {
            seen.add(unheard(bridge));
        }
        return seen.isEmpty() ? List.of(right(bridge, accessories.size())) : seen;
    }

    private Diagnosis right(String bridge, int accessories) {
        return Diagnosis.right(
                "loopback-answers",
                bridge,
                "A controller on this machine could pair with a copy of this bridge, read all " + accessories
                        + " accessories and hear an event, in " + time.toMillis() + " ms.");
    }

    private static Diagnosis unheard(String bridge) {
        return Diagnosis.mend(
                "event-unheard",
                bridge,
                "A change in a copy of this bridge didn't come to a controller on this machine within two seconds.",
                "Home doesn't hear of what happens, and shows old states.",
                "Look into the log for errors of io.latchkey, and restart Latchkey. If it stays, it is a fault of"
                        + " Latchkey: please report it.");
    }

    /** What it means that a step failed. */
    static Diagnosis failed(String bridge, Throwable failure) {
        return Diagnosis.unreachable(
                "loopback-failed",
                bridge,
                "A controller on this machine couldn't do with a copy of this bridge what a phone does; it failed at "
                        + failure.getMessage() + ".",
                "What fails on the machine itself fails for every phone.",
                "Look into the log for errors of io.latchkey, and restart Latchkey. If it stays, it is a fault of Latchkey:"
                        + " please report it.");
    }

    private Diagnosis slow(String bridge, Map<String, PublishedAccessory> accessories) {
        Map<String, List<Slow>> byAccessory =
                slow.stream().collect(Collectors.groupingBy(Slow::accessory, TreeMap::new, Collectors.toList()));
        return Diagnosis.mend(
                "accessory-slow",
                bridge,
                byAccessory.size() + (byAccessory.size() == 1 ? " accessory takes" : " accessories take")
                        + " longer than "
                        + SLOW.toSeconds() + " seconds to answer: "
                        + ShortList.of(
                                List.copyOf(byAccessory.entrySet()),
                                "; ",
                                each -> name(accessories.get(each.getKey())) + ": " + types(each.getValue()))
                        + ".",
                "Home shows \"No Response\" or \"Updating\" for them, and waits that long whenever it is opened.",
                "Look at what stands behind these accessories: a device or a binding that doesn't answer, a rule that waits."
                        + " latchkey:check names the bundles that fail or hang.");
    }

    private static String types(List<Slow> slow) {
        return slow.stream().map(Slow::characteristic).distinct().sorted().collect(Collectors.joining(", "));
    }

    private static String name(PublishedAccessory accessory) {
        return accessory.name()
                + accessory
                        .definition()
                        .origin()
                        .map(AccessoryOrigin::items)
                        .map(items ->
                                " (" + String.join(", ", items.stream().sorted().toList()) + ")")
                        .orElse("");
    }
}
