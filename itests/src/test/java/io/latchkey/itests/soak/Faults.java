// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What went wrong, counted by kind, with the first few of each in detail. Bounded; safe for all threads. */
final class Faults {
    private static final int DETAILS = 5;
    private static final int LONGEST = 600;

    private final Map<String, Found> byKind = new TreeMap<>();

    /** All faults of a kind. */
    private static final class Found {
        private final List<String> details = new ArrayList<>();
        private int count;
    }

    /**
     * Notes a fault.
     *
     * @param kind one of few
     * @param who the session
     */
    synchronized void add(String kind, String who, String detail) {
        Found found = byKind.computeIfAbsent(kind, none -> new Found());
        found.count++;
        if (found.details.size() < DETAILS) {
            String text = who + ": " + detail;
            found.details.add(text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text);
        }
    }

    synchronized int count() {
        return byKind.values().stream().mapToInt(found -> found.count).sum();
    }

    /** A line for each kind and each detail; nothing where there are none. */
    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        byKind.forEach((kind, found) -> {
            lines.add(kind + ": " + found.count);
            found.details.forEach(detail -> lines.add("  " + detail));
        });
        return lines;
    }
}
