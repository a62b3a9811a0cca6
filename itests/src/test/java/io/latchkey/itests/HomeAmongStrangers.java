// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.item.ItemState;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.osgi.framework.ServiceRegistration;

/** A home of ours whose desk lamp has to be well, whatever services of strangers do beside it. */
abstract class HomeAmongStrangers {
    static final String ON = "25";
    static final Duration USUAL = Duration.ofSeconds(2);
    static final Duration SOON = Duration.ofSeconds(15);

    final ControllerKeys keys = WireClient.newKeys("itests");
    final List<Thread> hosts = new ArrayList<>();
    final List<Thread> phones = new ArrayList<>();
    FelixRuntime runtime;
    FrameworkBridge bridge;
    ControllerKeys.Peer peer;
    WireClient session;
    String desk;

    @BeforeAll
    void startABridgeAndConnect() throws Exception {
        runtime = FelixRuntime.start(Built.fresh("misbehaving"), Libraries.LOWEST);
        runtime.showItems(HomeFile.SMALL);
        bridge = FrameworkBridge.start(runtime, "home");
        peer = bridge.pair(keys);
        session = bridge.session(keys, peer);
        Eventually.until(SOON, "the desk lamp", () -> isPresent("Desk Lamp"));
        desk = Accessories.find(session.accessories(), "Desk Lamp", ON);
        assertEquals(204, session.put(desk, "ev", "true").status());
    }

    @AfterAll
    void stopIt() throws Exception {
        Eventually.until(SOON.multipliedBy(2), "the phones to end", () -> areFree(phones));
        session.close();
        runtime.close();
    }

    void theDeskLampIsWell() throws IOException {
        for (int wanted : new int[] {1, 0}) {
            long begin = System.nanoTime();
            assertEquals(204, session.put(desk, "value", String.valueOf(wanted)).status());
            assertEquals(wanted == 1, isOn(desk));
            assertTrue(System.nanoTime() - begin < USUAL.toNanos(), "within its usual time");
        }
        assertTrue(isPresent("Desk Lamp"));
    }

    boolean isOn(String id) throws IOException {
        String value = session.read(id).get("value").getAsString();
        return value.equals("1") || value.equals("true");
    }

    void poke(String kind, MisbehavingHome.Registry registry) throws IOException {
        if (kind.equals("type")) {
            onHostThread(() -> registry.update("Odd", ItemState.OnOff.ON));
        }
        String name = kind.equals("provider") ? "Contributed" : kind.equals("registry") ? "Neighbour" : "Odd";
        Thread phone = new Thread(() -> write(name));
        phones.add(phone);
        phone.start();
    }

    /** On a session of its own, whose answers may take until the deadline. */
    void write(String name) {
        try (WireClient other = bridge.session(keys, peer)) {
            Eventually.until(SOON, name, () -> isPresent(name));
            String id = Accessories.find(other.accessories(), name, ON);
            other.read(id);
            other.put(id, "value", "1");
        } catch (IOException | AssertionError neverThere) {
            // It may never have come, which is the fault that is tried.
        }
    }

    void onHostThread(Runnable news) {
        Thread host = new Thread(news);
        hosts.add(host);
        host.start();
    }

    static boolean areFree(List<Thread> threads) {
        return threads.stream().noneMatch(Thread::isAlive);
    }

    boolean isNamed(String kind, String method) {
        // A mapping that a behaviour calls itself is a part of that behaviour's step.
        String call = method.equals("toCommand") ? "step" : method;
        String name = Map.of(
                        "type", "accessory type", "registry", "item registry odd", "provider", "accessory provider")
                .get(kind);
        return check().lines().anyMatch(line -> line.contains(name) && line.contains(call));
    }

    /** Until the bridge has seen that they are gone: a phone would still talk to them. */
    void takeAway(List<ServiceRegistration<?>> services) {
        services.forEach(ServiceRegistration::unregister);
        Eventually.until(
                SOON,
                "all of it to be absent",
                () -> Stream.of("Odd", "Neighbour", "Contributed").noneMatch(this::isPresent));
    }

    String check() {
        return Verbs.text(Verbs.run(runtime, "check"));
    }

    boolean isPresent(String name) {
        return bridge.accessories().stream().anyMatch(each -> each.name().equals(name) && each.present());
    }

    <T> ServiceRegistration<?> register(Class<T> type, T service, Map<String, Object> properties) {
        return runtime.context().registerService(type, service, new Hashtable<>(properties));
    }
}
