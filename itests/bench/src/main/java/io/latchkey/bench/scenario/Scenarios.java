// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.scenario;

import io.latchkey.bench.scenario.Scenario.Bridge;
import io.latchkey.bench.subject.Cost;
import io.latchkey.bench.subject.Subject;
import io.latchkey.bench.wire.Line;
import io.latchkey.bench.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** All that is measured, in the order in which it is done. */
public final class Scenarios {
    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;
    private static final int SETUPS = 6;
    private static final int VERIFIES = 150;
    private static final int MANY = 1024;
    private static final int SOME = 40;

    private Scenarios() {}

    /** All of them. */
    public static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        all.add(Scenarios::pairSetup);
        all.add(Scenarios::pairVerify);
        for (int connections : List.of(1, 8, 64, 256)) {
            all.add(bridge -> getOne(bridge, connections));
        }
        all.add(Scenarios::getSome);
        all.add(Scenarios::accessories);
        for (int connections : List.of(1, 8, 64)) {
            all.add(bridge -> put(bridge, connections));
        }
        for (int sessions : List.of(1, 8, 64, 256)) {
            all.add(bridge -> FanOut.run(bridge, sessions));
        }
        all.add(Scenarios::manySessions);
        return all;
    }

    private static List<Figure> pairSetup(Bridge bridge) {
        LongSupplier cpu = bridge.cpu();
        List<Long> times = new ArrayList<>();
        List<Long> costs = new ArrayList<>();
        for (int i = 0; i < SETUPS; i++) {
            bridge.controller().unpair();
            long before = cpu.getAsLong();
            long begin = System.nanoTime();
            bridge.controller().pair(Subject.CODE);
            times.add(System.nanoTime() - begin);
            costs.add(cpu.getAsLong() - before);
        }
        return milliseconds("pair-setup", times, costs);
    }

    private static List<Figure> pairVerify(Bridge bridge) {
        LongSupplier cpu = bridge.cpu();
        List<Long> times = new ArrayList<>();
        List<Long> costs = new ArrayList<>();
        for (int i = 0; i < 2 * VERIFIES; i++) {
            try (Line line = bridge.controller().plain()) {
                long before = cpu.getAsLong();
                long begin = System.nanoTime();
                bridge.controller().verify(line);
                if (i >= VERIFIES) {
                    times.add(System.nanoTime() - begin);
                    costs.add(cpu.getAsLong() - before);
                }
            }
        }
        return milliseconds("pair-verify", times, costs);
    }

    private static List<Figure> milliseconds(String scenario, List<Long> times, List<Long> costs) {
        double cost = costs.stream().mapToLong(Long::longValue).average().orElseThrow();
        return List.of(
                new Figure(scenario, "time p50 (ms)", Samples.of(times.stream()).median() / MILLION),
                new Figure(scenario, "CPU (ms)", cost / MILLION));
    }

    private static List<Figure> getOne(Bridge bridge, int connections) {
        String target = "/characteristics?id=" + bridge.home().switches().get(0);
        return load("GET one id, " + connections, bridge, connections, (line, index, round) -> line.get(target));
    }

    private static List<Figure> getSome(Bridge bridge) {
        List<String> ids = bridge.home().values().subList(0, SOME);
        String target = "/characteristics?id=" + String.join(",", ids);
        return load("GET " + SOME + " ids", bridge, 1, (line, index, round) -> line.get(target));
    }

    private static List<Figure> accessories(Bridge bridge) {
        return load("GET /accessories", bridge, 1, (line, index, round) -> line.get("/accessories"));
    }

    private static List<Figure> put(Bridge bridge, int connections) {
        List<String> lamps = bridge.home().switches();
        return load("PUT, " + connections, bridge, connections, (line, index, round) -> {
            String lamp = lamps.get(index % lamps.size());
            return line.put("/characteristics", FanOut.writeOn(lamp, round % 2 == 0));
        });
    }

    private static List<Figure> load(String scenario, Bridge bridge, int connections, Load.Asking asking) {
        List<Line> lines = open(bridge, connections);
        try {
            Load.Result result = Load.run(lines, asking, bridge.cpu());
            return List.of(
                    new Figure(scenario, "rate (1/s)", result.rate()),
                    new Figure(scenario, "p50 (ms)", result.latencies().median() / MILLION),
                    new Figure(scenario, "p99 (ms)", result.latencies().percentile(99) / MILLION),
                    new Figure(scenario, "CPU (µs)", result.cpu() / THOUSAND));
        } finally {
            lines.forEach(Line::close);
        }
    }

    private static List<Figure> manySessions(Bridge bridge) {
        ProcessHandle worker = bridge.subject().worker();
        long resident = Cost.resident(worker);
        long begin = System.nanoTime();
        List<Line> lines = open(bridge, MANY);
        try {
            double seconds = (System.nanoTime() - begin) / 1e9;
            String target = "/characteristics?id=" + bridge.home().switches().get(0);
            lines.stream().map(line -> line.get(target)).toList().forEach(Wire::await);
            double each = (Cost.resident(worker) - resident) / THOUSAND / MANY;
            return List.of(
                    new Figure(MANY + " sessions", "opened in (s)", seconds),
                    new Figure(MANY + " sessions", "memory of one (kB)", each));
        } finally {
            lines.forEach(Line::close);
        }
    }

    /** Opens sessions one after another. */
    static List<Line> open(Bridge bridge, int number) {
        return Stream.generate(bridge.controller()::verified).limit(number).toList();
    }
}
