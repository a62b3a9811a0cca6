// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench;

import io.latchkey.bench.report.Report;
import io.latchkey.bench.scenario.Figure;
import io.latchkey.bench.scenario.Scenario;
import io.latchkey.bench.scenario.Scenario.Bridge;
import io.latchkey.bench.scenario.Scenarios;
import io.latchkey.bench.scenario.StartUp;
import io.latchkey.bench.subject.Subject;
import io.latchkey.bench.subject.Subjects;
import io.latchkey.bench.wire.Controller;
import io.latchkey.bench.wire.Home;
import io.latchkey.bench.wire.Line;
import io.latchkey.bench.wire.Wire;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of the benchmark. Each scenario is done by the bridges in turn; the first time it only warms them up. */
final class Run {
    private static final int ROUNDS = 2;
    private static final int TENTH = 10;

    private final Wire wire;
    private final Report report;
    private final String only;

    Run(Wire wire, Report report, String only) {
        this.wire = wire;
        this.report = report;
        this.only = only;
    }

    /** All scenarios on all bridges. */
    void compare(List<Subject> subjects) throws Exception {
        try {
            List<Bridge> bridges = new ArrayList<>();
            for (Subject subject : subjects) {
                bridges.add(started(subject, Subjects.LAMPS));
            }
            inTurn(Scenarios.all(), bridges);
            inTurn(StartUp.all(), bridges);
        } finally {
            subjects.forEach(Subject::close);
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
        try (Subject subject = Subjects.latchkey(own, script, lamps, sensors)) {
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

    private Bridge started(Subject subject, int lamps) throws Exception {
        System.out.println("Starting " + subject.name() + " ...");
        subject.start();
        Controller controller = new Controller(wire, subject.address());
        controller.pairPatiently(Subject.CODE);
        try (Line line = controller.verified()) {
            Home home = Home.of(line);
            if (home.switches().isEmpty() || home.switches().size() > lamps) {
                throw new IllegalStateException(
                        subject.name() + " shows " + home.switches().size() + " lamps");
            }
            return new Bridge(subject, controller, home);
        }
    }
}
