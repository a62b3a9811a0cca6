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
import io.latchkey.pairing.ControllerPairSetup;
import io.latchkey.pairing.ControllerPairVerify;
import io.latchkey.pairing.Conversation;
import io.latchkey.pairing.Credentials;
import io.latchkey.server.internal.bridge.BridgeRig;
import io.latchkey.server.internal.database.Timing;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.MemoryTransport;
import io.latchkey.server.internal.work.CallLanes.Lane;
import io.latchkey.server.internal.work.WorkersComponent;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A controller that comes back is verified while everything that it doesn't need hangs. */
class UndisturbedVerifyTest {
    private static final int CONNECTIONS = 200;
    private static final int CONTRIBUTORS = 12;

    private final SecureRandom random = new SecureRandom();
    private final ControllerKeys admin = Credentials.newControllerKeys(random);
    private final AccessoryIdentity identity = Credentials.newIdentity(random);
    private final ControllerKeys.Peer peer = new ControllerKeys.Peer(identity.deviceId(), identity.publicKey());
    private final WorkersComponent workers = new WorkersComponent();
    private final CountDownLatch hang = new CountDownLatch(1);
    private final CountDownLatch hanging = new CountDownLatch(1);

    @AfterEach
    void stop() {
        hang.countDown();
        workers.stop();
    }

    @Test
    void verifiesWhileAllElseHangs() {
        FakeStore store = new FakeStore();
        store.save("home", Domain.IDENTITY, identity);
        store.save(
                "home",
                Domain.PAIRINGS,
                new Pairings(List.of(new Pairing(admin.id(), Credentials.publicKey(admin), Permissions.ADMIN))));
        FakeProvider provider = new FakeProvider("test", new LampAccessory("Lamp").accessory());
        BridgeRig rig = BridgeRig.live(workers, Timing.USUAL, store, provider);
        List<FakeSession> strangers =
                Stream.generate(rig::plain).limit(CONNECTIONS).toList();

        fill(workers.mdns());
        fill(workers.disk());
        fill(workers.home());
        fillCalls(rig);
        strangers.forEach(FakeSession::close);
        for (int count = 0; count < 20; count++) {
            verify(rig);
        }
        assertEquals(1, hang.getCount(), "all that time nothing else went on");

        hang.countDown();
        rig.close();
    }

    @Test
    void closingAStrangersConnectionGivesNobodyWork() {
        try (BridgeRig rig = BridgeRig.unpaired()) {
            FakeSession owner = rig.plain();
            assertEquals(200, begin(rig, owner));
            List<FakeSession> strangers =
                    Stream.generate(rig::plain).limit(CONNECTIONS).toList();
            int before = rig.workers().given();
            strangers.forEach(FakeSession::close);
            assertEquals(before, rig.workers().given());
            owner.close();
            assertTrue(rig.workers().given() > before, "what the owner held is freed");
        }
    }

    private int begin(BridgeRig rig, FakeSession session) {
        Conversation.Send<?> first =
                (Conversation.Send<?>) ControllerPairSetup.begin(admin, SetupCode.of("482-61-937"), random);
        return MemoryTransport.await(rig.listener().send(session, "POST", "/pair-setup", first.request()))
                .status();
    }

    private void verify(BridgeRig rig) {
        FakeSession session = rig.plain();
        Conversation<?> now = ControllerPairVerify.begin(admin, peer, random);
        while (now instanceof Conversation.Send<?> send) {
            now = send.answered(
                    MemoryTransport.await(rig.listener().send(session, "POST", "/pair-verify", send.request()))
                            .body());
        }
        assertInstanceOf(Conversation.Done.class, now);
        assertTrue(session.isSecured());
    }

    /** Lets everything that a family has hang, until it takes no more. */
    private void fill(Executor family) {
        boolean isFull = false;
        while (!isFull) {
            try {
                family.execute(this::hang);
            } catch (RejectedExecutionException full) {
                isFull = true;
            }
        }
    }

    private void fillCalls(BridgeRig rig) {
        for (int contributor = 0; contributor < CONTRIBUTORS; contributor++) {
            int accessory = 0;
            while (rig.lanes().offer(new Lane("hanging " + contributor, accessory), this::hang)) {
                accessory++;
            }
        }
        assertFalse(rig.lanes().offer(new Lane("another", 0), () -> {}), "the queue is full");
        awaitHanging();
    }

    private void hang() {
        hanging.countDown();
        try {
            hang.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitHanging() {
        try {
            assertTrue(hanging.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
