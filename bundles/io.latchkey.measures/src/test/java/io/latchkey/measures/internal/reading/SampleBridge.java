// SPDX-License-Identifier: EPL-2.0
package io.latchkey.measures.internal.reading;

import io.latchkey.api.bridge.BridgeMeasures;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.CountingBridge;
import io.latchkey.api.bridge.RequestKind;
import io.latchkey.api.bridge.RequestMeasures;
import io.latchkey.api.bridge.RequestOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A bridge whose numbers a test knows, and which counts how often they are wanted. */
public final class SampleBridge implements CountingBridge {
    private final String id;
    private int looks;
    /** How many accessories aren't there. */
    public int absent = 2;

    /** A bridge of that id. */
    public SampleBridge(String id) {
        this.id = id;
    }

    /** How often somebody has looked. */
    public int looks() {
        return looks;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public BridgeMeasures measures() {
        looks++;
        return new BridgeMeasures(
                id, BridgeStatus.State.READY, 3, 4, 1, 17, requests(), 50, 70, 6, 9, 12, absent, 33, 1);
    }

    /** Of all reads three were done, two of which took 8 ms and one 3 s; two had parts that failed, in 300 ms each. */
    private static List<RequestMeasures> requests() {
        return Arrays.stream(RequestKind.values())
                .map(kind ->
                        kind == RequestKind.READ ? reads() : new RequestMeasures(kind, Map.of(), Duration.ZERO, none()))
                .toList();
    }

    private static RequestMeasures reads() {
        List<Long> within = new ArrayList<>(none());
        within.set(RequestMeasures.BOUNDS.indexOf(Duration.ofMillis(10)), 2L);
        within.set(RequestMeasures.BOUNDS.indexOf(Duration.ofMillis(500)), 2L);
        within.set(RequestMeasures.BOUNDS.indexOf(Duration.ofSeconds(5)), 1L);
        return new RequestMeasures(
                RequestKind.READ,
                Map.of(RequestOutcome.OK, 3L, RequestOutcome.PARTIAL, 2L),
                Duration.ofMillis(3_616),
                within);
    }

    private static List<Long> none() {
        return Collections.nCopies(RequestMeasures.BOUNDS.size() + 1, 0L);
    }
}
