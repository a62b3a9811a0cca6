// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A report for the terminal: how many behaviours are of which verdict, and what differs. */
public final class TextReport {
    private static final String INDENT = "     ";

    private TextReport() {}

    /** The report, several lines. */
    public static String of(ConformanceReport report) {
        List<String> lines = new ArrayList<>();
        for (TestedBehaviour behaviour : report.differing()) {
            lines.add(String.format("%-5s%s", "B" + behaviour.number(), behaviour.title()));
            behaviour.remarks().stream()
                    .filter(each -> each.verdict() == Verdict.DIFFERS)
                    .forEach(each -> explain(behaviour, each, lines));
            lines.add("");
        }
        lines.add(report.server() + ": " + summary(report));
        return String.join(System.lineSeparator(), lines);
    }

    /** The counts in one line. */
    static String summary(ConformanceReport report) {
        return report.counts().entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey().words())
                .collect(Collectors.joining(", "));
    }

    private static void explain(TestedBehaviour behaviour, Finding finding, List<String> lines) {
        if (!finding.sentence().equals(behaviour.title())) {
            lines.add(INDENT + finding.sentence());
        }
        Explanation why = finding.explanation();
        if (!why.done().isEmpty()) {
            lines.add(INDENT + "done:     " + why.done());
        }
        if (!why.expected().isEmpty()) {
            lines.add(INDENT + "expected: " + why.expected());
        }
        lines.add(INDENT + "came:     " + why.came());
    }
}
