// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import io.latchkey.conformance.Put;
import io.latchkey.itests.home.Probe;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sequence D: a hub sets a scene of 30 lamps in one request of two frames, while a phone dims another lamp. */
public final class SceneSequence {
    private static final int LAMPS = 30;
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(40);

    private final AppleHome home;

    /** The sequence in a home. */
    public SceneSequence(AppleHome home) {
        this.home = home;
    }

    /** The scene; needs 31 lamps. */
    public void run() throws IOException {
        home.paired();
        try (AppleConnection hub = home.verified(home.hub);
                AppleConnection phone = home.verified(home.owner);
                AppleConnection second = home.verified(home.second);
                AppleConnection tablet = home.verified(home.tablet)) {
            List<AppleDatabase.Lamp> lamps = hub.database().lamps(LAMPS + 1);
            List<AppleDatabase.Lamp> scene = lamps.subList(0, LAMPS);
            String other = lamps.get(LAMPS).brightness();
            hub.write(scene(scene, "10", "0").andValue(other, "10"));
            Map<String, String> expected = expected(scene);
            expected.put(other, "37");
            List<HeardChanges> listening = List.of(new HeardChanges(second), new HeardChanges(tablet));
            for (HeardChanges each : listening) {
                each.listenTo(expected.keySet());
            }
            hub.beginInSegments(scene(scene, "40", "1"), BETWEEN_FRAMES);
            phone.write(Put.value(other, "37"));
            hub.answer().isDone();
            for (HeardChanges each : listening) {
                each.expectOnceEach(expected);
            }
            phone.expectValues(expected);
        }
    }

    /** The same with one lamp that fails; needs a characteristic that does. */
    public void runWithFailure() throws IOException {
        home.paired();
        try (AppleConnection hub = home.verified(home.hub)) {
            AppleDatabase database = hub.database();
            String failing = database.first(Probe.THROW.uuid());
            List<AppleDatabase.Lamp> lamps = database.lamps(LAMPS).subList(0, LAMPS);
            Put scene = scene(lamps.subList(1, LAMPS), "60", "1")
                    .andValue(failing, "60")
                    .andValue(lamps.get(0).on(), "1");
            List<String> ids = new ArrayList<>(expected(lamps.subList(1, LAMPS)).keySet());
            ids.add(failing);
            ids.add(lamps.get(0).on());
            hub.writeWithFailures(scene, ids);
            hub.expectValues(Map.of(lamps.get(LAMPS - 1).brightness(), "60"));
        }
    }

    /** Brightness before On, as scenes have it. */
    private static Put scene(List<AppleDatabase.Lamp> lamps, String brightness, String on) {
        Put put = Put.value(lamps.get(0).brightness(), brightness)
                .andValue(lamps.get(0).on(), on);
        for (AppleDatabase.Lamp lamp : lamps.subList(1, lamps.size())) {
            put = put.andValue(lamp.brightness(), brightness).andValue(lamp.on(), on);
        }
        return put;
    }

    private static Map<String, String> expected(List<AppleDatabase.Lamp> lamps) {
        Map<String, String> expected = new TreeMap<>();
        for (AppleDatabase.Lamp lamp : lamps) {
            expected.put(lamp.brightness(), "40");
            expected.put(lamp.on(), "1");
        }
        return expected;
    }
}
