// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench;

import io.latchkey.bench.report.BenchReport;
import io.latchkey.bench.scenario.Figure;
import io.latchkey.bench.scenario.Scenario;
import io.latchkey.bench.scenario.Scenario.Bridge;
import io.latchkey.bench.scenario.Scenarios;
import io.latchkey.bench.scenario.StartUp;
import io.latchkey.bench.subject.MeasuredBridge;
import io.latchkey.bench.subject.Subjects;
import io.latchkey.bench.wire.BenchConnection;
import io.latchkey.bench.wire.BenchController;
import io.latchkey.bench.wire.LoadTargets;
import io.latchkey.bench.wire.Wire;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of the benchmark. Each scenario is done by the bridges in turn; the first time it only warms them up. */
final class BenchRun {
    private static final int ROUNDS = 2;
    private static final int TENTH = 10;

    private final Wire wire;
    private final BenchReport report;
    private final String only;

    BenchRun(Wire wire, BenchReport report, String only) {
        this.wire = wire;
        this.report = report;
        this.only = only;
    }

    /** All scenarios on all bridges. */
    void compare(List<MeasuredBridge> subjects) throws Exception {
        try {
            List<Bridge> bridges = new ArrayList<>();
            for (MeasuredBridge subject : subjects) {
                bridges.add(started(subject, Subjects.LAMPS));
            }
            inTurn(Scenarios.all(), bridges);
            inTurn(StartUp.all(), bridges);
        } finally {
            subjects.forEach(MeasuredBridge::close);
        }
    }

    /** The scenarios whose cost must not grow, on homes of three sizes. */
    void grow(Path folder, Path script) throws Exception {
        grow(folder, script, Subjects.LAMPS / TENTH - 3, 3);
        grow(folder, script, Subjects.LAMPS, Subjects.SENSORS);
        grow(folder, script, Subjects.LAMPS * TENTH, Subjects.SENSORS * TENTH);
    }

    private void grow(Path folder, Path script, int lamps, int sensors) throws Exception {
        String size = lamps + sensors + " accessories";
        List<Scenario> scenarios = Scenarios.ofAnySize().stream()
                .map(each -> new Scenario(each.name() + ", " + size, each.body()))
                .toList();
        if (picked(scenarios).isEmpty()) {
            return;
        }
        Path own = folder.resolve("latchkey-" + (lamps + sensors));
        try (MeasuredBridge subject = Subjects.latchkey(own, script, lamps, sensors)) {
            inTurn(scenarios, List.of(started(subject, lamps)));
        }
    }

    private void inTurn(List<Scenario> scenarios, List<Bridge> bridges) throws Exception {
        for (Scenario scenario : picked(scenarios)) {
            for (int round = 0; round <= ROUNDS; round++) {
                for (Bridge bridge : bridges) {
                    String name = bridge.subject().name();
                    System.out.printf(
                            "%s, %s, %s%n", scenario.name(), name, round == 0 ? "to warm up" : "round " + round);
                    List<Figure> figures = scenario.run(bridge);
                    if (round > 0) {
                        report.add(name, figures);
                    }
                }
            }
        }
    }

    private List<Scenario> picked(List<Scenario> scenarios) {
        return scenarios.stream().filter(each -> each.name().contains(only)).toList();
    }

    private Bridge started(MeasuredBridge subject, int lamps) throws Exception {
        System.out.println("Starting " + subject.name() + " ...");
        subject.start();
        BenchController controller = new BenchController(wire, subject.address());
        controller.pairPatiently(MeasuredBridge.CODE);
        try (BenchConnection line = controller.verified()) {
            LoadTargets home = LoadTargets.of(line);
            if (home.switches().isEmpty() || home.switches().size() > lamps) {
                throw new IllegalStateException(
                        subject.name() + " shows " + home.switches().size() + " lamps");
            }
            return new Bridge(subject, controller, home);
        }
    }
}
