// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import io.latchkey.conformance.ConformanceWait;
import io.latchkey.conformance.Expect;
import io.latchkey.conformance.Put;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Sequence H: a phone leaves the Wi-Fi without a word; the others aren't slowed, and it comes back beside its old self. */
public final class DeadPhoneSequence {
    private static final Duration AWAY = Duration.ofMinutes(10);
    private static final int CHANGES = 1000;
    private static final int SMALL_BUFFER = 2048;
    /** What a bridge should do where nothing else keeps the computer busy. */
    private static final Duration QUICK = Duration.ofSeconds(1);
    /** What Apple's controllers wait for. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final AppleHome home;

    /** The sequence in a home. */
    public DeadPhoneSequence(AppleHome home) {
        this.home = home;
    }

    /** All of it; needs a lamp. */
    public void run() throws IOException {
        home.paired();
        try (AppleConnection dead = home.verified(home.second, SMALL_BUFFER);
                AppleConnection owner = home.verified(home.owner);
                AppleConnection tablet = home.verified(home.tablet)) {
            AppleDatabase database = dead.subscribeToAll();
            String brightness = database.lamps(1).get(0).brightness();
            HeardChanges follower = new HeardChanges(tablet);
            follower.listenTo(List.of(brightness));
            Duration pause = home.pauses().of(AWAY).dividedBy(CHANGES);
            for (int change = 1; change <= CHANGES; change++) {
                long next = System.nanoTime() + pause.toNanos();
                owner.write(Put.value(brightness, String.valueOf(10 + change % 80)));
                ConformanceWait.pass(Duration.ofNanos(next - System.nanoTime()));
            }
            follower.expectInTheEnd(brightness, String.valueOf(10 + CHANGES % 80));
            Duration limit = home.pauses().isFull() ? QUICK : LONGEST;
            boolean quick = owner.longest().compareTo(limit) <= 0;
            Expect.that(quick, "writes beside a dead phone", "answers within " + limit, owner.longest());
            try (AppleConnection back = home.verified(home.second)) {
                back.read(back.subscribeToAll().values());
            }
        }
    }
}
