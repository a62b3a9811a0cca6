// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.report;

import io.latchkey.bench.report.BenchReport.Row;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A picture of the ratios: how many times better or worse the first bridge is than the second one. It has a bar or two for
 * each scenario; the other measures of it are in the table.
 */
public final class Chart {
    private static final int LINE = 22;
    private static final int TOP = 50;
    private static final int LABELS = 330;
    private static final int WIDTH = 900;
    private static final int BAR = 14;
    /** A bar that reaches the edge. */
    private static final double MOST = 300;

    private static final Set<String> MEASURES = Set.of(
            "rate (1/s)",
            "time p50 (ms)",
            "CPU (ms)",
            "last event p50 (ms)",
            "opened in (s)",
            "resident (MB)",
            "to pair-verify (s)");

    private Chart() {}

    /** Draws it; without a second bridge there is only the title. */
    public static String of(BenchReport report) {
        List<Row> rows = report.rows().stream()
                .filter(row ->
                        MEASURES.contains(row.measure()) && report.ratio(row).isPresent())
                .toList();
        StringBuilder svg = new StringBuilder();
        int height = TOP + rows.size() * LINE + LINE;
        svg.append(text(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"13\">%n<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>%n",
                WIDTH, height, WIDTH, height));
        svg.append(text(
                "<text x=\"20\" y=\"28\" font-size=\"17\">%s: how many times better (green) or worse (red), log scale"
                        + "</text>%n",
                String.join(" beside ", report.bridges())));
        for (int i = 0; i < rows.size(); i++) {
            svg.append(bar(
                    rows.get(i), better(rows.get(i), report.ratio(rows.get(i)).orElseThrow()), TOP + i * LINE));
        }
        return svg.append("</svg>\n").toString();
    }

    private static double better(Row row, double ratio) {
        return row.measure().startsWith("rate") ? ratio : 1 / ratio;
    }

    private static String bar(Row row, double times, int y) {
        double share = Math.abs(Math.log(times)) / Math.log(MOST);
        long width = Math.round(Math.min(1, share) * (WIDTH - LABELS - 80));
        String colour = times >= 1 ? "#2a7f62" : "#b5533c";
        return text(
                "<text x=\"20\" y=\"%d\">%s, %s</text>%n<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n"
                        + "<text x=\"%d\" y=\"%d\">%.1f</text>%n",
                y + BAR - 2,
                row.scenario(),
                row.measure(),
                LABELS,
                y,
                Math.max(2, width),
                BAR,
                colour,
                LABELS + Math.max(2, width) + 6,
                y + BAR - 2,
                Math.max(times, 1 / times));
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
