// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.transport.Answer;
import io.latchkey.pairing.ControllerPairSetup;
import io.latchkey.pairing.ControllerPairVerify;
import io.latchkey.pairing.ControllerPairings;
import io.latchkey.pairing.Conversation;
import io.latchkey.pairing.Credentials;
import io.latchkey.server.internal.bridge.BridgeRig;
import io.latchkey.server.internal.database.Timing;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.MemoryTransport;
import io.latchkey.server.internal.fake.ServerWait;
import io.latchkey.server.internal.work.WorkersComponent;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While the disk stands still: who is trusted already comes in, and who wants trust gets no answer before it is kept. */
class SlowDiskTest {
    private final SecureRandom random = new SecureRandom();
    private final ControllerKeys admin = Credentials.newControllerKeys(random);
    private final AccessoryIdentity identity = Credentials.newIdentity(random);
    private final ControllerKeys.Peer peer = new ControllerKeys.Peer(identity.deviceId(), identity.publicKey());
    private final FakeStore store = new FakeStore();
    private final WorkersComponent workers = new WorkersComponent();
    private final CountDownLatch disk = new CountDownLatch(1);
    private final FakeProvider provider = new FakeProvider("test", new LampAccessory("Lamp").accessory());
    private BridgeRig rig;

    @BeforeEach
    void begin() {
        store.save("home", Domain.IDENTITY, identity);
    }

    @AfterEach
    void stop() {
        disk.countDown();
        rig.close();
        workers.stop();
    }

    private void start(Pairings pairings) {
        store.save("home", Domain.PAIRINGS, pairings);
        rig = BridgeRig.live(workers, Timing.USUAL, store, provider);
    }

    private void stopTheDisk() {
        store.beforeChange(() -> {
            try {
                disk.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static Pairing pairing(ControllerKeys keys, Permissions permissions) {
        return new Pairing(keys.id(), Credentials.publicKey(keys), permissions);
    }

    private FakeSession verified() {
        FakeSession session = rig.plain();
        Conversation<?> now = ControllerPairVerify.begin(admin, peer, random);
        while (now instanceof Conversation.Send<?> send) {
            now = send.answered(
                    MemoryTransport.await(rig.listener().send(session, "POST", "/pair-verify", send.request()))
                            .body());
        }
        assertInstanceOf(Conversation.Done.class, now);
        return session;
    }

    @Test
    void pairVerifyDoesNotWaitForTheDisk() {
        start(new Pairings(List.of(pairing(admin, Permissions.ADMIN))));
        FakeSession session = verified();
        stopTheDisk();
        ControllerKeys guest = Credentials.newControllerKeys(random);
        Conversation.Send<?> add = (Conversation.Send<?>) ControllerPairings.add(pairing(guest, Permissions.REGULAR));
        CompletableFuture<Answer> added = rig.listener().send(session, "POST", "/pairings", add.request());
        provider.sink().put(new LampAccessory("Another").accessory());
        for (int count = 0; count < 30; count++) {
            verified();
        }
        assertFalse(added.isDone(), "the pairing is not kept yet");
        assertEquals(1, rig.status().controllers(), "and nobody sees it");
        disk.countDown();
        assertEquals(200, MemoryTransport.await(added).status());
        assertEquals(2, rig.status().controllers());
        ServerWait.until("the other lamp is shown", () -> rig.accessories().size() == 2);
    }

    @Test
    void aWrongCodeIsAnsweredOnceItIsCounted() {
        start(Pairings.NONE);
        stopTheDisk();
        FakeSession stranger = rig.plain();
        Conversation.Send<?> first =
                (Conversation.Send<?>) ControllerPairSetup.begin(admin, SetupCode.of("987-65-432"), random);
        Answer second = MemoryTransport.await(rig.listener().send(stranger, "POST", "/pair-setup", first.request()));
        Conversation.Send<?> third = (Conversation.Send<?>) first.answered(second.body());
        if (third.request().length == first.request().length) { // it begins anew where a number has a leading zero
            third = (Conversation.Send<?>) third.answered(second.body());
        }
        CompletableFuture<Answer> fourth = rig.listener().send(stranger, "POST", "/pair-setup", third.request());
        ServerWait.until(
                "the change waits for the disk",
                () -> Thread.getAllStackTraces().entrySet().stream()
                        .filter(each -> each.getKey().getName().startsWith("latchkey-disk"))
                        .anyMatch(each -> each.getKey().getState() == Thread.State.TIMED_WAITING));
        assertFalse(fourth.isDone());
        disk.countDown();
        assertEquals(200, MemoryTransport.await(fourth).status());
        assertEquals(1, store.load("home", Domain.SETUP).orElseThrow().failedAttempts());
        assertTrue(rig.status().setupCode().isPresent());
    }
}
