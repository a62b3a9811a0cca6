// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.check;

import io.latchkey.api.accessory.CheckReport;
import io.latchkey.api.concurrent.ContributorFailure;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.exposure.internal.check.ItemVerdict.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All verdicts of one check, the worst first, for people and for programs. Immutable. */
public final class CheckOutput {
    private static final List<String> HEADERS = List.of("", "Item", "Bridge", "In Home", "What to know and to mend");

    private static final List<String> FAILURE_HEADERS = List.of("Failing contributor", "In", "What it did");
    private static final List<String> ABSENT_HEADERS = List.of("Absent accessory", "Bridge", "Why");
    private static final String ABSENT =
            "An absent accessory keeps its place in Home and doesn't answer until what it is"
                    + " made of is back. The verb absent says since when it is; the verb prune takes it out of Home.";

    private final List<ItemVerdict> verdicts;
    private final List<AbsentNote> absent;
    private final List<ContributorFailure> failures;

    /**
     * Sorts verdicts: the worst first, those that stand alike by name, since openHAB gives its items in no order.
     *
     * @param inspection knows what isn't there of what the bridges remember
     * @param failures what contributors did wrong of late
     * @param isMeant which of what isn't there is asked for, by the key of its accessory
     */
    public CheckOutput(
            List<ItemVerdict> verdicts,
            Inspection inspection,
            List<ContributorFailure> failures,
            Predicate<String> isMeant) {
        this.failures = List.copyOf(failures);
        this.verdicts = verdicts.stream()
                .sorted(Comparator.comparing(ItemVerdict::standing)
                        .thenComparing(verdict -> verdict.item().name()))
                .toList();
        this.absent = inspection.absent().stream()
                .filter(note -> isMeant.test(note.accessory()))
                .toList();
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return verdicts.isEmpty() && absent.isEmpty() && failures.isEmpty();
    }

    /** 1 when something is at fault, else 0. */
    public int status() {
        return count(Standing.FAULT) == 0
                        && failures.isEmpty()
                        && absent.stream().noneMatch(AbsentNote::isFault)
                ? 0
                : 1;
    }

    /** A table with a line that sums it up. */
    public List<VerbResult.Output> forPeople() {
        List<VerbResult.Output> outputs = new ArrayList<>();
        if (!verdicts.isEmpty()) {
            outputs.add(new VerbResult.Output.Table(
                    HEADERS, verdicts.stream().map(CheckOutput::row).toList()));
        }
        if (!absent.isEmpty()) {
            outputs.add(new VerbResult.Output.Table(
                    ABSENT_HEADERS, absent.stream().map(AbsentNote::row).toList()));
            outputs.add(new VerbResult.Output.Text(ABSENT));
        }
        if (!failures.isEmpty()) {
            outputs.add(new VerbResult.Output.Table(
                    FAILURE_HEADERS,
                    failures.stream()
                            .map(each -> List.of(each.contributor(), each.call(), each.what()))
                            .toList()));
        }
        outputs.add(new VerbResult.Output.Text(summary()));
        return outputs;
    }

    /**
     * The same as JSON: {@code faults} and {@code notes} as numbers, {@code items}, {@code absent} accessories, failing
     * {@code contributors}.
     */
    public String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("faults", count(Standing.FAULT));
        all.put("notes", count(Standing.NOTE));
        all.put("items", verdicts.stream().map(CheckOutput::json).toList());
        all.put("absent", absent.stream().map(AbsentNote::json).toList());
        all.put("contributors", failures.stream().map(CheckOutput::json).toList());
        return JsonWriter.of(all);
    }

    private int count(Standing standing) {
        return (int) verdicts.stream()
                .filter(verdict -> verdict.standing() == standing)
                .count();
    }

    private String summary() {
        int faults = count(Standing.FAULT);
        int notes = count(Standing.NOTE);
        return faults + (faults == 1 ? " fault, " : " faults, ") + notes + (notes == 1 ? " note, " : " notes, ")
                + count(Standing.FINE) + " fine"
                + (absent.isEmpty() ? "." : ", " + absent.size() + " absent.");
    }

    private static List<String> row(ItemVerdict verdict) {
        return List.of(
                verdict.standing().text(),
                verdict.item().name(),
                verdict.bridge().orElse("none"),
                String.join(", ", verdict.becomes()),
                verdict.findings().stream().map(CheckReport.Finding::text).collect(Collectors.joining(" ")));
    }

    private static Map<String, Object> json(ContributorFailure failure) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("contributor", failure.contributor());
        all.put("call", failure.call());
        all.put("what", failure.what());
        return all;
    }

    private static Map<String, Object> json(ItemVerdict verdict) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("item", verdict.item().name());
        item.put("type", verdict.item().type().text());
        item.put("host", verdict.host());
        verdict.bridge().ifPresent(bridge -> item.put("bridge", bridge));
        item.put("standing", verdict.standing().text());
        item.put("becomes", verdict.becomes());
        item.put(
                "findings",
                verdict.findings().stream()
                        .map(finding -> Map.<String, Object>of(finding.isFault() ? "fault" : "note", finding.text()))
                        .toList());
        return item;
    }
}
