// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import io.latchkey.conformance.OverTheWire;
import io.latchkey.conformance.Server;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a home with Apple's controllers does in its life, each as one behaviour; the suite's own pairing is gone before. */
@OverTheWire
class AppleConformance {
    private static final Duration HUB = Duration.ofMinutes(20);

    private static AppleHome home;

    @BeforeAll
    static void nobodyIsPaired(Server server) throws IOException {
        server.unpaired();
        home = new AppleHome(server.target(), Pauses.configured(), false);
    }

    @AfterAll
    static void nobodyIsLeft() throws IOException {
        home.unpaired();
    }

    @Test
    @DisplayName("B138 A phone pairs as Apple's do, brings in the hub, and both begin to use the bridge")
    void firstPairing() throws IOException {
        new FirstPairingSequence(home).run();
    }

    @Test
    @DisplayName("B138 A mistyped code is typed again, on the same connection and on another")
    void mistyped() throws IOException {
        new FirstPairingSequence(home).mistyped();
    }

    @Test
    @DisplayName("B138 A phone that refuses the database removes itself at once, and may pair again")
    void refused() throws IOException {
        new FirstPairingSequence(home).refused();
    }

    @Test
    @DisplayName("B139 A hub polls and lists, others share an identity, unknown keys hear error 2: nothing is closed")
    void hub() throws IOException {
        new HubDaySequence(home, HUB).run();
    }

    @Test
    @DisplayName("B140 After a restart twelve connections come back at once and are answered within 2 s")
    void restart() throws IOException {
        new RestartSequence(home).run();
    }

    @Test
    @DisplayName("B141 A scene of 30 lamps comes in two frames while another phone writes, and is told once")
    void scene() throws IOException {
        new SceneSequence(home).run();
    }

    @Test
    @DisplayName("B141 A scene with one lamp that fails is answered with a status for each of its 60 values")
    void sceneWithFailure() throws IOException {
        new SceneSequence(home).runWithFailure();
    }

    @Test
    @DisplayName("B142 A slider is drawn: others end at its last value, who draws hears nothing of it")
    void slider() throws IOException {
        new SliderSequence(home).run();
    }

    @Test
    @DisplayName("B143 A button pressed twice is told twice and at once, whatever else is slow")
    void doorbell() throws IOException {
        new DoorbellSequence(home).run();
    }

    @Test
    @DisplayName("B144 What needs no timed write may be written as one, by numbers of 64 bits")
    void timedWrites() throws IOException {
        new TimedWriteSequence(home).run();
    }

    @Test
    @DisplayName("B145 A phone that stops to read slows nobody, and comes back beside its old connection")
    void deadPhone() throws IOException {
        new DeadPhoneSequence(home).run();
    }

    @Test
    @DisplayName("B146 Who is unpaired is out at once; with the owner all are, and the code works again")
    void unpairing() throws IOException {
        new UnpairingSequence(home).run();
    }

    @Test
    @DisplayName("B147 Any Host is taken, escaped or not, with M1 and with a read of the database")
    void hosts() throws IOException {
        new RequestSequence(home).hosts();
    }

    @Test
    @DisplayName("B147 An id may stand twice in a subscription")
    void doubled() throws IOException {
        new RequestSequence(home).doubled();
    }

    @Test
    @DisplayName("B147 A subscription to what has no events fails for itself alone")
    void withoutEvents() throws IOException {
        new RequestSequence(home).withoutEvents();
    }

    @Test
    @DisplayName("B147 A write with r is answered by 207 with the value, a slash in it may be escaped")
    void writeResponse() throws IOException {
        new RequestSequence(home).writeResponse();
    }

    @Test
    @DisplayName("B147 A snapshot of what is no camera is refused, and the session goes on")
    void snapshot() throws IOException {
        new RequestSequence(home).snapshot();
    }
}
