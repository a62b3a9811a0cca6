// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.item.ItemChanges;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.testing.Misbehaviour;
import io.latchkey.api.testing.Misbehaviour.Fault;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.ServiceRegistration;

/**
 * Strangers' services that throw or hang, in a framework and over sockets: the desk lamp answers, obeys and is heard as
 * usual, the verb check names the culprit, nothing leaves Home, and each thread comes back.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MisbehavingContributorIT {
    private static final String ON = "25";
    private static final Duration USUAL = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(15);

    private final ControllerKeys keys = WireClient.newKeys("itests");
    private final List<Thread> hosts = new ArrayList<>();
    private final List<Thread> phones = new ArrayList<>();
    private FelixRuntime runtime;
    private FrameworkBridge bridge;
    private ControllerKeys.Peer peer;
    private WireClient session;
    private String desk;

    static Stream<Arguments> contributors() {
        return Stream.of(
                        "type roles",
                        "type behaviour",
                        "type toValue",
                        "type toCommand",
                        "type step",
                        "registry items",
                        "registry listen",
                        "registry isReady",
                        "registry send",
                        "provider id",
                        "provider open",
                        "provider read",
                        "provider write")
                .map(name -> name.split(" "))
                .flatMap(name -> Stream.of(Fault.NO_CLASS_DEF_FOUND, Fault.STACK_OVERFLOW, Fault.BLOCKS)
                        .map(fault -> Arguments.of(name[0], name[1], fault)));
    }

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

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("contributors")
    void othersDontNotice(String kind, String method, Fault fault) throws Exception {
        Misbehaviour misbehaviour = new Misbehaviour(method, fault);
        MisbehavingHome.Registry registry = new MisbehavingHome.Registry(misbehaviour);
        List<ServiceRegistration<?>> services = List.of(
                register(AccessoryType.class, new MisbehavingHome.Type(misbehaviour), Map.of()),
                register(ItemRegistry.class, registry, Map.of(ItemRegistry.PROPERTY_HOST, "odd")),
                register(AccessoryProvider.class, new MisbehavingHome.Provider(misbehaviour), Map.of()));
        try {
            poke(kind, registry);
            Eventually.until(SOON, "the fault", () -> misbehaviour.calls() > 0);
            theDeskLampIsWell();
            Eventually.until(SOON, "the culprit to be named", () -> isNamed(kind, method));
            theDeskLampIsWell();
        } finally {
            misbehaviour.letGo();
            Eventually.until(SOON, "all threads to be back", () -> misbehaviour.threads() == 0 && areFree(hosts));
            takeAway(services);
        }
        theDeskLampIsWell();
    }

    /** The thread that brought the state is held; the lamp beside it, of the same host, is heard of all the same. */
    @Test
    void otherStatesOfTheHostGoOn() throws Exception {
        Misbehaviour misbehaviour = new Misbehaviour("toValue", Fault.BLOCKS);
        MisbehavingHome.Registry registry = new MisbehavingHome.Registry(misbehaviour);
        List<ServiceRegistration<?>> services = List.of(
                register(AccessoryType.class, new MisbehavingHome.Type(misbehaviour), Map.of()),
                register(ItemRegistry.class, registry, Map.of(ItemRegistry.PROPERTY_HOST, "odd")));
        try {
            Eventually.until(SOON, "the odd one", () -> isPresent("Odd") && isPresent("Neighbour"));
            String neighbour = Accessories.find(session.accessories(), "Neighbour", ON);
            onHostThread(() -> registry.update("Odd", ItemState.OnOff.ON));
            Eventually.until(SOON, "the fault", () -> misbehaviour.calls() > 0);
            Eventually.until(SOON, "the neighbour to be heard of", () -> {
                onHostThread(() -> registry.update("Neighbour", ItemState.OnOff.ON));
                return isOn(neighbour);
            });
            Eventually.until(SOON, "the odd one to be absent", () -> !isPresent("Odd"));
            misbehaviour.letGo();
            Eventually.until(SOON, "all threads to be back", () -> misbehaviour.threads() == 0 && areFree(hosts));
            Eventually.until(Duration.ofSeconds(30), "the odd one to be back", () -> isPresent("Odd"));
        } finally {
            misbehaviour.letGo();
            takeAway(services);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aListenerBesideOursDoesntHoldUpStates(Fault fault) throws Exception {
        Misbehaviour misbehaviour = new Misbehaviour("updated", fault);
        ItemRegistry local = runtime.service(ItemRegistry.class);
        AutoCloseable listening = local.listen(misbehaviour.in(ItemListener.class, new Deaf()));
        try {
            onHostThread(() -> local.send("Ceiling", ItemState.OnOff.ON, "itests"));
            Eventually.until(SOON, "the fault", () -> misbehaviour.calls() > 0);
            Eventually.until(SOON, "the culprit to be named", () -> check().contains("item listener"));
            Eventually.until(SOON, "states to go on", () -> {
                onHostThread(() -> local.send("DeskLamp", ItemState.OnOff.ON, "itests"));
                return isOn(desk);
            });
        } finally {
            misbehaviour.letGo();
            Eventually.until(SOON, "all threads to be back", () -> misbehaviour.threads() == 0 && areFree(hosts));
            listening.close();
        }
        theDeskLampIsWell();
    }

    static Stream<Fault> faults() {
        return Stream.of(Fault.values());
    }

    private void theDeskLampIsWell() throws IOException {
        for (int wanted : new int[] {1, 0}) {
            long begin = System.nanoTime();
            assertEquals(204, session.put(desk, "value", String.valueOf(wanted)).status());
            assertEquals(wanted == 1, isOn(desk));
            assertTrue(System.nanoTime() - begin < USUAL.toNanos(), "within its usual time");
        }
        assertTrue(isPresent("Desk Lamp"));
    }

    private boolean isOn(String id) throws IOException {
        String value = session.read(id).get("value").getAsString();
        return value.equals("1") || value.equals("true");
    }

    private void poke(String kind, MisbehavingHome.Registry registry) throws IOException {
        if (kind.equals("type")) {
            onHostThread(() -> registry.update("Odd", ItemState.OnOff.ON));
        }
        String name = kind.equals("provider") ? "Contributed" : kind.equals("registry") ? "Neighbour" : "Odd";
        Thread phone = new Thread(() -> write(name));
        phones.add(phone);
        phone.start();
    }

    /** On a session of its own, whose answers may take until the deadline. */
    private void write(String name) {
        try (WireClient other = bridge.session(keys, peer)) {
            Eventually.until(SOON, name, () -> isPresent(name));
            String id = Accessories.find(other.accessories(), name, ON);
            other.read(id);
            other.put(id, "value", "1");
        } catch (IOException | AssertionError neverThere) {
            // It may never have come, which is the fault that is tried.
        }
    }

    private void onHostThread(Runnable news) {
        Thread host = new Thread(news);
        hosts.add(host);
        host.start();
    }

    private static boolean areFree(List<Thread> threads) {
        return threads.stream().noneMatch(Thread::isAlive);
    }

    private boolean isNamed(String kind, String method) {
        // A mapping that a behaviour calls itself is a part of that behaviour's step.
        String call = method.equals("toCommand") ? "step" : method;
        String name = Map.of(
                        "type", "accessory type", "registry", "item registry odd", "provider", "accessory provider")
                .get(kind);
        return check().lines().anyMatch(line -> line.contains(name) && line.contains(call));
    }

    /** Until the bridge has seen that they are gone: a phone would still talk to them. */
    private void takeAway(List<ServiceRegistration<?>> services) {
        services.forEach(ServiceRegistration::unregister);
        Eventually.until(
                SOON,
                "all of it to be absent",
                () -> Stream.of("Odd", "Neighbour", "Contributed").noneMatch(this::isPresent));
    }

    private String check() {
        return Verbs.text(Verbs.run(runtime, "check"));
    }

    private boolean isPresent(String name) {
        return bridge.accessories().stream().anyMatch(each -> each.name().equals(name) && each.present());
    }

    private <T> ServiceRegistration<?> register(Class<T> type, T service, Map<String, Object> properties) {
        return runtime.context().registerService(type, service, new Hashtable<>(properties));
    }

    /** Hears and says nothing. */
    private static final class Deaf implements ItemListener {
        @Override
        public void updated(String item, ItemState state) {}

        @Override
        public void replaced(ItemChanges changes) {}
    }
}
