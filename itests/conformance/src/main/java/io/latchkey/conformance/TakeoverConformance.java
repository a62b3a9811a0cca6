// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What pair-setups on several connections do to each other, on our own classes. */
@Tag("own")
class TakeoverConformance {

    @Test
    @DisplayName("B66 Each connection has a procedure of its own, so that one that stands still keeps nobody out")
    void procedureOfItsOwn() {
        OwnPairSetup setup = new OwnPairSetup();
        RawPairSetup first = setup.begin(OwnPairSetup.CODE);
        setup.send("other", "M1 of another connection", RawPairSetup.M1).accepted(2);
        setup.send("M3 of the first", first.m3()).accepted(4);
    }
}
