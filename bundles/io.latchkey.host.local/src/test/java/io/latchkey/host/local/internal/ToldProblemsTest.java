// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToldProblemsTest {
    private final ToldProblems told = new ToldProblems();

    private static ItemProblem problem(int line, String item, String what) {
        return new ItemProblem(line, Optional.of(item), what, ItemProblem.Cost.PART);
    }

    @Test
    void aProblemIsToldOnceUntilItIsMended() {
        ItemProblem lamp = problem(1, "Lamp", "odd");
        ItemProblem door = problem(2, "Door", "odd");
        assertEquals(List.of(lamp), told.news(List.of(lamp)));
        assertEquals(List.of(door), told.news(List.of(lamp, door)));
        assertEquals(List.of(), told.news(List.of(door, problem(9, "Lamp", "odd"))), "it only moved");
        assertEquals(List.of(), told.news(List.of()));
        assertEquals(List.of(lamp), told.news(List.of(lamp)), "it was mended and is back");
    }

    @Test
    void anotherProblemOfTheSameItemIsNews() {
        told.news(List.of(problem(1, "Lamp", "odd")));
        ItemProblem worse = problem(1, "Lamp", "odder");
        assertEquals(List.of(worse), told.news(List.of(worse)));
    }
}
