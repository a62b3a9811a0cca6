// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.check;

import io.latchkey.api.accessory.CheckReport;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.Metadata;
import io.latchkey.exposure.internal.language.ExposureRequest;
import io.latchkey.exposure.internal.language.LegalNames;
import io.latchkey.exposure.internal.tag.TextTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says of an item what openHAB's HomeKit add-on made of it otherwise, where that is meant to be, for people who come from
 * there. What the add-on showed and Latchkey doesn't is a fault that every check tells. Stateless.
 */
public final class AddonDifferences {
    private static final String ANY = "*";
    private static final String RENAMED = "(name)";
    private static final String OF_ANOTHER = " of ";
    private static final Pattern WORDS = Pattern.compile("[,.\\s]+");
    private static final List<Difference> ALL = TextTable.rows(AddonDifferences.class, "addon-differences.txt").stream()
            .map(Difference::of)
            .toList();

    private AddonDifferences() {}

    /**
     * One difference.
     *
     * @param id its name in the documentation
     * @param role the role that an item has to play
     * @param kind the kind of item
     * @param condition what its metadata has to say
     */
    private record Difference(String id, String role, String kind, String condition, String text) {

        private static Difference of(List<String> row) {
            return new Difference(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4));
        }

        private boolean isIn(ItemVerdict verdict) {
            Item item = verdict.item();
            Set<String> words = words(verdict);
            return (role.equals(ANY) || verdict.becomes().stream().anyMatch(this::isRole))
                    && (kind.equals(ANY) || kind.equals(kind(item)) || kind.equals(bareKind(item)))
                    && (condition.equals(ANY) || Stream.of(condition.split("&")).allMatch(part -> isMet(part, words)));
        }

        private boolean isRole(String becomes) {
            String part = becomes.split(" ", 2)[0];
            return role.startsWith(ANY) ? part.endsWith(role.substring(1)) : part.equals(role);
        }

        private static boolean isMet(String part, Set<String> words) {
            return part.startsWith("!")
                    ? !words.contains(part.substring(1))
                    : Stream.of(part.split("\\|")).anyMatch(words::contains);
        }

        private static String bareKind(Item item) {
            return item.valueType().text();
        }

        private static String kind(Item item) {
            return bareKind(item) + item.dimension().map(":"::concat).orElse("");
        }
    }

    /** The verdict with what the add-on made of the item otherwise. */
    public static ItemVerdict in(ItemVerdict verdict) {
        List<CheckReport.Finding> findings = new ArrayList<>(verdict.findings());
        ALL.stream()
                .filter(difference -> difference.isIn(verdict))
                .map(difference -> new CheckReport.Finding(false, difference.text()))
                .filter(finding -> !findings.contains(finding))
                .forEach(findings::add);
        return new ItemVerdict(verdict.host(), verdict.item(), verdict.bridge(), verdict.becomes(), findings);
    }

    /** The names of all differences. */
    public static Set<String> ids() {
        return ALL.stream().map(Difference::id).collect(Collectors.toSet());
    }

    /** The options and the words of what is noted at an item, and whether its name is another one than its label. */
    private static Set<String> words(ItemVerdict verdict) {
        Item item = verdict.item();
        Metadata note = item.metadata().getOrDefault(ExposureRequest.NAMESPACE, Metadata.NONE);
        Set<String> words = new HashSet<>(note.options().keySet());
        words.addAll(List.of(WORDS.split(note.value())));
        boolean hasName = verdict.becomes().stream().anyMatch(what -> !what.contains(OF_ANOTHER));
        if (hasName && !LegalNames.legal(item.label(), item.name()).equals(item.label())) {
            words.add(RENAMED);
        }
        return words;
    }
}
