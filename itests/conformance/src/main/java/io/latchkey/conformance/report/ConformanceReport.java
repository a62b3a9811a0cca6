// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All behaviours by number, each with what was found.
 *
 * @param server its address, for the title
 * @param behaviours from B1 on, without a gap
 */
public record ConformanceReport(String server, List<TestedBehaviour> behaviours) {
    /** How many behaviours there are. */
    public static final int BEHAVIOURS = 147;

    /** What is seen on an instance of Latchkey only. */
    private static final Map<Integer, String> OF_INSTANCE = Map.of(
            131, "The ids of accessories and characteristics stay over restarts, reordering, insertion and removal",
            132, "Ids that have become free are given to nothing else",
            133, "The configuration number rises by one for a real change, not for values or order, and wraps at 65535",
            134, "What is announced says who the bridge is, and whether it is paired",
            135, "A long name or one in other scripts is announced rightly, and a conflict's suffix is remembered",
            136, "The device id has the form of six bytes and stays",
            137, "A store that was damaged or written by half is recovered");

    /** Copies the behaviours. */
    public ConformanceReport {
        behaviours = List.copyOf(behaviours);
    }

    /** Sorts findings by behaviour, and names those that nobody has tested. */
    public static ConformanceReport of(String server, Collection<Finding> findings) {
        Map<Integer, List<Finding>> byNumber = findings.stream().collect(Collectors.groupingBy(Finding::behaviour));
        List<TestedBehaviour> behaviours = new ArrayList<>();
        for (int number = 1; number <= BEHAVIOURS; number++) {
            List<Finding> own = byNumber.getOrDefault(number, List.of(unseen(number)));
            behaviours.add(new TestedBehaviour(number, own.get(0).sentence(), own));
        }
        return new ConformanceReport(server, behaviours);
    }

    /** How many behaviours there are of each verdict that occurs. */
    public Map<Verdict, Long> counts() {
        return behaviours.stream()
                .collect(Collectors.groupingBy(
                        TestedBehaviour::verdict, () -> new EnumMap<>(Verdict.class), Collectors.counting()));
    }

    /** The behaviours that differ. */
    public List<TestedBehaviour> differing() {
        return behaviours.stream()
                .filter(each -> each.verdict() == Verdict.DIFFERS)
                .toList();
    }

    private static Finding unseen(int number) {
        String title = OF_INSTANCE.get(number);
        return title == null
                ? new Finding(number, "No test has this number", Verdict.NOT_TESTED, Explanation.NONE)
                : new Finding(number, title, Verdict.OWN_INSTANCE, Explanation.NONE);
    }
}
