// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.controller.ControllerException;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.controller.internal.fake.ControllerRig;
import io.latchkey.controller.internal.fake.FakeAccessory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** First contacts that fail, each with the reason that a person is told. */
class PairingRefusalsTest extends PairingFixture {
    @Test
    void aWrongCodeIsToldWithoutTellingIt() {
        ControllerException failure = rig.failure(rig.clients.pair(ControllerRig.ADDRESS, WRONG));
        assertEquals(Reason.WRONG_CODE, failure.reason());
        assertEquals("127.0.0.1:51826: " + Reason.WRONG_CODE.advice(), failure.getMessage());
        assertEquals(List.of(), rig.result(rig.clients.paired()));
    }

    @Test
    void anAccessoryThatIsPairedIsUnavailable() {
        rig.pair();
        ControllerRig other = new ControllerRig();
        other.network.put(ControllerRig.ADDRESS, rig.accessory);
        assertEquals(Reason.UNAVAILABLE, other.reason(other.clients.pair(ControllerRig.ADDRESS, FakeAccessory.CODE)));
    }

    @Test
    void afterAHundredWrongCodesNoneIsTaken() {
        rig.accessory.failedAttempts(100);
        assertEquals(Reason.TOO_MANY_TRIES, rig.reason(rig.clients.pair(ControllerRig.ADDRESS, FakeAccessory.CODE)));
    }

    @ParameterizedTest
    @CsvSource({
        "060102 070101, REFUSED",
        "060102 070103, BUSY",
        "060102 070104, NO_ROOM",
        "060102 0701ff, REFUSED",
        "060104, PROTOCOL",
        "0601, PROTOCOL",
        "'', PROTOCOL"
    })
    void eachErrorOfTheAccessoryHasItsReason(String answer, Reason reason) {
        byte[] body = HexFormat.of().parseHex(answer.replace(" ", ""));
        rig.accessory.script("POST /pair-setup", 200, body);
        CompletionStage<DeviceId> pairing = rig.clients.pair(ControllerRig.ADDRESS, FakeAccessory.CODE);
        rig.threads.advance(Duration.ofMinutes(1));
        assertEquals(reason, rig.reason(pairing));
    }

    @Test
    void anAnswerThatIsNoneIsRefusedWithItsStatus() {
        rig.accessory.script("POST /pair-setup", 500, "");
        ControllerException failure = rig.failure(rig.clients.pair(ControllerRig.ADDRESS, FakeAccessory.CODE));
        assertEquals(Reason.REFUSED, failure.reason());
        assertTrue(failure.getMessage().endsWith("(POST /pair-setup: 500)"), failure.getMessage());
    }

    @Test
    void nobodyThereIsUnreachable() {
        rig.network.remove(ControllerRig.ADDRESS);
        assertEquals(Reason.UNREACHABLE, rig.reason(rig.clients.pair(ControllerRig.ADDRESS, FakeAccessory.CODE)));
        assertEquals(Duration.ofSeconds(5), rig.network.requests().get(0).connectTime());
    }

    @Test
    void anAccessoryThatSaysNothingTimesOut() {
        rig.accessory.silent(true);
        CompletionStage<DeviceId> pairing = rig.clients.pair(ControllerRig.ADDRESS, FakeAccessory.CODE);
        rig.threads.advance(Duration.ofSeconds(30));
        assertEquals(Reason.TIMED_OUT, rig.reason(pairing));
    }

    @Test
    void whenThereIsTooMuchToDoItIsSaid() {
        rig.threads.full(true);
        CompletionStage<DeviceId> pairing = rig.clients.pair(ControllerRig.ADDRESS, FakeAccessory.CODE);
        rig.threads.full(false);
        assertEquals(Reason.OVERLOADED, rig.reason(pairing));
    }

    @Test
    void anAddressThatIsNoneIsRefusedAtOnce() {
        InetSocketAddress nowhere = InetSocketAddress.createUnresolved("lamp.local", 80);
        assertThrows(IllegalArgumentException.class, () -> rig.clients.pair(nowhere, FakeAccessory.CODE));
        assertThrows(IllegalArgumentException.class, () -> rig.clients.identify(new InetSocketAddress("127.0.0.1", 0)));
    }
}
