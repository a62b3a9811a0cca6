// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import io.latchkey.conformance.Expect;
import io.latchkey.pairing.PairingError;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** Sequence I: guest, hub and tablet are removed, and at last the owner; then the bridge can be paired again. */
public final class UnpairingSequence {
    private static final Duration END = Duration.ofSeconds(3);

    private final AppleHome home;

    /** The sequence in a home. */
    public UnpairingSequence(AppleHome home) {
        this.home = home;
    }

    /** All of it. */
    public void run() throws IOException {
        home.paired();
        try (AppleConnection owner = home.verified(home.owner);
                AppleConnection second = home.verified(home.second)) {
            AppleHome.removeAllBut(Set.of(home.owner, home.guest, home.hub, home.tablet), owner);
            for (AppleDevice device : new AppleDevice[] {home.guest, home.hub, home.tablet}) {
                removed(owner, device);
            }
            home.expectUnpaired(false);
            AppleHome.remove(owner, home.owner.keys().id());
            long answered = System.nanoTime();
            owner.expectEnd("T9 for itself", END);
            second.expectEnd("T9 for its identity", END);
            home.expectUnpaired(true);
            Duration taken = Duration.ofNanos(System.nanoTime() - answered);
            Expect.that(taken.compareTo(END) <= 0, "the last T9", "all told within " + END, taken);
        }
        home.forget();
        try (AppleConnection phone = home.open(home.owner)) {
            home.pair(phone, Duration.ZERO);
        }
    }

    /** The session of a device ends with its pairing, and it can't come back. */
    private void removed(AppleConnection owner, AppleDevice device) throws IOException {
        try (AppleConnection session = home.verified(device);
                AppleConnection again = home.open(device)) {
            AppleHome.remove(owner, device.keys().id());
            session.expectEnd("the removal of its pairing", END);
            again.tryToVerify(device.keys(), home.known()).refused(4, PairingError.AUTHENTICATION);
        }
    }
}
