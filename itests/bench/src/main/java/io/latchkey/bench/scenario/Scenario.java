// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.scenario;

import io.latchkey.bench.subject.Cost;
import io.latchkey.bench.subject.MeasuredBridge;
import io.latchkey.bench.wire.BenchController;
import io.latchkey.bench.wire.LoadTargets;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Something that is measured on a bridge which runs.
 *
 * @param name what is done
 * @param body does it once
 */
public record Scenario(String name, Body body) {

    /** Measures. */
    @FunctionalInterface
    public interface Body {
        /** Does it once; figures go by the name of the scenario. */
        List<Figure> run(String name, Bridge bridge) throws Exception;
    }

    /** Does it once. */
    public List<Figure> run(Bridge bridge) throws Exception {
        return body.run(name, bridge);
    }

    /**
     * A bridge that runs.
     *
     * @param subject its process
     * @param controller paired with it
     * @param home what it shows
     */
    public record Bridge(MeasuredBridge subject, BenchController controller, LoadTargets home) {

        /** Processor time of the bridge so far. */
        LongSupplier cpu() {
            ProcessHandle worker = subject.worker();
            return () -> Cost.cpu(worker);
        }
    }
}
