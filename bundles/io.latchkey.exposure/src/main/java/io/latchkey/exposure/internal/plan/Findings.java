// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.accessory.CheckReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what became of each item and what is wrong. Used by one composing at a time. */
final class Findings {
    private final Map<String, List<String>> becomes = new LinkedHashMap<>();
    private final Map<String, List<CheckReport.Finding>> findings = new LinkedHashMap<>();
    private final Map<String, String> broken = new HashMap<>();

    /** An item asked for something. */
    void asked(String item) {
        becomes.putIfAbsent(item, new ArrayList<>());
        findings.putIfAbsent(item, new ArrayList<>());
    }

    /** An item became something; the same twice counts once. */
    void became(String item, String what) {
        asked(item);
        if (!becomes.get(item).contains(what)) {
            becomes.get(item).add(what);
        }
    }

    /** Something asked for is missing. */
    void fault(String item, String text) {
        add(item, new CheckReport.Finding(true, text));
    }

    /** Something is odd but works. */
    void note(String item, String text) {
        add(item, new CheckReport.Finding(false, text));
    }

    /** An accessory type failed over what an item asked for, so that nothing may be concluded from what is missing. */
    void broken(String item, String text) {
        asked(item);
        broken.putIfAbsent(item, text);
    }

    /** Whether an accessory type failed over an item. */
    boolean isBroken(String item) {
        return broken.containsKey(item);
    }

    /** How accessory types failed, by the item. */
    Map<String, String> broken() {
        return Map.copyOf(broken);
    }

    /** Whether something became of an item. */
    boolean became(String item) {
        return !becomes.getOrDefault(item, List.of()).isEmpty();
    }

    /** Whether it was said why nothing, or not all, became of an item. */
    boolean isExplained(String item) {
        return isBroken(item) || findings.getOrDefault(item, List.of()).stream().anyMatch(CheckReport.Finding::isFault);
    }

    /** One report for each item that asked, in the order in which they did. */
    List<CheckReport> reports() {
        return becomes.keySet().stream()
                .map(item -> new CheckReport(item, becomes.get(item), findings.get(item)))
                .toList();
    }

    private void add(String item, CheckReport.Finding finding) {
        asked(item);
        if (!findings.get(item).contains(finding)) {
            findings.get(item).add(finding);
        }
    }
}
