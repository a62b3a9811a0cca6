// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.history;

import io.latchkey.api.store.Happening;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Says which accessories aren't there and why: those of one reason together, and no more texts than a few, so that a broken
 * file with a hundred items leaves room for what happened before. Pure.
 */
final class AbsenceText {
    private static final int NAMED = 8;
    private static final int MOST_REASONS = 5;
    private static final String OTHERS = ": for several reasons, which latchkey:absent tells";

    private AbsenceText() {}

    /** The texts: one for each reason where there are few, else for those that most have in common. */
    static List<String> of(Map<String, List<String>> byReason) {
        List<Map.Entry<String, List<String>>> mostFirst = byReason.entrySet().stream()
                .sorted(Comparator.comparing(each -> -each.getValue().size()))
                .toList();
        int own = mostFirst.size() > MOST_REASONS ? MOST_REASONS - 1 : mostFirst.size();
        List<String> texts = new ArrayList<>();
        mostFirst.subList(0, own).forEach(each -> texts.add(named(each.getValue(), ": " + each.getKey())));
        if (own < mostFirst.size()) {
            List<String> others = mostFirst.subList(own, mostFirst.size()).stream()
                    .flatMap(each -> each.getValue().stream())
                    .sorted()
                    .toList();
            texts.add(named(others, OTHERS));
        }
        return texts;
    }

    /**
     * As many names as there is room for, and how many more there are.
     *
     * @param keys stored ones, one at least
     * @param behind what follows them
     */
    static String named(List<String> keys, String behind) {
        int room = Happening.LONGEST_TEXT - behind.length() - more(keys.size()).length();
        StringBuilder text = new StringBuilder(name(keys.get(0)));
        int named = 1;
        while (named < Math.min(NAMED, keys.size())
                && text.length() + name(keys.get(named)).length() + 2 <= room) {
            text.append(", ").append(name(keys.get(named)));
            named++;
        }
        return text + (named < keys.size() ? more(keys.size() - named) : "") + behind;
    }

    private static String more(int count) {
        return " and " + count + " more";
    }

    private static String name(String key) {
        return key.substring(key.indexOf('/') + 1);
    }
}
