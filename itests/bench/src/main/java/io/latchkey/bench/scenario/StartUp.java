// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.scenario;

import io.latchkey.bench.scenario.Scenario.Bridge;
import io.latchkey.bench.subject.Cost;
import io.latchkey.bench.wire.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a bridge needs to be there: memory, and time until it has verified somebody. */
public final class StartUp {
    private static final double MEGA = 1e6;
    private static final int SESSIONS = 1024;

    private StartUp() {}

    /** Memory, without sessions and with many. */
    public static List<Figure> memory(Bridge bridge) {
        ProcessHandle worker = bridge.subject().worker();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("memory", "resident (MB)", Cost.resident(worker) / MEGA));
        if (worker.info().command().orElse("").endsWith("java")) {
            long idle = Cost.liveHeap(worker);
            figures.add(new Figure("memory", "live heap (MB)", idle / MEGA));
            List<Line> lines = Scenarios.open(bridge, SESSIONS);
            double each = (Cost.liveHeap(worker) - idle) / 1024.0 / SESSIONS;
            lines.forEach(Line::close);
            figures.add(new Figure("memory", "heap of a session (KiB)", each));
        }
        return figures;
    }

    /** Ends the bridge and starts it anew. */
    public static List<Figure> again(Bridge bridge) throws IOException, InterruptedException {
        bridge.subject().close();
        bridge.subject().start();
        Line line = bridge.controller().verified();
        double seconds = (System.nanoTime() - bridge.subject().started()) / 1e9;
        line.close();
        return List.of(new Figure("start", "process to pair-verify (s)", seconds));
    }
}
