// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import io.latchkey.api.accessory.CheckReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Collects what people should know of items that were read by their tags. Used by one reading at a time. */
final class SemanticRemarks {
    private final Map<String, Set<String>> texts = new LinkedHashMap<>();

    /** Something about an item. */
    void say(String item, String text) {
        texts.computeIfAbsent(item, name -> new LinkedHashSet<>()).add(text);
    }

    /** The reports with the remarks about wanted items added, those of items without a report at the end. */
    List<CheckReport> addedTo(List<CheckReport> reports, Predicate<String> isWanted) {
        Map<String, Set<String>> left = new LinkedHashMap<>(texts);
        left.keySet().removeIf(isWanted.negate());
        List<CheckReport> all = new ArrayList<>();
        for (CheckReport report : reports) {
            List<CheckReport.Finding> findings = new ArrayList<>(report.findings());
            findings.addAll(findings(left.getOrDefault(report.item(), Set.of())));
            left.remove(report.item());
            all.add(new CheckReport(report.item(), report.becomes(), findings));
        }
        left.forEach((item, said) -> all.add(new CheckReport(item, List.of(), findings(said))));
        return all;
    }

    private static List<CheckReport.Finding> findings(Set<String> texts) {
        return texts.stream().map(text -> new CheckReport.Finding(false, text)).toList();
    }
}
