// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Severity;
import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Setup;
import io.latchkey.pairing.ControllerPairVerify;
import io.latchkey.pairing.Conversation;
import io.latchkey.pairing.Credentials;
import io.latchkey.server.internal.bridge.BridgeRig;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.MemoryTransport;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each fault of trust is brought about at a whole bridge, and is the one that is named. */
class TrustExaminationTest {
    private final SecureRandom random = new SecureRandom();
    private final FakeStore store = new FakeStore();

    @Test
    void bridgeThatWaitsToBePairedIsRight() {
        try (BridgeRig rig = BridgeRig.unpaired()) {
            assertEquals("trust-whole", only(rig).code());
            assertEquals(Severity.RIGHT, only(rig).severity());
        }
    }

    @Test
    void hundredWrongCodesLockTheBridge() {
        try (BridgeRig first = BridgeRig.of(store, Map.of()).ready()) {
            assertEquals("trust-whole", only(first).code());
        }
        Setup setup = store.load("home", Domain.SETUP).orElseThrow();
        store.save("home", Domain.SETUP, new Setup(setup.setupId(), setup.generatedCode(), setup.verifier(), 100));
        try (BridgeRig again = BridgeRig.of(store, Map.of()).ready()) {
            assertEquals("setup-locked", only(again).code());
            assertEquals(Severity.UNREACHABLE, only(again).severity());
        }
    }

    @Test
    void pairingsWithoutAnAdministratorAreNamed() {
        store.save("home", Domain.IDENTITY, Credentials.newIdentity(random));
        savePairing(Permissions.REGULAR);
        try (BridgeRig rig = BridgeRig.of(store, Map.of()).ready()) {
            assertEquals("administrator-gone", only(rig).code());
        }
    }

    @Test
    void pairingsWithoutAnIdentityAreNamed() {
        savePairing(Permissions.ADMIN);
        try (BridgeRig rig = BridgeRig.of(store, Map.of()).ready()) {
            assertEquals("identity-lost", only(rig).code());
        }
    }

    @Test
    void controllerThatGoesOnTryingIsNamedWithItsId() {
        AccessoryIdentity identity = Credentials.newIdentity(random);
        store.save("home", Domain.IDENTITY, identity);
        savePairing(Permissions.ADMIN);
        ControllerKeys stranger = Credentials.newControllerKeys(random);
        ControllerKeys.Peer peer = new ControllerKeys.Peer(identity.deviceId(), identity.publicKey());
        try (BridgeRig rig = BridgeRig.of(store, Map.of()).ready()) {
            refused(rig, stranger, peer);
            assertEquals("trust-whole", only(rig).code());
            refused(rig, stranger, peer);
            Diagnosis named = only(rig);
            assertEquals("controller-unknown", named.code());
            assertTrue(named.seen().contains(stranger.id().text()), named::seen);
            assertTrue(named.seen().contains("2 times since 19"), named::seen);
            rig.pass(Duration.ofHours(2));
            assertEquals("trust-whole", only(rig).code());
        }
    }

    @Test
    void pairedControllerThatComesWithAnotherKeyIsNamedUntilItIsVerified() {
        AccessoryIdentity identity = Credentials.newIdentity(random);
        ControllerKeys now = Credentials.newControllerKeys(random);
        ControllerKeys before = new ControllerKeys(
                now.id(), Credentials.newControllerKeys(random).seed(), List.of());
        store.save("home", Domain.IDENTITY, identity);
        byte[] key = Credentials.publicKey(before);
        store.save("home", Domain.PAIRINGS, new Pairings(List.of(new Pairing(before.id(), key, Permissions.ADMIN))));
        ControllerKeys.Peer peer = new ControllerKeys.Peer(identity.deviceId(), identity.publicKey());
        try (BridgeRig rig = BridgeRig.of(store, Map.of()).ready()) {
            refused(rig, now, peer);
            refused(rig, now, peer);
            Diagnosis named = only(rig);
            assertEquals("controller-other-key", named.code());
            assertTrue(named.seen().contains(now.id().text()), named::seen);
            assertTrue(named.seen().contains("2 times since 19"), named::seen);
            assertInstanceOf(Conversation.Done.class, verified(rig, before, peer));
            assertEquals("trust-whole", only(rig).code());
        }
    }

    @Test
    void whatAStrangerCallsItselfDrawsOnNobodysTerminal() {
        AccessoryIdentity identity = Credentials.newIdentity(random);
        store.save("home", Domain.IDENTITY, identity);
        savePairing(Permissions.ADMIN);
        ControllerKeys keys = Credentials.newControllerKeys(random);
        ControllerKeys drawing = new ControllerKeys(new ControllerId("\u001b[2Jme\u202e\n"), keys.seed(), List.of());
        ControllerKeys.Peer peer = new ControllerKeys.Peer(identity.deviceId(), identity.publicKey());
        try (BridgeRig rig = BridgeRig.of(store, Map.of()).ready()) {
            refused(rig, drawing, peer);
            refused(rig, drawing, peer);
            assertTrue(only(rig).seen().startsWith("Controller \\u001b[2Jme\\u202e\\u000a has"), only(rig)::seen);
        }
    }

    private void savePairing(Permissions permissions) {
        store.save(
                "home",
                Domain.PAIRINGS,
                new Pairings(List.of(new Pairing(BridgeRig.GUEST, new byte[32], permissions))));
    }

    private static Diagnosis only(BridgeRig rig) {
        List<Diagnosis> seen = new TrustExamination(rig.examined(), rig::now)
                .examine(rig.examined().examined())
                .toCompletableFuture()
                .join();
        assertEquals(1, seen.size(), seen::toString);
        return seen.get(0);
    }

    private void refused(BridgeRig rig, ControllerKeys controller, ControllerKeys.Peer peer) {
        assertInstanceOf(Conversation.Failed.class, verified(rig, controller, peer));
    }

    private Conversation<?> verified(BridgeRig rig, ControllerKeys controller, ControllerKeys.Peer peer) {
        FakeSession session = rig.plain();
        Conversation<?> now = ControllerPairVerify.begin(controller, peer, random);
        while (now instanceof Conversation.Send<?> send) {
            now = send.answered(
                    MemoryTransport.await(rig.listener().send(session, "POST", "/pair-verify", send.request()))
                            .body());
        }
        return now;
    }
}
