// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import io.latchkey.conformance.ConformanceWait;
import io.latchkey.conformance.Put;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Sequence E: somebody draws the slider of a lamp that is off; another device follows, his own hears nothing of it. */
public final class SliderSequence {
    private static final Duration STEP = Duration.ofMillis(250);
    private static final Duration NO_ECHO = Duration.ofMillis(1300);
    private static final int LAST = 90;

    private final AppleHome home;

    /** The sequence in a home. */
    public SliderSequence(AppleHome home) {
        this.home = home;
    }

    /** All of it; needs a lamp. */
    public void run() throws IOException {
        home.paired();
        try (AppleConnection phone = home.verified(home.owner);
                AppleConnection second = home.verified(home.second)) {
            AppleDatabase.Lamp lamp = phone.database().lamps(1).get(0);
            phone.write(Put.value(lamp.brightness(), "10").andValue(lamp.on(), "0"));
            HeardChanges follower = new HeardChanges(second);
            follower.listenTo(List.of(lamp.brightness()));
            phone.write(AppleDatabase.subscription(List.of(lamp.brightness())));
            phone.write(Put.value(lamp.brightness(), "45").andValue(lamp.on(), "1"));
            for (int value = 48; value <= LAST; value += 3) {
                long next = System.nanoTime() + STEP.toNanos();
                phone.write(Put.value(lamp.brightness(), String.valueOf(value)));
                ConformanceWait.pass(Duration.ofNanos(next - System.nanoTime()));
            }
            follower.expectInTheEnd(lamp.brightness(), String.valueOf(LAST));
            phone.expectSilence("one's own steps of a slider", NO_ECHO);
        }
    }
}
