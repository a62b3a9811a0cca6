// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.scenario;

import io.latchkey.bench.scenario.Scenario.Bridge;
import io.latchkey.bench.subject.Cost;
import io.latchkey.bench.wire.BenchConnection;
import io.latchkey.bench.wire.Wire;
import java.util.ArrayList;
import java.util.List;

/** What a bridge needs to be there: memory, and time until it has verified somebody and given a value. */
public final class StartUp {
    private static final double MEGA = 1e6;
    private static final double KIBI = 1024;
    private static final int SESSIONS = 1024;

    private StartUp() {}

    /** Memory first, then starts. */
    public static List<Scenario> all() {
        return List.of(
                new Scenario("memory", StartUp::memory),
                new Scenario("start of the process", StartUp::process),
                new Scenario("start of the bundles", StartUp::bundles));
    }

    private static List<Figure> memory(String name, Bridge bridge) {
        ProcessHandle worker = bridge.subject().worker();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(name, "resident (MB)", Cost.resident(worker) / MEGA));
        if (worker.info().command().orElse("").endsWith("java")) {
            long idle = Cost.liveHeap(worker);
            List<BenchConnection> lines = Scenarios.open(bridge, SESSIONS);
            double each = (Cost.liveHeap(worker) - idle) / KIBI / SESSIONS;
            lines.forEach(BenchConnection::close);
            figures.add(new Figure(name, "live heap (MiB)", idle / KIBI / KIBI));
            figures.add(new Figure(name, "heap of a session (KiB)", each));
        }
        bridge.subject()
                .bytesOnDisk()
                .ifPresent(bytes -> figures.add(new Figure(name, "on disk (MiB)", bytes / KIBI / KIBI)));
        return figures;
    }

    private static List<Figure> process(String name, Bridge bridge) throws Exception {
        bridge.subject().close();
        bridge.subject().start();
        return reached(name, bridge);
    }

    private static List<Figure> bundles(String name, Bridge bridge) throws Exception {
        return bridge.subject().restartBundles() ? reached(name, bridge) : List.of();
    }

    /** An answer with anything but a value of a device that is there would be no success, and end the run. */
    private static List<Figure> reached(String name, Bridge bridge) {
        BenchConnection line = bridge.controller().verified();
        Figure verified = sinceStart(name, "to pair-verify (s)", bridge);
        Wire.await(line.get("/characteristics?id=" + bridge.home().switches().get(0)));
        Figure read = sinceStart(name, "to a value (s)", bridge);
        line.close();
        return List.of(verified, read);
    }

    private static Figure sinceStart(String name, String what, Bridge bridge) {
        return new Figure(name, what, (System.nanoTime() - bridge.subject().started()) / 1e9);
    }
}
