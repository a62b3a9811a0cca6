// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.controller.PairingAttempt;
import io.latchkey.api.controller.PairingMode;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.controller.internal.fake.ControllerRig;
import io.latchkey.controller.internal.fake.FakeAccessory;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Pairing with an accessory that has no time yet, or that ends the connection while somebody looks for the code. */
class PairingPatienceTest extends PairingFixture {
    private static final String PAIR_SETUP = "POST /pair-setup";

    @ParameterizedTest
    @CsvSource({"200, 060102070107", "200, 060102070103", "429, ''", "429, 060102070107"})
    void whoIsBusyIsAskedAgain(int status, String body) {
        busy(status, body);
        CompletionStage<DeviceId> pairing = rig.clients.pair(ControllerRig.ADDRESS, FakeAccessory.CODE);
        rig.threads.advance(Duration.ofSeconds(1));
        assertEquals(2, rig.network.connections().size(), "a second after the first");
        assertFalse(rig.network.connections().get(0).isOpen(), "each try has a connection of its own");
        rig.accessory.unscript(PAIR_SETUP);
        rig.threads.advance(Duration.ofSeconds(2));
        assertEquals(rig.accessory.identity().deviceId(), rig.result(pairing));
        assertEquals(3, rig.network.connections().size());
    }

    @ParameterizedTest
    @EnumSource(PairingMode.class)
    void triesComeLessOftenAndEndWithinAMinute(PairingMode mode) {
        busy(200, "060102070107");
        CompletionStage<DeviceId> pairing = rig.clients.pair(ControllerRig.ADDRESS, FakeAccessory.CODE, mode);
        int tries = 1;
        for (int seconds : new int[] {1, 2, 4, 8, 10, 10, 10, 10}) {
            rig.threads.advance(Duration.ofSeconds(seconds).minusNanos(1));
            assertEquals(tries, rig.network.connections().size(), "before " + seconds + " s");
            rig.threads.advance(Duration.ofNanos(1));
            assertEquals(++tries, rig.network.connections().size(), "after " + seconds + " s");
        }
        assertEquals(Reason.BUSY, rig.reason(pairing));
    }

    @Test
    void whatIsNoMatterOfTimeIsNotTriedAgain() {
        assertEquals(Reason.WRONG_CODE, rig.reason(rig.clients.pair(ControllerRig.ADDRESS, WRONG)));
        busy(200, "060102070106");
        assertEquals(Reason.UNAVAILABLE, rig.reason(rig.clients.pair(ControllerRig.ADDRESS, FakeAccessory.CODE)));
        busy(503, "");
        assertEquals(Reason.REFUSED, rig.reason(rig.clients.pair(ControllerRig.ADDRESS, FakeAccessory.CODE)));
        rig.threads.advance(Duration.ofMinutes(2));
        assertEquals(3, rig.network.connections().size());
    }

    @Test
    void aBusyAccessoryIsAskedAgainBeforeTheCodeIsKnownToo() {
        busy(200, "060102070107");
        CompletionStage<PairingAttempt> starting = rig.clients.startPairing(ControllerRig.ADDRESS);
        rig.threads.settle();
        rig.accessory.unscript(PAIR_SETUP);
        rig.threads.advance(Duration.ofSeconds(1));
        PairingAttempt attempt = rig.result(starting);
        rig.threads.advance(Duration.ofMinutes(5).minusNanos(1));
        assertEquals(rig.accessory.identity().deviceId(), rig.result(attempt.finish(FakeAccessory.CODE)));
    }

    @Test
    void whoHasEndedTheConnectionWhileTheCodeWasLookedForIsAskedAnew() {
        PairingAttempt attempt = rig.result(rig.clients.startPairing(ControllerRig.ADDRESS));
        rig.threads.advance(Duration.ofSeconds(75));
        rig.network.last().closeByPeer();
        rig.threads.settle();
        assertEquals(rig.accessory.identity().deviceId(), rig.result(attempt.finish(FakeAccessory.CODE)));
        assertEquals(2, rig.network.connections().size());
    }

    @Test
    void whoHasBegunWithAnotherWhileTheCodeWasLookedForIsAskedAnew() {
        PairingAttempt attempt = rig.result(rig.clients.startPairing(ControllerRig.ADDRESS));
        busy(200, "060104070107");
        CompletionStage<DeviceId> pairing = attempt.finish(FakeAccessory.CODE);
        rig.threads.settle();
        rig.accessory.unscript(PAIR_SETUP);
        rig.threads.advance(Duration.ofSeconds(1));
        assertEquals(rig.accessory.identity().deviceId(), rig.result(pairing));
    }

    @Test
    void aWrongCodeThatCameLateIsNotTriedAgain() {
        PairingAttempt attempt = rig.result(rig.clients.startPairing(ControllerRig.ADDRESS));
        rig.network.last().closeByPeer();
        rig.threads.settle();
        assertEquals(Reason.WRONG_CODE, rig.reason(attempt.finish(WRONG)));
        assertEquals(2, rig.network.connections().size());
    }

    @Test
    void stoppingEndsTheWaiting() {
        busy(200, "060102070107");
        CompletionStage<DeviceId> pairing = rig.clients.pair(ControllerRig.ADDRESS, FakeAccessory.CODE);
        rig.threads.settle();
        rig.clients.stop();
        assertEquals(Reason.CLOSED, rig.reason(pairing));
        rig.threads.advance(Duration.ofMinutes(2));
        assertEquals(1, rig.network.connections().size());
    }

    /** As HAP-NodeJS 2.2.3 does, where the first byte of its key happens to be zero. */
    @Test
    void whoDoesntBeginTwiceOnAConnectionIsAskedOnAnother() {
        rig.accessory.silent(true);
        CompletionStage<DeviceId> pairing = rig.clients.pair(ControllerRig.ADDRESS, FakeAccessory.CODE);
        rig.threads.settle();
        busy(200, "060102" + "0302002a" + "0210" + "5a".repeat(16));
        rig.network.last().answerNow();
        rig.threads.settle();
        assertEquals(List.of(PAIR_SETUP, PAIR_SETUP), rig.network.last().sent());
        busy(400, "060102070101");
        rig.network.last().answerNow();
        rig.threads.settle();
        rig.accessory.silent(false);
        rig.accessory.unscript(PAIR_SETUP);
        rig.threads.advance(Duration.ofSeconds(1));
        assertEquals(rig.accessory.identity().deviceId(), rig.result(pairing));
        assertEquals(2, rig.network.connections().size());
    }

    private void busy(int status, String body) {
        rig.accessory.script(PAIR_SETUP, status, HexFormat.of().parseHex(body));
    }
}
