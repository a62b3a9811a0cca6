// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What came of a soak, for people and for the test. */
final class SoakReport {
    private static final int MIB = 1 << 20;

    private final long seed;
    private final int seconds;
    private final Score score;
    private final Map<String, Gauge> gauges;

    /** @param gauges by the name of their moment, in order */
    SoakReport(long seed, int seconds, Score score, Map<String, Gauge> gauges) {
        this.seed = seed;
        this.seconds = seconds;
        this.score = score;
        this.gauges = gauges;
    }

    Faults faults() {
        return score.faults();
    }

    /** What the process held at one moment. */
    Gauge at(String moment) {
        return gauges.get(moment);
    }

    /** The whole report. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("Soak: " + seconds + " s, seed " + seed);
        lines.add(score.traffic());
        lines.add("");
        lines.addAll(score.latencies().lines());
        lines.add("");
        lines.add(String.format(
                "%-28s %9s %9s %9s %9s %9s", "bridge", "heap MiB", "RSS MiB", "threads", "sessions", "files"));
        gauges.forEach((moment, gauge) -> lines.add(String.format(
                "%-28s %9.1f %9.1f %9d %9d %9d",
                moment,
                (double) gauge.heap() / MIB,
                (double) gauge.resident() / MIB,
                gauge.threads(),
                gauge.sessions(),
                gauge.files())));
        lines.add("");
        lines.add(score.faults().count() + " faults");
        lines.addAll(score.faults().lines());
        return String.join("\n", lines) + "\n";
    }
}
