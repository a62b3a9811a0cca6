// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.scenario;

import io.latchkey.bench.scenario.Scenario.Bridge;
import io.latchkey.bench.subject.MeasuredBridge;
import io.latchkey.bench.wire.BenchConnection;
import io.latchkey.bench.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All that is measured, in the order in which it is done. */
public final class Scenarios {
    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;
    private static final int SETUPS = 8;
    private static final int VERIFIES = 150;
    private static final int MANY = 1024;
    private static final int SOME = 40;

    private Scenarios() {}

    /** All of them; pairings come last, as their cost counts on a bridge that is warm. */
    public static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        for (int connections : List.of(1, 8, 64, 256)) {
            all.add(getOne(connections));
        }
        all.add(new Scenario("GET " + SOME + " ids", Scenarios::getSome));
        all.add(new Scenario("GET /accessories", Scenarios::accessories));
        for (int connections : List.of(1, 8, 64)) {
            all.add(new Scenario("PUT, " + connections, (name, bridge) -> put(name, bridge, connections)));
        }
        for (int sessions : List.of(1, 8, 64, 256)) {
            all.add(new Scenario("change to " + sessions, (name, bridge) -> FanOut.run(name, bridge, sessions)));
        }
        all.add(new Scenario(MANY + " sessions", Scenarios::manySessions));
        all.add(new Scenario("pair-setup", Scenarios::pairSetup));
        all.add(new Scenario("pair-verify", Scenarios::pairVerify));
        return all;
    }

    /** What must not cost more when there are more accessories, or more sessions that have not subscribed. */
    public static List<Scenario> ofAnySize() {
        return List.of(getOne(64), new Scenario("PUT beside 64 sessions", Scenarios::putBeside));
    }

    private static Scenario getOne(int connections) {
        return new Scenario("GET one id, " + connections, (name, bridge) -> {
            String target = "/characteristics?id=" + bridge.home().switches().get(0);
            return load(name, bridge, connections, (line, index, round) -> line.get(target));
        });
    }

    private static List<Figure> pairSetup(String name, Bridge bridge) {
        OneByOne setups = new OneByOne(bridge, SETUPS);
        while (!setups.isDone()) {
            bridge.controller().unpair();
            setups.time(() -> bridge.controller().pairPatiently(MeasuredBridge.CODE));
        }
        return setups.figures(name);
    }

    private static List<Figure> pairVerify(String name, Bridge bridge) {
        OneByOne verifies = new OneByOne(bridge, VERIFIES);
        while (!verifies.isDone()) {
            try (BenchConnection line = bridge.controller().plain()) {
                verifies.time(() -> {
                    bridge.controller().verify(line);
                    return true;
                });
            }
        }
        return verifies.figures(name);
    }

    private static List<Figure> getSome(String name, Bridge bridge) {
        List<String> ids = bridge.home().values().subList(0, SOME);
        String target = "/characteristics?id=" + String.join(",", ids);
        return load(name, bridge, 1, (line, index, round) -> line.get(target));
    }

    private static List<Figure> accessories(String name, Bridge bridge) {
        return load(name, bridge, 1, (line, index, round) -> line.get("/accessories"));
    }

    private static List<Figure> put(String name, Bridge bridge, int connections) {
        return load(name, bridge, connections, switching(bridge));
    }

    private static List<Figure> putBeside(String name, Bridge bridge) {
        List<BenchConnection> idle = open(bridge, 64);
        try {
            return put(name, bridge, 1);
        } finally {
            idle.forEach(BenchConnection::close);
        }
    }

    private static Load.Asking switching(Bridge bridge) {
        List<String> lamps = bridge.home().switches();
        return (line, index, round) ->
                line.put("/characteristics", FanOut.writeOn(lamps.get(index % lamps.size()), round % 2 == 0));
    }

    private static List<Figure> load(String scenario, Bridge bridge, int connections, Load.Asking asking) {
        Load.Result result = Load.run(bridge, connections, asking);
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(scenario, "rate (1/s)", result.rate()));
        figures.add(new Figure(scenario, "p50 (ms)", result.latencies().median() / MILLION));
        figures.add(new Figure(scenario, "p99 (ms)", result.latencies().percentile(99) / MILLION));
        figures.add(new Figure(scenario, "CPU (µs)", result.cpu() / THOUSAND));
        if (result.lost() > 0) {
            figures.add(new Figure(scenario, "lost sessions", result.lost()));
        }
        return figures;
    }

    private static List<Figure> manySessions(String name, Bridge bridge) {
        long begin = System.nanoTime();
        List<BenchConnection> lines = open(bridge, MANY);
        try {
            double seconds = (System.nanoTime() - begin) / 1e9;
            String target = "/characteristics?id=" + bridge.home().switches().get(0);
            lines.stream().map(line -> line.get(target)).toList().forEach(Wire::await);
            return List.of(new Figure(name, "opened in (s)", seconds));
        } finally {
            lines.forEach(BenchConnection::close);
        }
    }

    /** Opens sessions one after another. */
    static List<BenchConnection> open(Bridge bridge, int number) {
        return Stream.generate(bridge.controller()::verified).limit(number).toList();
    }
}
