// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench;

import io.latchkey.bench.report.Chart;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the scenarios on Latchkey and, in turn, on another bridge, and tells what came out. Arguments: a folder for everything
 * that is written, the {@code latchkey} script, and the other bridge's name and command, if there is one.
 */
public final class Main {
    private static final int ROUNDS = 2;

    private Main() {}

    /** Runs. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        List<Subject> subjects = new ArrayList<>();
        subjects.add(Subjects.latchkey(folder, Path.of(arguments[1]).toAbsolutePath()));
        if (arguments.length > 2) {
            List<String> command = List.of(arguments).subList(3, arguments.length);
            subjects.add(Subjects.other(folder, arguments[2], command));
        }
        Report report = new Report();
        try (Wire wire = new Wire()) {
            measure(wire, subjects, report);
        } finally {
            subjects.forEach(Subject::close);
        }
        System.out.print(report.table());
        Files.writeString(folder.resolve("bench.json"), report.json());
        Files.writeString(folder.resolve("bench.svg"), Chart.of(report));
        System.out.println("\nWritten: " + folder.resolve("bench.json") + " and bench.svg");
    }

    private static void measure(Wire wire, List<Subject> subjects, Report report) throws Exception {
        List<Bridge> bridges = new ArrayList<>();
        for (Subject subject : subjects) {
            System.out.println("Starting " + subject.name() + " ...");
            subject.start();
            bridges.add(paired(wire, subject));
        }
        List<Scenario> scenarios = Scenarios.all();
        for (int i = 0; i < scenarios.size(); i++) {
            for (int round = 0; round < ROUNDS; round++) {
                for (Bridge bridge : bridges) {
                    List<Figure> figures = scenarios.get(i).run(bridge);
                    report.add(bridge.subject().name(), figures);
                    System.out.printf(
                            "[%d/%d] %s, %s%n",
                            i + 1,
                            scenarios.size(),
                            figures.get(0).scenario(),
                            bridge.subject().name());
                }
            }
        }
        for (Bridge bridge : bridges) {
            report.add(bridge.subject().name(), StartUp.memory(bridge));
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Bridge bridge : bridges) {
                report.add(bridge.subject().name(), StartUp.again(bridge));
            }
        }
    }

    private static Bridge paired(Wire wire, Subject subject) {
        Controller controller = new Controller(wire, subject.address());
        controller.pair(Subject.CODE);
        try (Line line = controller.verified()) {
            Home home = Home.of(line);
            if (home.switches().size() != Subjects.LAMPS) {
                throw new IllegalStateException(
                        subject.name() + " shows " + home.switches().size() + " lamps");
            }
            return new Bridge(subject, controller, home);
        }
    }
}
