// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A service that some points suffice for. Immutable; the same points make the same, whatever their order.
 *
 * @param choice the service
 * @param assigned the point of each role
 * @param options what is noted at the items, by role
 * @param constants what is noted at the equipment
 */
record ServiceMatch(
        ServiceChoice choice,
        Map<String, Point> assigned,
        Map<String, Map<String, Object>> options,
        Map<String, String> constants) {

    private static final Set<String> CONDITIONS = Set.of("BatteryLowStatus", "TamperedStatus", "ActiveStatus");

    /**
     * Fills the roles of a service.
     *
     * @param points sorted by name
     * @return empty when a role that is needed stays free, or no point tells more than the condition of the thing
     */
    static Optional<ServiceMatch> of(ServiceChoice choice, List<Point> points) {
        ServiceMatch fit =
                new ServiceMatch(choice, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        Set<String> needed = new HashSet<>();
        for (PointRule line : SemanticRules.lines(choice.service())) {
            fit.fill(line, points);
            needed.addAll(line.needed());
        }
        boolean isWhole =
                needed.stream().allMatch(role -> fit.assigned.containsKey(role) || fit.constants.containsKey(role));
        boolean isAbout =
                fit.assigned.keySet().stream().anyMatch(role -> needed.contains(role) || !CONDITIONS.contains(role));
        return isWhole && isAbout ? Optional.of(fit) : Optional.empty();
    }

    /** The point that a line prefers; of several that it likes as much the first. */
    static Optional<Point> best(PointRule line, List<Point> points, boolean isStrict) {
        return points.stream()
                .filter(point -> line.rank(point, isStrict).isPresent())
                .filter(point -> line.roles().stream()
                        .anyMatch(role -> StateWords.options(role, point.item()).isPresent()))
                .min(Comparator.comparing(point -> line.rank(point, isStrict).orElseThrow()));
    }

    /** Who plays already what a point could play; empty when it has no part in this service. */
    Optional<Map.Entry<String, Point>> rival(Point point) {
        return SemanticRules.lines(choice.service()).stream()
                .filter(line -> line.rank(point, choice.isStrict()).isPresent())
                .flatMap(line -> line.roles().stream())
                .filter(assigned::containsKey)
                .map(role -> Map.entry(role, assigned.get(role)))
                .findFirst();
    }

    private void fill(PointRule line, List<Point> points) {
        List<String> free = line.roles().stream()
                .filter(role -> !assigned.containsKey(role) && !constants.containsKey(role))
                .toList();
        if (free.isEmpty()) {
            return;
        }
        line.constant().ifPresent(value -> free.forEach(role -> constants.put(role, value)));
        best(line, points, choice.isStrict()).ifPresent(point -> free.forEach(role -> play(role, point, line)));
    }

    private void play(String role, Point point, PointRule line) {
        assigned.put(role, point);
        Map<String, Object> noted = new LinkedHashMap<>(line.options());
        noted.putAll(StateWords.options(role, point.item()).orElse(Map.of()));
        options.put(role, noted);
    }
}
