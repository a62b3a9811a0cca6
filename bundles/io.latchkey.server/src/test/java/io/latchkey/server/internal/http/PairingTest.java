// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Setup;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.SessionKeys;
import io.latchkey.pairing.ControllerPairSetup;
import io.latchkey.pairing.ControllerPairVerify;
import io.latchkey.pairing.ControllerPairings;
import io.latchkey.pairing.Conversation;
import io.latchkey.pairing.Credentials;
import io.latchkey.pairing.PairingFailure;
import io.latchkey.server.internal.bridge.BridgeRig;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.MemoryTransport;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pair-setup, pair-verify and pairings, led by our own controller's side. */
class PairingTest {
    private static final String M1 = "\0\1\0\6\1\1";
    private static final Optional<Duration> FIVE_MINUTES = Optional.of(Duration.ofMinutes(5));

    private final SecureRandom random = new SecureRandom();
    private final ControllerKeys keys = Credentials.newControllerKeys(random);
    private BridgeRig rig;

    @BeforeEach
    void start() {
        rig = BridgeRig.unpaired();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private <R> Conversation<R> lead(FakeSession session, String path, Conversation<R> begun) {
        Conversation<R> now = begun;
        while (now instanceof Conversation.Send<R> send) {
            rig.pass(Duration.ofSeconds(1)); // an address may begin once a second, and one try in a hundred begins anew
            Answer answer = MemoryTransport.await(rig.listener().send(session, "POST", path, send.request()));
            assertEquals(200, answer.status());
            assertEquals(Optional.of("application/pairing+tlv8"), answer.contentType());
            now = send.answered(answer.body());
        }
        return now;
    }

    private <R> R done(Conversation<R> end) {
        return assertInstanceOf(Conversation.Done.class, end).result() == null
                ? null
                : ((Conversation.Done<R>) end).result();
    }

    private ControllerKeys.Peer pair(ControllerKeys controller) {
        SetupCode code = rig.status().setupCode().orElseThrow();
        return done(lead(rig.plain(), "/pair-setup", ControllerPairSetup.begin(controller, code, random)));
    }

    private FakeSession verified(ControllerKeys controller, ControllerKeys.Peer peer) {
        FakeSession session = rig.plain();
        SessionKeys agreed = done(lead(session, "/pair-verify", ControllerPairVerify.begin(controller, peer, random)));
        assertEquals(Optional.of(agreed), session.keys());
        assertEquals(Optional.of(controller.id()), session.controller());
        return session;
    }

    @Test
    void aControllerPairsVerifiesAndReads() {
        ControllerKeys.Peer peer = pair(keys);
        assertEquals(rig.status().deviceId(), Optional.of(peer.accessory()));
        FakeSession session = verified(keys, peer);
        assertEquals(200, rig.ask(session, "GET", "/accessories", "").status());
        assertEquals(1, rig.status().controllers());
    }

    @Test
    void beingPairedIsStoredAndAnnouncedBeforeItIsAnswered() {
        assertFalse(rig.advertiser().current().orElseThrow().paired());
        pair(keys);
        assertTrue(rig.advertiser().current().orElseThrow().paired());
        assertEquals(
                1,
                rig.store()
                        .load("home", Domain.PAIRINGS)
                        .orElseThrow()
                        .pairings()
                        .size());
    }

    @Test
    void theGeneratedCodeIsForgottenOncePaired() {
        assertTrue(rig.status().payload().orElseThrow().uri().startsWith("X-HM://"));
        pair(keys);
        assertEquals(Optional.empty(), rig.status().setupCode());
        Setup setup = rig.store().load("home", Domain.SETUP).orElseThrow();
        assertEquals(Optional.empty(), setup.generatedCode());
        assertTrue(setup.verifier().isPresent());
    }

    @Test
    void whatCannotBeStoredIsNotPaired() {
        rig.store().broken(true);
        SetupCode code = rig.status().setupCode().orElseThrow();
        Conversation<ControllerKeys.Peer> end =
                lead(rig.plain(), "/pair-setup", ControllerPairSetup.begin(keys, code, random));
        assertEquals(
                PairingFailure.UNKNOWN,
                assertInstanceOf(Conversation.Failed.class, end).reason());
        assertEquals(0, rig.status().controllers());
        assertFalse(rig.advertiser().current().orElseThrow().paired());
    }

    @Test
    void aWrongCodeIsCountedForGood() {
        SetupCode wrong = SetupCode.of("987-65-432");
        for (int i = 1; i <= 2; i++) {
            Conversation<?> end = lead(rig.plain(), "/pair-setup", ControllerPairSetup.begin(keys, wrong, random));
            assertEquals(
                    PairingFailure.AUTHENTICATION,
                    assertInstanceOf(Conversation.Failed.class, end).reason());
            assertEquals(i, rig.store().load("home", Domain.SETUP).orElseThrow().failedAttempts());
        }
        pair(keys);
        assertEquals(0, rig.store().load("home", Domain.SETUP).orElseThrow().failedAttempts());
    }

    @Test
    void anAddressBeginsToPairOnceASecond() {
        FakeSession first = rig.plain();
        rig.listener().ask(first, "POST", "/pair-setup", M1);
        FakeSession second = rig.plain();
        var waiting = rig.listener().send(second, "POST", "/pair-setup", M1.getBytes(ISO_8859_1));
        Answer busy = rig.listener().ask(rig.plain(), "POST", "/pair-setup", M1);
        assertEquals("\6\1\2\7\1\7", new String(busy.body(), ISO_8859_1));
        assertFalse(waiting.isDone());
        rig.pass(Duration.ofSeconds(1));
        assertEquals(200, MemoryTransport.await(waiting).status());
        assertEquals(FIVE_MINUTES, second.allowedSilence());
        assertEquals(FIVE_MINUTES, first.allowedSilence());
    }

    @Test
    void workersThatAreFullMeanBusy() {
        rig.workers().full(true);
        Answer setup = rig.listener().ask(rig.plain(), "POST", "/pair-setup", "\0\1\0\6\1\1");
        assertArrayEquals(new byte[] {6, 1, 2, 7, 1, 7}, setup.body());
        assertEquals(
                400, rig.listener().ask(rig.plain(), "POST", "/pair-verify", "").status());
        rig.workers().full(false);
    }

    @Test
    void anAdminAddsListsAndRemoves() {
        ControllerKeys.Peer peer = pair(keys);
        FakeSession session = verified(keys, peer);
        ControllerKeys guest = Credentials.newControllerKeys(random);
        Pairing added = new Pairing(guest.id(), Credentials.publicKey(guest), Permissions.REGULAR);
        done(lead(session, "/pairings", ControllerPairings.add(added)));
        assertEquals(
                2,
                done(lead(session, "/pairings", ControllerPairings.list()))
                        .pairings()
                        .size());

        FakeSession guests = verified(guest, peer);
        Conversation<?> refused = lead(guests, "/pairings", ControllerPairings.list());
        assertEquals(
                PairingFailure.AUTHENTICATION,
                assertInstanceOf(Conversation.Failed.class, refused).reason());

        done(lead(session, "/pairings", ControllerPairings.remove(guest.id())));
        assertFalse(guests.isOpen());
        assertTrue(session.isOpen());
        assertTrue(rig.advertiser().current().orElseThrow().paired());
    }

    @Test
    void withTheLastAdminAllGo() {
        ControllerKeys.Peer peer = pair(keys);
        FakeSession session = verified(keys, peer);
        ControllerKeys guest = Credentials.newControllerKeys(random);
        done(lead(
                session,
                "/pairings",
                ControllerPairings.add(new Pairing(guest.id(), Credentials.publicKey(guest), Permissions.REGULAR))));
        FakeSession guests = verified(guest, peer);
        done(lead(session, "/pairings", ControllerPairings.remove(keys.id())));
        assertFalse(session.isOpen());
        assertFalse(guests.isOpen());
        assertEquals(0, rig.status().controllers());
        assertFalse(rig.advertiser().current().orElseThrow().paired());
        assertTrue(rig.status().setupCode().isPresent());
        assertEquals(peer.accessory(), rig.status().deviceId().orElseThrow());
        assertNotEquals(0, pair(keys).publicKey().length);
    }

    @Test
    void aTransientSessionMayDoNothing() {
        FakeSession session = rig.plain();
        SetupCode code = rig.status().setupCode().orElseThrow();
        done(lead(session, "/pair-setup", ControllerPairSetup.beginTransient(code, random)));
        assertTrue(session.isSecured());
        for (String target : List.of("/accessories", "/characteristics?id=1.2", "/nowhere")) {
            assertEquals(400, rig.ask(session, "GET", target, "").status());
        }
        assertEquals(400, rig.ask(session, "POST", "/pairings", "").status());
        assertEquals(0, rig.status().controllers());
        rig.listener().ask(rig.plain(), "POST", "/pair-setup", "");
        assertFalse(session.isOpen());
    }

    @Test
    void unpairedItShowsItselfWhenAsked() {
        assertEquals(204, rig.ask(rig.plain(), "POST", "/identify", "").status());
    }

    @Test
    void aBridgeThatIsPairedIsUnavailableHoweverOftenSomebodyAsks() {
        pair(keys);
        for (int i = 0; i < 5; i++) {
            Answer answer = rig.listener().ask(rig.plain(), "POST", "/pair-setup", M1);
            assertEquals("\6\1\2\7\1\6", new String(answer.body(), ISO_8859_1));
        }
    }

    @Test
    void whoIsLateHearsThatAnotherHasPaired() {
        FakeSession late = rig.plain();
        rig.listener().ask(late, "POST", "/pair-setup", M1);
        pair(keys);
        assertEquals(FIVE_MINUTES, late.allowedSilence(), "it still looks for the code");
        Answer answer = rig.listener().ask(late, "POST", "/pair-setup", "\6\1\3");
        assertEquals(200, answer.status());
        assertEquals("\6\1\4\7\1\6", new String(answer.body(), ISO_8859_1));
        assertEquals(Optional.empty(), late.allowedSilence());
    }

    @Test
    void whoWaitsForTheCodeMayBeSilentForFiveMinutes() {
        FakeSession phone = rig.plain();
        assertEquals(Optional.empty(), phone.allowedSilence());
        rig.listener().ask(phone, "POST", "/pair-setup", M1);
        assertEquals(FIVE_MINUTES, phone.allowedSilence());
        rig.listener().ask(phone, "POST", "/pair-setup", "\6\1\3");
        assertEquals(Optional.empty(), phone.allowedSilence(), "its procedure has ended");
    }
}
