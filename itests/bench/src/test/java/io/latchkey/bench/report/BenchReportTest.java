// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.bench.scenario.Figure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BenchReportTest {
    private static final BenchReport.Row RATE = new BenchReport.Row("GET", "rate (1/s)");
    private static final BenchReport.Row TIME = new BenchReport.Row("GET", "p50 (ms)");

    private final BenchReport report = new BenchReport();

    @Test
    void comparesMedians() {
        rates("ours", 300, 100, 200);
        rates("theirs", 40, 60);

        assertEquals(Optional.of(4.0), report.ratio(RATE));
        assertTrue(report.table().lines().anyMatch(line -> line.matches("GET +rate \\(1/s\\) +200 +50\\.0 +4\\.00")));
    }

    @Test
    void hasNoRatioWithoutAnother() {
        rates("ours", 300);

        assertEquals(Optional.empty(), report.ratio(RATE));
        assertFalse(report.table().contains("ratio"));
    }

    @Test
    void leavesOutWhatOnlyOneHas() {
        rates("ours", 300);
        report.add("theirs", List.of(new Figure("GET", "p50 (ms)", 2)));

        assertEquals(Optional.empty(), report.ratio(RATE));
        assertEquals(Optional.empty(), report.ratio(TIME));
        assertTrue(report.table().lines().anyMatch(line -> line.matches("GET +rate \\(1/s\\) +300 +-")));
    }

    @Test
    void givesProgramsEachRound() {
        rates("ours", 300, 100);
        rates("theirs", 50);

        JsonObject row =
                JsonParser.parseString(report.json()).getAsJsonArray().get(0).getAsJsonObject();

        assertEquals(2, row.getAsJsonArray("ours").size());
        assertEquals(4.0, row.get("ratio").getAsDouble());
    }

    @Test
    void drawsMoreAsBetterForRatesAndLessForTimes() {
        report.add("ours", List.of(new Figure("GET", "rate (1/s)", 50), new Figure("verify", "time p50 (ms)", 1)));
        report.add("theirs", List.of(new Figure("GET", "rate (1/s)", 100), new Figure("verify", "time p50 (ms)", 3)));

        String drawn = Chart.of(report);

        assertTrue(drawn.matches("(?s).*#b5533c\"/>\\R<text [^>]*>2\\.0<.*#2a7f62\"/>\\R<text [^>]*>3\\.0<.*"), drawn);
    }

    @Test
    void drawsEachScenarioByItsMainMeasure() {
        report.add("ours", List.of(new Figure("GET", "rate (1/s)", 50), new Figure("GET", "p99 (ms)", 1)));
        report.add("theirs", List.of(new Figure("GET", "rate (1/s)", 100), new Figure("GET", "p99 (ms)", 3)));

        String drawn = Chart.of(report);

        assertTrue(drawn.contains("GET, rate"));
        assertFalse(drawn.contains("p99"));
    }

    private void rates(String bridge, double... rounds) {
        for (double rate : rounds) {
            report.add(bridge, List.of(new Figure("GET", "rate (1/s)", rate)));
        }
    }
}
