// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Event;
import io.latchkey.server.internal.database.Timing;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.ServerWait;
import io.latchkey.server.internal.http.AccessoriesWalk;
import io.latchkey.server.internal.work.WorkersComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Many controllers, a busy home and accessories that come and go, all at once. */
class TrafficTest {
    private static final int CONTROLLERS = 6;
    private static final int ROUNDS = 60;
    private static final Timing FAST = new Timing(
            Duration.ofMillis(1),
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ofMillis(20),
            Duration.ofMillis(50));

    @Test
    void everyRequestIsAnsweredRightWhateverElseHappens()
            throws InterruptedException, ExecutionException, TimeoutException {
        LampAccessory steady = new LampAccessory("Steady");
        FakeProvider provider = new FakeProvider("test", steady.accessory());
        ExecutorService threads = Executors.newFixedThreadPool(CONTROLLERS + 2);
        WorkersComponent workers = new WorkersComponent();
        try (BridgeRig rig = BridgeRig.live(workers, FAST, provider)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CONTROLLERS; i++) {
                running.add(threads.submit(() -> control(rig)));
            }
            running.add(threads.submit(() -> comeAndGo(rig, provider)));
            running.add(threads.submit(() -> flicker(steady, provider)));
            for (Future<?> each : running) {
                each.get(30, TimeUnit.SECONDS);
            }
            ServerWait.until("the guest has gone", () -> rig.accessories().size() == 1);
            assertEquals(List.of(), AccessoriesWalk.breaches(BridgeRig.text(rig.get("/accessories"))));
        } finally {
            workers.stop();
            threads.shutdownNow();
        }
    }

    private static void control(BridgeRig rig) {
        String on = rig.id("Steady", "On").toString();
        String address = "{\"aid\":" + on.replace(".", ",\"iid\":");
        for (int i = 0; i < ROUNDS; i++) {
            FakeSession session = rig.session(BridgeRig.ADMIN);
            put(rig, session, address + ",\"ev\":true}");
            put(rig, session, address + ",\"value\":" + (i % 2 == 0) + "}");
            assertEquals(
                    200,
                    rig.ask(session, "GET", "/characteristics?id=" + on, "").status());
            Answer list = rig.ask(session, "GET", "/accessories", "");
            assertEquals(List.of(), AccessoriesWalk.breaches(BridgeRig.text(list)));
            for (Event event : session.takeEvents()) {
                assertEquals(on, event.id().toString());
                assertTrue(event.value() instanceof Value.Bool);
            }
            session.close();
        }
    }

    private static void put(BridgeRig rig, FakeSession session, String entry) {
        String body = "{\"characteristics\":[" + entry + "]}";
        assertEquals(204, rig.ask(session, "PUT", "/characteristics", body).status());
    }

    private static void comeAndGo(BridgeRig rig, FakeProvider provider) {
        for (int i = 0; i < ROUNDS; i++) {
            LampAccessory guest = new LampAccessory("Guest");
            provider.sink().put(guest.accessory());
            ServerWait.until("the guest is shown", () -> rig.accessories().size() == 2);
            provider.sink().changed(guest.onDefinition(), Value.TRUE);
            provider.sink().remove("Guest");
            ServerWait.until("the guest has gone", () -> rig.accessories().size() == 1);
        }
    }

    private static void flicker(LampAccessory lamp, FakeProvider provider) {
        for (int i = 0; i < ROUNDS * 20; i++) {
            provider.sink().changed(lamp.onDefinition(), Value.of(i % 2 == 0));
        }
    }
}
