// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench;

import io.latchkey.bench.report.BenchReport;
import io.latchkey.bench.report.Chart;
import io.latchkey.bench.subject.MeasuredBridge;
import io.latchkey.bench.subject.Subjects;
import io.latchkey.bench.wire.Wire;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the scenarios on Latchkey and, in turn, on another bridge, and tells what came out. Arguments: a folder for everything
 * that is written, the {@code latchkey} script, and the other bridge's name and command, if there is one. The property
 * {@code latchkey.bench.only} picks scenarios by a part of their name.
 */
public final class BenchMain {
    private BenchMain() {}

    /** Runs. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        Path script = Path.of(arguments[1]).toAbsolutePath();
        List<MeasuredBridge> subjects = new ArrayList<>();
        subjects.add(Subjects.latchkey(folder.resolve("latchkey"), script, Subjects.LAMPS, Subjects.SENSORS));
        if (arguments.length > 2) {
            List<String> command = List.of(arguments).subList(3, arguments.length);
            subjects.add(Subjects.other(folder.resolve(arguments[2]), arguments[2], command));
        }
        BenchReport report = new BenchReport();
        try (Wire wire = new Wire()) {
            BenchRun run = new BenchRun(wire, report, System.getProperty("latchkey.bench.only", ""));
            run.compare(subjects);
            run.grow(folder, script);
        }
        System.out.print(report.table());
        String name = arguments.length > 2 ? "bench-" + arguments[2] : "bench";
        Files.writeString(folder.resolve(name + ".json"), report.json());
        Files.writeString(folder.resolve(name + ".svg"), Chart.of(report));
        System.out.println("\nWritten: " + folder.resolve(name + ".json") + " and " + name + ".svg");
    }
}
