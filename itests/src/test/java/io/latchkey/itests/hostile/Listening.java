// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.hostile;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireMessage;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** A controller that reads what the storm brings, until every meter is calm: no value goes back, none is old. */
final class Listening implements Callable<Listening> {
    private final RemoteVictim bridge;
    private final WireClient session;
    private final Map<String, Double> newest = new HashMap<>();
    private int messages;
    private int values;
    private long oldest;
    private long longestPause;

    /** Subscribes; the session is its own. */
    Listening(RemoteVictim bridge) throws IOException {
        this.bridge = bridge;
        this.session = bridge.session();
        subscribe(session, bridge.meters());
    }

    /** Subscribes to all of these by one request. */
    static WireMessage subscribe(WireClient session, List<String> ids) throws IOException {
        String entries = ids.stream()
                .map(id -> id.split("\\."))
                .map(id -> "{\"aid\":" + id[0] + ",\"iid\":" + id[1] + ",\"ev\":true}")
                .collect(Collectors.joining(",", "{\"characteristics\":[", "]}"));
        return session.put("/characteristics", entries);
    }

    @Override
    public Listening call() throws IOException {
        try (session) {
            long began = bridge.stormBegan();
            long last = System.nanoTime();
            while (newest.values().stream().filter(lux -> lux >= StormMain.CALM).count()
                    < bridge.meters().size()) {
                JsonArray entries = session.event(Victim.PATIENCE)
                        .orElseThrow(() -> new AssertionError("no event for long, " + newest));
                longestPause = Math.max(longestPause, System.nanoTime() - last);
                last = System.nanoTime();
                messages++;
                for (JsonElement entry : entries) {
                    note(entry.getAsJsonObject(), System.currentTimeMillis() - began);
                }
            }
            return this;
        }
    }

    /** How old, in milliseconds, the oldest value was when it came. */
    long oldest() {
        return oldest;
    }

    /** The longest time without an event, in milliseconds. */
    long longestPause() {
        return longestPause / 1_000_000;
    }

    /** What each meter showed in the end. */
    Map<String, Double> newest() {
        return newest;
    }

    @Override
    public String toString() {
        return messages + " event messages with " + values + " values, the oldest " + oldest + " ms, the longest pause "
                + longestPause() + " ms";
    }

    private void note(JsonObject entry, long now) {
        String id = entry.get("aid") + "." + entry.get("iid");
        double lux = entry.get("value").getAsDouble();
        Double before = newest.put(id, lux);
        if (before != null && before > lux) {
            throw new AssertionError(id + " went back from " + before + " to " + lux);
        }
        values++;
        if (lux < StormMain.CALM) {
            oldest = Math.max(oldest, now - (long) lux);
        }
    }
}
