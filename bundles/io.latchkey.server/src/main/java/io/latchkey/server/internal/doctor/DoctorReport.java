// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.bridge.Severity;
import io.latchkey.server.internal.json.JsonOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was seen at all bridges, the worst first, for people and for programs: causes without their consequences, and what
 * bridges say of themselves beside it. Immutable.
 */
final class DoctorReport {
    private static final Comparator<Diagnosis> WORST_FIRST =
            Comparator.comparing(Diagnosis::severity).reversed().thenComparing(Diagnosis::code);

    private final List<ExaminedBridge> bridges;
    private final List<Diagnosis> diagnoses;

    /**
     * Sorts what was seen.
     *
     * @param bridges that were looked at
     * @param seen by all examinations, in any order
     */
    DoctorReport(List<ExaminedBridge> bridges, List<Diagnosis> seen) {
        this.bridges = List.copyOf(bridges);
        List<Diagnosis> all = new ArrayList<>(Consequences.without(seen));
        all.addAll(BridgeWords.of(bridges, seen));
        all.sort(WORST_FIRST);
        this.diagnoses = List.copyOf(all);
    }

    /** 0 when all is right, 1 when there is something to mend, 2 when nobody can pair with a bridge or connect to it. */
    int status() {
        return diagnoses.stream()
                .mapToInt(each -> each.severity().ordinal())
                .max()
                .orElse(0);
    }

    /** What was seen. */
    List<Diagnosis> diagnoses() {
        return diagnoses;
    }

    /** For people: what concerns all bridges first, then bridge by bridge, and a line that sums it up. */
    String text() {
        StringBuilder text = new StringBuilder();
        paragraph(text, "All bridges", of(Optional.empty()));
        for (ExaminedBridge bridge : bridges) {
            String title = "Bridge " + bridge.id() + " (\"" + bridge.status().name() + "\")";
            paragraph(text, title, of(Optional.of(bridge.id())));
        }
        return text.append(summary()).toString();
    }

    /** For programs: {@code status}, and {@code findings} with the parts of each. */
    String json() {
        byte[] bytes = JsonOutput.object(all -> {
            all.member("status", status());
            all.array("findings", diagnoses, each -> all.objectOf(one -> write(each, one)));
        });
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void write(Diagnosis diagnosis, JsonOutput one) {
        one.member("code", diagnosis.code());
        one.member("severity", word(diagnosis.severity()));
        diagnosis.bridge().ifPresent(bridge -> one.member("bridge", bridge));
        one.member("seen", diagnosis.seen());
        if (diagnosis.severity() != Severity.RIGHT) {
            one.member("why", diagnosis.why());
            one.member("cure", diagnosis.cure());
        }
    }

    private List<Diagnosis> of(Optional<String> bridge) {
        return diagnoses.stream().filter(each -> each.bridge().equals(bridge)).toList();
    }

    private static void paragraph(StringBuilder text, String title, List<Diagnosis> diagnoses) {
        if (diagnoses.isEmpty()) {
            return;
        }
        text.append(title).append('\n');
        diagnoses.forEach(each -> paragraph(text, each));
        text.append('\n');
    }

    private static void paragraph(StringBuilder text, Diagnosis diagnosis) {
        text.append("  ").append(word(diagnosis.severity())).append(": ").append(diagnosis.seen());
        if (diagnosis.severity() != Severity.RIGHT) {
            text.append(" [").append(diagnosis.code()).append("]\n");
            text.append("      Why it matters: ").append(diagnosis.why()).append('\n');
            text.append("      What to do: ").append(diagnosis.cure());
        }
        text.append('\n');
    }

    private String summary() {
        long wrong = diagnoses.stream()
                .filter(each -> each.severity() != Severity.RIGHT)
                .count();
        return wrong == 0
                ? "Nothing to mend."
                : wrong + " to mend. Each name in brackets is a heading in the document on troubles (docs/trouble.md).";
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
