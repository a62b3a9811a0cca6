// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.controller.AccessoryClient;
import io.latchkey.api.controller.CharacteristicReport;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Value;
import io.latchkey.controller.internal.fake.ControllerRig;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows when a connection has ended: another, with the subscriptions of the one before, and not too often. */
class ReconnectionTest {
    private static final CharacteristicId ON = CharacteristicId.of(2, 9);
    private static final CharacteristicId LEVEL = CharacteristicId.of(2, 10);
    private static final CharacteristicId NOTHING = CharacteristicId.of(9, 9);

    private final ControllerRig rig = new ControllerRig();

    @BeforeEach
    void giveValues() {
        rig.accessory.value(ON, "false");
        rig.accessory.value(LEVEL, "40");
    }

    @Test
    void subscriptionsAreMadeAnewOnTheNextConnection() {
        AccessoryClient client = rig.client();
        rig.result(client.subscribe(List.of(ON)));
        List<CharacteristicReport> reports = rig.result(client.subscribe(List.of(LEVEL, NOTHING)));
        assertFalse(reports.get(1).isSuccess());
        rig.result(client.unsubscribe(List.of(LEVEL)));
        rig.network.last().closeByPeer();
        rig.threads.advance(Duration.ofSeconds(1));
        assertEquals(
                "{\"characteristics\":[{\"aid\":2,\"iid\":9,\"ev\":true}]}",
                rig.network.last().lastBody());
        rig.accessory.change(LEVEL, "7");
        rig.accessory.change(ON, "true");
        rig.threads.settle();
        assertEquals(List.of("connected", "lost LOST", "connected", "2.9=Bool[on=true]"), rig.heard.take());
    }

    @Test
    void anEventThatComesBeforeTheConnectionIsToldComesAfterwards() {
        AccessoryClient client = rig.client();
        rig.result(client.subscribe(List.of(ON)));
        rig.network.last().closeByPeer();
        rig.threads.settle();
        rig.heard.take();
        rig.accessory.silent(true);
        rig.threads.advance(Duration.ofSeconds(1));
        rig.network.last().answerNow();
        rig.threads.settle();
        rig.network.last().answerNow();
        rig.threads.settle();
        rig.network.last().event("{\"characteristics\":[{\"aid\":2,\"iid\":9,\"value\":1}]}");
        rig.threads.settle();
        assertEquals(List.of(), rig.heard.take());
        rig.network.last().answerNow();
        rig.threads.settle();
        assertEquals(List.of("connected", "2.9=Whole[number=1]"), rig.heard.take());
    }

    @Test
    void anAccessoryThatRefusesAllSubscriptionsIsConnectedAllTheSame() {
        AccessoryClient client = rig.client();
        rig.result(client.subscribe(List.of(ON)));
        rig.accessory.script("PUT /characteristics", 400, "{\"status\":-70410}");
        rig.network.last().closeByPeer();
        rig.threads.advance(Duration.ofSeconds(1));
        assertEquals(List.of("connected", "lost LOST", "connected"), rig.heard.take());
    }

    @Test
    void attemptsComeLessAndLessOftenButAtLeastOnceAMinute() {
        rig.client();
        rig.network.remove(ControllerRig.ADDRESS);
        rig.threads.settle();
        int attempts = rig.network.requests().size();
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            rig.threads.advance(Duration.ofSeconds(seconds).minusNanos(1));
            assertEquals(attempts, rig.network.requests().size(), "before " + seconds + " s");
            rig.threads.advance(Duration.ofNanos(1));
            assertEquals(++attempts, rig.network.requests().size(), "after " + seconds + " s");
        }
        rig.network.put(ControllerRig.ADDRESS, rig.accessory);
        rig.threads.advance(Duration.ofSeconds(60));
        rig.network.last().closeByPeer();
        rig.threads.advance(Duration.ofSeconds(1));
        assertEquals(attempts + 2, rig.network.requests().size(), "a success begins anew");
    }

    @Test
    void betweenTwoAttemptsEverythingFailsWithTheCauseOfTheLast() {
        AccessoryClient client = rig.client();
        rig.network.remove(ControllerRig.ADDRESS);
        assertEquals(Reason.LOST, rig.reason(client.accessories()));
        rig.threads.advance(Duration.ofSeconds(1));
        assertEquals(Reason.UNREACHABLE, rig.reason(client.accessories()));
        assertEquals(Reason.UNREACHABLE, rig.reason(client.connected()));
        assertTrue(rig.result(client.unsubscribe(List.of(ON))).get(0).isSuccess(), "nothing has to be said");
    }

    @Test
    void whatIsAskedWhileConnectingWaitsForTheConnection() {
        AccessoryClient client = rig.clients.open(rig.pair(), ControllerRig.ADDRESS, rig.heard);
        CompletionStage<List<CharacteristicReport>> reading = client.read(List.of(LEVEL));
        assertEquals(Value.of(40), rig.result(reading).get(0).value().orElseThrow());
    }

    @Test
    void anAccessoryThatHasMovedIsTriedAtOnce() {
        AccessoryClient client = rig.client();
        rig.network.remove(ControllerRig.ADDRESS);
        rig.threads.settle();
        InetSocketAddress there = new InetSocketAddress("127.0.0.3", 1234);
        rig.network.put(there, rig.accessory);
        client.moved(there);
        rig.threads.settle();
        assertEquals(there, client.address());
        assertEquals(there, rig.network.last().remote());
        assertEquals(1, rig.result(client.read(List.of(ON))).size());
        client.moved(ControllerRig.ADDRESS);
        rig.threads.advance(Duration.ofMinutes(2));
        assertEquals(there, rig.network.last().remote(), "an open connection stays");
        assertEquals(1, rig.network.open().size());
    }

    @Test
    void aConnectionThatWasToldAsLostIsNotHeardAnyMore() {
        AccessoryClient client = rig.client();
        rig.result(client.subscribe(List.of(ON)));
        rig.network.last().closeByPeer();
        rig.threads.settle();
        rig.network.last().event("{\"characteristics\":[{\"aid\":2,\"iid\":9,\"value\":1}]}");
        rig.threads.settle();
        assertEquals(List.of("connected", "lost LOST"), rig.heard.take());
    }
}
