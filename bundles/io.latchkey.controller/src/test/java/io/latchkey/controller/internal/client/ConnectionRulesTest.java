// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.controller.AccessoryClient;
import io.latchkey.api.controller.CharacteristicReport;
import io.latchkey.api.controller.CharacteristicWrite;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.controller.TimeLimits;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Pairings;
import io.latchkey.controller.internal.fake.ControllerRig;
import io.latchkey.controller.internal.fake.FakeAccessory;
import io.latchkey.controller.internal.fake.FakeConnection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a controller's connections are: one for each accessory, verified or not at all, poisoned by a time-out. */
class ConnectionRulesTest {
    private static final CharacteristicId ON = CharacteristicId.of(2, 9);
    private static final CharacteristicId LEVEL = CharacteristicId.of(2, 10);

    private final ControllerRig rig = new ControllerRig();

    @BeforeEach
    void giveValues() {
        rig.accessory.value(ON, "false");
        rig.accessory.value(LEVEL, "40");
    }

    @Test
    void anAccessoryHasExactlyOnePinnedConnection() {
        AccessoryClient client = rig.client();
        FakeConnection pinned = rig.network.last();
        for (int i = 0; i < 10; i++) {
            rig.result(client.read(List.of(ON)));
        }
        rig.result(client.subscribe(List.of(ON)));
        rig.result(client.pairings());
        assertEquals(List.of(pinned), rig.network.open());
        assertThrows(
                IllegalStateException.class,
                () -> rig.clients.open(client.accessory(), ControllerRig.ADDRESS, rig.heard));
    }

    @Test
    void pairingHasAConnectionOfItsOwnThatIsUsedOnce() {
        AccessoryClient client = rig.client();
        rig.result(client.read(List.of(ON)));
        FakeConnection pairing = rig.network.connections().get(0);
        assertFalse(pairing.isOpen());
        assertEquals(Set.of("POST /pair-setup"), Set.copyOf(pairing.sent()));
        assertTrue(pairing.sent().size() <= 4, "three messages, and M1 once more where a number has a leading zero");
        assertEquals(2, rig.network.connections().size());
    }

    @Test
    void aConnectionIsNeverReopenedUnverified() {
        AccessoryClient client = rig.client();
        for (int i = 0; i < 3; i++) {
            rig.network.last().closeByPeer();
            rig.threads.advance(Duration.ofSeconds(1));
            rig.result(client.read(List.of(ON)));
            assertEquals(
                    List.of("POST /pair-verify", "POST /pair-verify", "GET /characteristics?id=2.9"),
                    rig.network.last().sent());
            assertTrue(rig.network.last().isSecured());
        }
        assertEquals(5, rig.network.connections().size());
    }

    @Test
    void requestsLeaveInTurnEachAfterTheAnswerBefore() {
        AccessoryClient client = rig.client();
        rig.accessory.silent(true);
        CompletionStage<List<CharacteristicReport>> first = client.read(List.of(ON));
        CompletionStage<List<CharacteristicReport>> second =
                client.write(List.of(CharacteristicWrite.value(ON, Value.TRUE)));
        rig.threads.settle();
        FakeConnection connection = rig.network.last();
        assertEquals("GET /characteristics?id=2.9", connection.sent().get(2));
        assertEquals(3, connection.sent().size(), "the write waits");
        rig.accessory.silent(false);
        connection.answerNow();
        assertEquals(Value.FALSE, rig.result(first).get(0).value().orElseThrow());
        assertTrue(rig.result(second).get(0).isSuccess());
        assertEquals("PUT /characteristics", connection.sent().get(3));
    }

    @Test
    void unpairingDestroysTheConnectionAndTheKeys() {
        AccessoryClient client = rig.client();
        rig.accessory.silent(true);
        CompletionStage<Void> unpairing = client.unpair();
        rig.threads.settle();
        CompletionStage<List<CharacteristicReport>> behind = client.read(List.of(ON));
        rig.accessory.silent(false);
        rig.network.last().answerNow();
        rig.result(unpairing);
        assertEquals(Pairings.NONE, rig.accessory.pairings());
        assertEquals(List.of(), rig.result(rig.clients.paired()));
        assertEquals(List.of(), rig.network.open());
        assertEquals(Reason.LOST, rig.reason(behind));
        assertEquals(Reason.CLOSED, rig.reason(client.read(List.of(ON))));
        rig.threads.advance(Duration.ofMinutes(5));
        assertEquals(2, rig.network.requests().size(), "no attempt follows");
        rig.pair();
        rig.clients.open(client.accessory(), ControllerRig.ADDRESS, rig.heard).close();
    }

    @Test
    void removingOurOwnPairingIsUnpairing() {
        AccessoryClient client = rig.client();
        rig.result(
                client.removePairing(rig.accessory.pairings().pairings().get(0).controller()));
        assertEquals(List.of(), rig.result(rig.clients.paired()));
        assertEquals(List.of(), rig.network.open());
    }

    @Test
    void whatCannotBeUnpairedIsNotForgotten() {
        AccessoryClient client = rig.client();
        rig.network.remove(ControllerRig.ADDRESS);
        assertEquals(Reason.LOST, rig.reason(client.unpair()));
        assertEquals(List.of(client.accessory()), rig.result(rig.clients.paired()));
    }

    @Test
    void eventsReachTheListenerAlsoBetweenARequestAndItsAnswer() {
        AccessoryClient client = rig.client();
        rig.result(client.subscribe(List.of(ON, LEVEL)));
        rig.accessory.change(LEVEL, "41");
        rig.accessory.silent(true);
        CompletionStage<List<CharacteristicReport>> reading = client.read(List.of(ON));
        rig.threads.settle();
        rig.accessory.change(ON, "true");
        rig.accessory.change(LEVEL, "42");
        rig.threads.settle();
        assertEquals(
                List.of("connected", "2.10=Whole[number=41]", "2.9=Bool[on=true]", "2.10=Whole[number=42]"),
                rig.heard.take());
        rig.accessory.silent(false);
        rig.network.last().answerNow();
        assertEquals(Value.TRUE, rig.result(reading).get(0).value().orElseThrow());
    }

    @Test
    void aTimeOutPoisonsTheConnectionAndTheNextIsVerifiedAnew() {
        AccessoryClient client = rig.client();
        rig.heard.take();
        FakeConnection poisoned = rig.network.last();
        rig.accessory.silent(true);
        CompletionStage<List<CharacteristicReport>> slow = client.read(List.of(ON));
        CompletionStage<List<CharacteristicReport>> behind = client.read(List.of(LEVEL));
        rig.threads.advance(Duration.ofSeconds(10));
        assertEquals(Reason.TIMED_OUT, rig.reason(slow));
        assertEquals(Reason.TIMED_OUT, rig.reason(behind));
        assertFalse(poisoned.isOpen());
        assertEquals(List.of("lost TIMED_OUT"), rig.heard.take());
        rig.accessory.silent(false);
        rig.threads.advance(Duration.ofSeconds(1));
        assertEquals(List.of("connected"), rig.heard.take());
        assertEquals("POST /pair-verify", rig.network.last().sent().get(0));
        assertEquals(1, rig.result(client.read(List.of(ON))).size());
    }

    @Test
    void anAccessoryHasFiveSecondsToConnectAndTenToAnswer() {
        rig.client();
        assertEquals(Duration.ofSeconds(5), rig.network.requests().get(1).connectTime());
        assertEquals(Duration.ofSeconds(10), rig.network.requests().get(1).requestTime());
    }

    @Test
    void anAccessoryHasTenSecondsToVerify() {
        DeviceId paired = rig.pair();
        rig.accessory.silent(true);
        TimeLimits limits = new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMinutes(9));
        AccessoryClient client = rig.clients.open(paired, ControllerRig.ADDRESS, rig.heard, limits);
        CompletionStage<Void> connected = client.connected();
        rig.threads.advance(Duration.ofSeconds(10).minusNanos(1));
        assertEquals(1, rig.network.open().size());
        rig.threads.advance(Duration.ofNanos(1));
        assertEquals(Reason.TIMED_OUT, rig.reason(connected));
        assertEquals(List.of(), rig.network.open());
        assertEquals(List.of("lost TIMED_OUT"), rig.heard.take());
    }

    @Test
    void anAccessoryThatDoesNotKnowUsAnyMoreIsTold() {
        DeviceId paired = rig.pair();
        rig.accessory.pairings(Pairings.NONE);
        AccessoryClient client = rig.clients.open(paired, ControllerRig.ADDRESS, rig.heard);
        assertEquals(Reason.NOT_VERIFIED, rig.reason(client.accessories()));
        assertEquals(List.of("lost NOT_VERIFIED"), rig.heard.take());
        assertEquals(List.of(), rig.network.open());
    }

    @Test
    void whoeverPosesAsTheAccessoryIsNotTrusted() {
        AccessoryClient client = rig.client();
        FakeAccessory impostor = new FakeAccessory();
        impostor.pairings(rig.accessory.pairings());
        rig.network.remove(ControllerRig.ADDRESS);
        rig.network.put(ControllerRig.ADDRESS, impostor);
        rig.threads.advance(Duration.ofSeconds(1));
        assertEquals(Reason.UNTRUSTED, rig.reason(client.read(List.of(ON))));
        assertEquals(List.of("POST /pair-verify"), rig.network.last().sent());
    }

    @Test
    void anAccessoryThatTakesTheConnectionForUnverifiedLosesIt() {
        AccessoryClient client = rig.client();
        rig.accessory.script("GET /accessories", 470, "{\"status\":-70411}");
        assertEquals(Reason.NOT_VERIFIED, rig.reason(client.accessories()));
        assertEquals(List.of(), rig.network.open());
        rig.threads.advance(Duration.ofSeconds(1));
        assertEquals(List.of("connected", "lost NOT_VERIFIED", "connected"), rig.heard.take());
    }

    @Test
    void anAccessoryThatIsNotOursIsNotEvenConnectedTo() {
        AccessoryClient client = rig.clients.open(new DeviceId("AA:BB:CC:DD:EE:FF"), ControllerRig.ADDRESS, rig.heard);
        assertEquals(Reason.NOT_PAIRED, rig.reason(client.connected()));
        assertEquals(List.of("lost NOT_PAIRED"), rig.heard.take());
        rig.threads.advance(Duration.ofMinutes(5));
        assertEquals(0, rig.network.requests().size());
    }

    @Test
    void closingFailsWhatWaitsAndLeavesNothing() {
        AccessoryClient client = rig.client();
        rig.heard.take();
        rig.accessory.silent(true);
        CompletionStage<List<CharacteristicReport>> waiting = client.read(List.of(ON));
        rig.threads.settle();
        client.close();
        client.close();
        assertEquals(Reason.CLOSED, rig.reason(waiting));
        assertEquals(Reason.CLOSED, rig.reason(client.unsubscribe(List.of(ON))));
        assertEquals(List.of(), rig.network.open());
        assertEquals(0, rig.threads.pending());
        assertEquals(List.of(), rig.heard.take());
    }

    @Test
    void closingWhileConnectingClosesTheConnectionThatComes() {
        AccessoryClient client = rig.clients.open(rig.pair(), ControllerRig.ADDRESS, rig.heard);
        CompletionStage<Void> connected = client.connected();
        client.close();
        assertEquals(Reason.CLOSED, rig.reason(connected));
        assertEquals(List.of(), rig.network.open());
        assertEquals(0, rig.threads.pending());
        assertEquals(List.of(), rig.heard.take());
    }

    @Test
    void stoppingClosesAllClients() {
        AccessoryClient client = rig.client();
        rig.clients.stop();
        assertEquals(Reason.CLOSED, rig.reason(client.read(List.of(ON))));
        assertEquals(List.of(), rig.network.open());
        assertThrows(
                IllegalStateException.class,
                () -> rig.clients.open(client.accessory(), ControllerRig.ADDRESS, rig.heard));
        assertEquals(0, rig.threads.pending());
    }

    @Test
    void anEventThatIsNoneEndsTheConnection() {
        rig.client();
        rig.network.last().event("{\"characteristics\":[{\"aid\":2}]}");
        rig.threads.settle();
        assertEquals(List.of("connected", "lost PROTOCOL"), rig.heard.take());
        rig.threads.advance(Duration.ofSeconds(1));
        rig.network.last().event(" ".repeat(256 * 1024 + 1));
        rig.threads.settle();
        assertEquals(List.of("connected", "lost PROTOCOL"), rig.heard.take());
    }

    @Test
    void whoHearsNothingForTooLongLosesTheConnection() {
        rig.client();
        rig.threads.full(true);
        for (int i = 0; i < 300; i++) {
            rig.network.last().event("{\"characteristics\":[{\"aid\":2,\"iid\":9,\"value\":1}]}");
        }
        rig.threads.settle();
        assertFalse(rig.network.last().isOpen());
        rig.threads.full(false);
        rig.threads.advance(Duration.ofMillis(100));
        List<String> notices = rig.heard.take();
        assertEquals("lost OVERLOADED", notices.get(notices.size() - 1));
        assertEquals(258, notices.size(), "256 events between connected and lost");
    }
}
