// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which problems of an items file have been told: each is told once, until it is mended, however often the file is written
 * and wherever in it the entry stands. For one thread at a time.
 */
final class ToldProblems {
    private Set<String> told = Set.of();

    /** Those of the present problems that are news. */
    List<ItemProblem> news(List<ItemProblem> present) {
        Set<String> before = told;
        told = present.stream().map(ItemProblem::withoutLine).collect(Collectors.toSet());
        return present.stream()
                .filter(problem -> !before.contains(problem.withoutLine()))
                .toList();
    }
}
