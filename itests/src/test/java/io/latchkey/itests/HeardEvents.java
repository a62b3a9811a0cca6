// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.itests.wire.Accessories;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The events that a controller has heard, with the time at which it heard each. Thread-safe. */
final class HeardEvents {
    private final List<Heard> all = new CopyOnWriteArrayList<>();

    private record Heard(String id, long at) {}

    /** Remembers an event as it came. */
    void add(JsonArray event) {
        Accessories.objects(event).forEach(entry -> all.add(new Heard(id(entry), System.nanoTime())));
    }

    /**
     * Waits for the first event of that characteristic since a moment, by {@link System#nanoTime}, and fails when it comes
     * later than it may.
     */
    void assertHeardWithin(Duration time, long since, String id) {
        Heard heard = Eventually.present(
                time.multipliedBy(5),
                "an event of " + id,
                () -> all.stream()
                        .filter(each -> each.id().equals(id) && each.at() >= since)
                        .findFirst());
        if (heard.at() - since > time.toNanos()) {
            throw new AssertionError("heard after " + Duration.ofNanos(heard.at() - since));
        }
    }

    private static String id(JsonObject entry) {
        return entry.get("aid") + "." + entry.get("iid");
    }
}
