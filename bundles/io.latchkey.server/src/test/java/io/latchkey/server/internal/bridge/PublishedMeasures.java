// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.BridgeMeasures;
import io.latchkey.api.bridge.CountingBridge;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What bridges show to those who watch. */
final class PublishedMeasures implements MeasuresPublisher {
    private final Map<CountingBridge, String> published = new ConcurrentHashMap<>();

    @Override
    public Runnable publish(CountingBridge bridge) {
        published.put(bridge, bridge.id());
        return () -> published.remove(bridge);
    }

    List<String> ids() {
        return published.values().stream().sorted().toList();
    }

    BridgeMeasures of(String id) {
        return published.keySet().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .measures();
    }
}
