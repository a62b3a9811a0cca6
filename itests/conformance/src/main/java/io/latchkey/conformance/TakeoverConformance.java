// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.pairing.PairingError;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens to a pair-setup that its connection doesn't go on with, on our own classes, whose clock needs no waiting. */
@Tag("own")
class TakeoverConformance {

    @Test
    @DisplayName("B66 A procedure that is 30 seconds old may be taken over, and no sooner")
    void takesOver() {
        OwnPairSetup setup = new OwnPairSetup();
        setup.send("owner", "M1", RawPairSetup.M1).accepted(2);
        setup.after(Duration.ofMillis(29_999));
        setup.send("other", "M1 of another connection before 30 s", RawPairSetup.M1)
                .busy();
        setup.after(Duration.ofMillis(1));
        setup.send("other", "M1 of another connection after 30 s", RawPairSetup.M1)
                .accepted(2);
        setup.send("owner", "M3 of the connection that has lost it", RawPairSetup.m3(new byte[384], new byte[64]))
                .refused(4, PairingError.BUSY);
    }
}
