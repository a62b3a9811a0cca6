// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.report;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.bench.scenario.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All figures of a run, the first bridge being the one that others are compared with. */
public final class BenchReport {
    private final List<String> bridges = new ArrayList<>();
    private final Map<Row, Map<String, List<Double>>> rows = new LinkedHashMap<>();

    /** What was measured. */
    record Row(String scenario, String measure) {}

    /** Notes the figures of one round. */
    public void add(String bridge, List<Figure> figures) {
        if (!bridges.contains(bridge)) {
            bridges.add(bridge);
        }
        for (Figure figure : figures) {
            rows.computeIfAbsent(new Row(figure.scenario(), figure.measure()), row -> new LinkedHashMap<>())
                    .computeIfAbsent(bridge, name -> new ArrayList<>())
                    .add(figure.value());
        }
    }

    /** Medians and their ratio, for people. */
    public String table() {
        StringBuilder table = new StringBuilder(String.format("%n%-18s %-28s", "", ""));
        bridges.forEach(bridge -> table.append(String.format("%14s", bridge)));
        table.append(bridges.size() > 1 ? "         ratio" : "").append('\n');
        for (Row row : rows.keySet()) {
            table.append(String.format("%-18s %-28s", row.scenario(), row.measure()));
            bridges.forEach(bridge -> table.append(String.format(
                    "%14s", median(row, bridge).map(BenchReport::rounded).orElse("-"))));
            table.append(ratio(row)
                    .map(ratio -> String.format("%14s", rounded(ratio)))
                    .orElse(""));
            table.append('\n');
        }
        return table.toString();
    }

    /** Everything, for programs. */
    public String json() {
        JsonArray all = new JsonArray();
        rows.forEach((row, values) -> {
            JsonObject entry = new JsonObject();
            entry.addProperty("scenario", row.scenario());
            entry.addProperty("measure", row.measure());
            values.forEach((bridge, rounds) -> {
                JsonArray numbers = new JsonArray();
                rounds.forEach(numbers::add);
                entry.add(bridge, numbers);
            });
            ratio(row).ifPresent(ratio -> entry.addProperty("ratio", ratio));
            all.add(entry);
        });
        return new GsonBuilder().setPrettyPrinting().create().toJson(all) + "\n";
    }

    List<Row> rows() {
        return List.copyOf(rows.keySet());
    }

    List<String> bridges() {
        return bridges;
    }

    /** That of the first bridge to that of the second. */
    Optional<Double> ratio(Row row) {
        if (bridges.size() < 2) {
            return Optional.empty();
        }
        return median(row, bridges.get(0))
                .flatMap(own -> median(row, bridges.get(1)).map(other -> own / other));
    }

    private Optional<Double> median(Row row, String bridge) {
        List<Double> sorted =
                rows.get(row).getOrDefault(bridge, List.of()).stream().sorted().toList();
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        int middle = sorted.size() / 2;
        return Optional.of(
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }

    private static String rounded(double number) {
        int digits = Math.max(0, 2 - (int) Math.floor(Math.log10(Math.abs(number) + 1e-9)));
        return String.format(Locale.ROOT, "%." + Math.min(3, digits) + "f", number);
    }
}
