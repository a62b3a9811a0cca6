// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.controller.ControllerException;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.controller.PairingAttempt;
import io.latchkey.api.controller.PairingMode;
import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Pairings;
import io.latchkey.controller.internal.fake.ControllerRig;
import io.latchkey.controller.internal.fake.FakeAccessory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** First contacts, with real arithmetic on both sides. */
class PairingInitiatorTest extends PairingFixture {
    @ParameterizedTest
    @EnumSource(PairingMode.class)
    void pairsInBothModes(PairingMode mode) {
        DeviceId paired = rig.result(rig.clients.pair(ControllerRig.ADDRESS, FakeAccessory.CODE, mode));
        assertEquals(rig.accessory.identity().deviceId(), paired);
        assertEquals(List.of(paired), rig.result(rig.clients.paired()));
        assertEquals(1, rig.accessory.pairings().pairings().size());
        assertEquals(
                mode == PairingMode.SPLIT ? 2 : 1, rig.network.connections().size());
    }

    @Test
    void ourOwnKeysAreOnTheDiskBeforeTheAccessoryHearsOfUs() {
        CompletionStage<DeviceId> pairing = rig.clients.pair(ControllerRig.ADDRESS, FakeAccessory.CODE);
        assertEquals(0, rig.network.requests().size());
        rig.result(pairing);
        ControllerKeys fresh = (ControllerKeys) rig.store.saves().get(0);
        ControllerKeys paired = (ControllerKeys) rig.store.saves().get(1);
        assertEquals(List.of(), fresh.peers());
        assertEquals(fresh.id(), paired.id());
        AccessoryIdentity theirs = rig.accessory.identity();
        assertEquals(List.of(new ControllerKeys.Peer(theirs.deviceId(), theirs.publicKey())), paired.peers());
        Pairing ours = rig.accessory.pairings().pairings().get(0);
        assertEquals(fresh.id(), ours.controller());
        assertTrue(ours.isAdmin());
    }

    @Test
    void theNextAccessoryKnowsUsByTheSameKeys() {
        rig.pair();
        FakeAccessory second = new FakeAccessory();
        InetSocketAddress there = new InetSocketAddress("127.0.0.2", 51826);
        rig.network.put(there, second);
        rig.result(rig.clients.pair(there, FakeAccessory.CODE));
        assertEquals(rig.accessory.pairings(), second.pairings());
        assertEquals(2, rig.result(rig.clients.paired()).size());
    }

    @Test
    void aPairingThatCannotBeKeptIsTakenBack() {
        rig.store.room(1);
        ControllerException failure = rig.failure(rig.clients.pair(ControllerRig.ADDRESS, FakeAccessory.CODE));
        assertEquals(Reason.STORAGE, failure.reason());
        assertTrue(failure.getMessage().contains("the disk is full: make room"), failure.getMessage());
        assertEquals(Pairings.NONE, rig.accessory.pairings());
        assertEquals(List.of(), rig.result(rig.clients.paired()));
    }

    @Test
    void withoutAPlaceForOurKeysNobodyIsConnectedTo() {
        rig.store.room(0);
        assertEquals(Reason.STORAGE, rig.reason(rig.clients.pair(ControllerRig.ADDRESS, FakeAccessory.CODE)));
        assertEquals(0, rig.network.requests().size());
    }

    @Test
    void theCodeMayComeLater() {
        PairingAttempt attempt = rig.result(rig.clients.startPairing(ControllerRig.ADDRESS));
        assertEquals(List.of("POST /pair-setup"), rig.network.last().sent());
        assertEquals(rig.accessory.identity().deviceId(), rig.result(attempt.finish(FakeAccessory.CODE)));
        assertThrows(IllegalStateException.class, () -> attempt.finish(FakeAccessory.CODE));
        attempt.close();
        assertEquals(1, rig.result(rig.clients.paired()).size());
    }

    @Test
    void aWrongCodeThatComesLaterIsToldAsSuch() {
        PairingAttempt attempt = rig.result(rig.clients.startPairing(ControllerRig.ADDRESS));
        assertEquals(Reason.WRONG_CODE, rig.reason(attempt.finish(WRONG)));
    }

    @Test
    void anAttemptWithoutACodeEndsAfterFiveMinutes() {
        PairingAttempt attempt = rig.result(rig.clients.startPairing(ControllerRig.ADDRESS));
        rig.threads.advance(Duration.ofMinutes(5).minusNanos(1));
        assertEquals(1, rig.network.open().size());
        rig.threads.advance(Duration.ofNanos(1));
        assertEquals(0, rig.network.open().size());
        assertEquals(Reason.LOST, rig.reason(attempt.finish(FakeAccessory.CODE)));
    }

    @Test
    void anAttemptThatIsGivenUpLeavesNothing() {
        rig.result(rig.clients.startPairing(ControllerRig.ADDRESS)).close();
        assertEquals(0, rig.network.open().size());
    }

    @Test
    void onlyAnUnpairedAccessoryShowsItself() {
        rig.result(rig.clients.identify(ControllerRig.ADDRESS));
        assertEquals(List.of("POST /identify"), rig.network.last().sent());
        rig.pair();
        assertEquals(Reason.UNAVAILABLE, rig.reason(rig.clients.identify(ControllerRig.ADDRESS)));
        rig.accessory.script("POST /identify", 404, "");
        assertEquals(Reason.REFUSED, rig.reason(rig.clients.identify(ControllerRig.ADDRESS)));
    }

    @Test
    void forgettingTellsTheAccessoryNothing() {
        DeviceId paired = rig.pair();
        int connections = rig.network.requests().size();
        rig.result(rig.clients.forget(paired));
        assertEquals(List.of(), rig.result(rig.clients.paired()));
        assertEquals(connections, rig.network.requests().size());
        assertEquals(1, rig.accessory.pairings().pairings().size());
    }

    @Test
    void anAccessoryThatWasResetIsPairedInPlaceOfItself() {
        DeviceId paired = rig.pair();
        rig.accessory.pairings(Pairings.NONE);
        assertEquals(paired, rig.pair());
        assertEquals(List.of(paired), rig.result(rig.clients.paired()));
    }

    @Test
    void stoppingEndsWhatIsUnderWay() {
        PairingAttempt attempt = rig.result(rig.clients.startPairing(ControllerRig.ADDRESS));
        rig.accessory.silent(true);
        CompletionStage<Void> identify = rig.clients.identify(ControllerRig.ADDRESS);
        rig.threads.settle();
        rig.clients.stop();
        assertEquals(Reason.CLOSED, rig.reason(identify));
        assertEquals(0, rig.network.open().size());
        assertEquals(Reason.CLOSED, rig.reason(rig.clients.pair(ControllerRig.ADDRESS, FakeAccessory.CODE)));
        attempt.close();
        assertFalse(rig.threads.isWorking());
    }
}
