// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.transport.Answer;
import io.latchkey.pairing.Credentials;
import io.latchkey.server.internal.database.AccessoryKey;
import io.latchkey.server.internal.database.BridgeOwner;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.database.Timing;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.MemoryTransport;
import io.latchkey.server.internal.fake.MemoryTransport.FakeListener;
import io.latchkey.server.internal.fake.SampleCharacteristics;
import io.latchkey.server.internal.fake.ServerWait;
import io.latchkey.server.internal.work.WorkersComponent;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An accessory that stands alone and doesn't return, beside a bridge that somebody uses. */
class StandaloneHangTest {
    private static final String ID = "home-Slow";
    private static final int REQUESTS = 400;
    private static final long HANGS_SECONDS = 20;
    /** What a busy computer adds. */
    private static final long SLACK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    @Test
    void theBridgeIsAsQuickAsWithout() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        FakeStore store = new FakeStore();
        for (String bridge : List.of("home", ID)) {
            store.save(bridge, Domain.IDENTITY, Credentials.newIdentity(new SecureRandom()));
            store.save(
                    bridge,
                    Domain.PAIRINGS,
                    new Pairings(List.of(new Pairing(BridgeRig.ADMIN, new byte[32], Permissions.ADMIN))));
        }
        store.change(ID, BridgeOwner.standalone("home", AccessoryKey.ofStored("test/Slow"))::begun);
        WorkersComponent workers = new WorkersComponent();
        FakeProvider provider = new FakeProvider("test", StandaloneFixture.bridged("Lamp"), slow(begun, over));
        try (BridgeRig rig = BridgeRig.live(workers, Timing.USUAL, store, provider)) {
            ServerWait.until(
                    "both are shown",
                    () -> rig.transport().listener(ID).isPresent()
                            && rig.published("Lamp", "On").isPresent());
            String lamp = "/characteristics?id=" + rig.id("Lamp", "On");
            median(rig, lamp);
            long without = median(rig, lamp);
            CompletableFuture<Answer> asked = ask(rig);
            assertTrue(begun.await(5, TimeUnit.SECONDS));
            long with = median(rig, lamp);
            assertTrue(with <= 2 * without + SLACK_NANOS, with + " ns instead of " + without);
            assertEquals(1, over.getCount(), "it hangs still");
            over.countDown();
            assertEquals(200, MemoryTransport.await(asked).status());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            over.countDown();
            workers.stop();
        }
    }

    private static CompletableFuture<Answer> ask(BridgeRig rig) {
        FakeListener listener = rig.transport().listener(ID).orElseThrow();
        FakeSession session = listener.connect();
        session.secure(BridgeRig.ADMIN);
        return listener.send(session, "GET", "/characteristics?id=" + id(rig), new byte[0]);
    }

    private static CharacteristicId id(BridgeRig rig) {
        return StandaloneFixture.find(rig, ID)
                .orElseThrow()
                .loaded()
                .orElseThrow()
                .database()
                .snapshot()
                .accessories()
                .stream()
                .flatMap(each -> each.services().stream())
                .flatMap(each -> each.characteristics().stream())
                .filter(each -> each.definition().type().equals(CharacteristicTypes.ON))
                .map(PublishedCharacteristic::id)
                .findFirst()
                .orElseThrow();
    }

    private static long median(BridgeRig rig, String target) {
        FakeListener home = rig.transport().listener("home").orElseThrow();
        FakeSession session = home.connect();
        session.secure(BridgeRig.ADMIN);
        long[] times = new long[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            long begin = System.nanoTime();
            assertEquals(200, home.ask(session, "GET", target, "").status());
            times[i] = System.nanoTime() - begin;
        }
        Arrays.sort(times);
        return times[REQUESTS / 2];
    }

    private static Accessory slow(CountDownLatch begun, CountDownLatch over) {
        Characteristic on = Characteristic.of(CharacteristicTypes.ON)
                .read(() -> {
                    begun.countDown();
                    try {
                        over.await(HANGS_SECONDS, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return CompletableFuture.completedFuture(Value.TRUE);
                })
                .write(write -> CompletableFuture.completedFuture(Value.NULL))
                .build();
        return Accessory.of("Slow")
                .name("Slow")
                .with(Service.of(SampleCharacteristics.service())
                        .key("slow")
                        .with(on)
                        .build())
                .standalone(AccessoryCategory.SWITCH)
                .build();
    }
}
