// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static io.latchkey.itests.StageResults.failure;
import static io.latchkey.itests.StageResults.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.controller.AccessoryClient;
import io.latchkey.api.controller.AccessoryClients;
import io.latchkey.api.controller.AccessoryDescription;
import io.latchkey.api.controller.CharacteristicReport;
import io.latchkey.api.controller.CharacteristicWrite;
import io.latchkey.api.controller.ClientListener;
import io.latchkey.api.controller.ControllerException;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.controller.DiscoveredAccessory;
import io.latchkey.api.controller.PairingAttempt;
import io.latchkey.api.controller.PairingMode;
import io.latchkey.api.controller.ReadOption;
import io.latchkey.api.discovery.Browser.Browsing;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.itests.wire.WireClient;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Our controller and our bridge on plain Felix, over real sockets, with the oldest and the newest libraries. */
@ParameterizedClass
@EnumSource(Libraries.class)
class ControllerIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final SetupCode WRONG = SetupCode.of("518-26-306");

    private final Libraries libraries;
    private final Heard heard = new Heard();
    private FelixRuntime runtime;
    private FrameworkBridge bridge;
    private AccessoryClients clients;

    ControllerIT(Libraries libraries) {
        this.libraries = libraries;
    }

    @BeforeEach
    void startABridgeAndAController() throws Exception {
        Path folder = Built.fresh("controller-" + libraries);
        runtime = FelixRuntime.start(folder, libraries);
        runtime.showItems(HomeFile.SMALL);
        bridge = FrameworkBridge.start(runtime, "home");
        clients = runtime.service(AccessoryClients.class);
    }

    @AfterEach
    void stopThem() throws Exception {
        runtime.close();
    }

    @Test
    void findsPairsReadsAndWrites() throws Exception {
        String name = "Wanted " + libraries + " " + ProcessHandle.current().pid();
        FoundAccessories found = new FoundAccessories();
        Browsing browsing = clients.discover(InetAddress.getLoopbackAddress(), found);
        FrameworkBridge announced = FrameworkBridge.start(runtime, "announced", Map.of("mdns", true, "name", name));
        DiscoveredAccessory record = found.awaited(name, false);
        assertEquals(announced.status().deviceId(), Optional.of(record.deviceId()));
        assertEquals("1.1", record.protocol());
        DeviceId paired = get(clients.pair(record.addresses().get(0), FrameworkBridge.CODE));
        assertEquals(record.deviceId(), paired);
        assertTrue(found.awaited(name, true).isPaired(), "the record says so");
        browsing.close();
        try (AccessoryClient client = clients.open(paired, record.addresses().get(0), heard)) {
            CharacteristicId lamp = lamp(client);
            CharacteristicReport report = get(client.read(
                            List.of(lamp), ReadOption.META, ReadOption.PERMISSIONS, ReadOption.TYPE, ReadOption.EVENTS))
                    .get(0);
            assertEquals(Optional.of(CharacteristicTypes.ON.uuid()), report.type());
            assertEquals(Optional.of(Format.BOOL), report.meta().format());
            assertTrue(report.permissions().contains(Permission.EVENTS));
            assertEquals(Optional.of(false), report.events());
            assertTrue(get(client.write(List.of(CharacteristicWrite.value(lamp, Value.TRUE))))
                    .get(0)
                    .isSuccess());
            assertEquals(ItemState.OnOff.ON, item("DeskLamp"));
        }
    }

    @Test
    void pairsInTwoHalvesAndWithACodeThatComesLater() throws Exception {
        DeviceId paired = get(clients.pair(bridge.address(), FrameworkBridge.CODE, PairingMode.SPLIT));
        assertEquals(List.of(paired), get(clients.paired()));
        FrameworkBridge second = FrameworkBridge.start(runtime, "second");
        PairingAttempt attempt = get(clients.startPairing(second.address()));
        DeviceId other = get(attempt.finish(FrameworkBridge.CODE));
        assertEquals(2, get(clients.paired()).size());
        try (AccessoryClient client = clients.open(other, second.address(), heard)) {
            assertTrue(get(client.accessories()).size() > 1);
        }
    }

    @Test
    void preparesTimedWrites() throws Exception {
        try (AccessoryClient client = paired()) {
            CharacteristicId lamp = lamp(client);
            List<CharacteristicWrite> on = List.of(CharacteristicWrite.value(lamp, Value.TRUE));
            assertTrue(get(client.writeTimed(on, Duration.ofSeconds(5))).get(0).isSuccess());
            assertEquals(ItemState.OnOff.ON, item("DeskLamp"));
            get(client.prepare(7, Duration.ofSeconds(5)));
            List<CharacteristicWrite> off = List.of(CharacteristicWrite.value(lamp, Value.FALSE));
            assertEquals(
                    HapStatus.INVALID_VALUE, get(client.write(off, 8)).get(0).status());
            get(client.prepare(9, Duration.ofSeconds(5)));
            assertTrue(get(client.write(off, 9)).get(0).isSuccess());
            assertEquals(ItemState.OnOff.OFF, item("DeskLamp"));
        }
    }

    @Test
    void hearsEventsAlsoAfterTheBridgeWasRestarted() throws Exception {
        try (AccessoryClient client = paired()) {
            CharacteristicId lamp = lamp(client);
            assertTrue(get(client.subscribe(List.of(lamp))).get(0).isSuccess());
            heard.awaited("connected");
            send(ItemState.OnOff.ON);
            heard.awaited(lamp + " true");
            bridge.configuration().delete();
            heard.awaited("lost");
            bridge = FrameworkBridge.start(runtime, "home", Map.of());
            assertEquals(bridge.address(), client.address(), "the port is kept");
            heard.awaited("connected");
            send(ItemState.OnOff.OFF);
            heard.awaited(lamp + " false");
            get(client.unsubscribe(List.of(lamp)));
            assertEquals(
                    Optional.of(false),
                    get(client.read(List.of(lamp), ReadOption.EVENTS)).get(0).events());
        }
        Eventually.until(SOON, "the sessions to end", () -> sessions() == 0);
    }

    @Test
    void everyQuestionHasAnEndHoweverOftenTheBridgeGoes() throws Exception {
        try (AccessoryClient client = paired()) {
            List<CharacteristicId> lamp = List.of(lamp(client));
            get(client.subscribe(lamp));
            heard.awaited("connected");
            List<CompletionStage<?>> asked = new ArrayList<>();
            for (int restart = 0; restart < 3; restart++) {
                ask(client, lamp, asked);
                bridge.configuration().delete();
                ask(client, lamp, asked);
                heard.awaited("lost");
                ask(client, lamp, asked);
                bridge = FrameworkBridge.start(runtime, "home");
                heard.awaited("connected");
            }
            for (CompletionStage<?> stage : asked) {
                get(stage.handle((reports, failure) -> "ended"));
            }
            assertEquals(1, get(client.read(lamp)).size());
            assertEquals(1, sessions(), "one connection, however many there were");
        }
    }

    @Test
    void managesPairingsAndLeaves() throws Exception {
        get(clients.identify(bridge.address()));
        AccessoryClient client = paired();
        assertEquals(Reason.UNAVAILABLE, failure(clients.identify(bridge.address())));
        Pairing guest = WireClient.pairing(WireClient.newKeys("guest"), Permissions.REGULAR);
        get(client.addPairing(guest));
        assertTrue(get(client.pairings()).contains(guest));
        get(client.removePairing(guest.controller()));
        assertFalse(get(client.pairings()).contains(guest));
        get(client.unpair());
        assertEquals(List.of(), get(clients.paired()));
        assertEquals(Reason.CLOSED, failure(client.accessories()));
        Eventually.until(SOON, "the sessions to end", () -> sessions() == 0);
        assertEquals(0, bridge.status().controllers());
        get(clients.identify(bridge.address()));
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        assertEquals(Reason.WRONG_CODE, failure(clients.pair(bridge.address(), WRONG)));
        DeviceId paired = get(clients.pair(bridge.address(), FrameworkBridge.CODE));
        assertEquals(Reason.UNAVAILABLE, failure(clients.pair(bridge.address(), FrameworkBridge.CODE)));
        InetSocketAddress nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        assertEquals(Reason.UNREACHABLE, failure(clients.pair(nobody, FrameworkBridge.CODE)));
        FrameworkBridge second = FrameworkBridge.start(runtime, "second");
        try (AccessoryClient misled = clients.open(paired, second.address(), heard)) {
            assertEquals(Reason.UNTRUSTED, failure(misled.connected()));
        }
        get(clients.forget(paired));
        try (AccessoryClient stranger = clients.open(paired, bridge.address(), heard)) {
            assertEquals(Reason.NOT_PAIRED, failure(stranger.connected()));
        }
    }

    @Test
    void leavesNothingWhenItStops() throws Exception {
        AccessoryClient client = paired();
        get(client.subscribe(List.of(lamp(client))));
        PairingAttempt attempt = get(
                clients.startPairing(FrameworkBridge.start(runtime, "second").address()));
        assertEquals(1, sessions());
        runtime.bundle(Part.CONTROLLER).stop();
        Eventually.until(SOON, "the sessions to end", () -> sessions() == 0);
        assertEquals(Reason.CLOSED, failure(client.accessories()));
        attempt.close();
        runtime.bundle(Part.CONTROLLER).start();
        clients = runtime.service(AccessoryClients.class);
        assertEquals(List.of(client.accessory()), get(clients.paired()), "what is paired stays");
        try (AccessoryClient again = clients.open(client.accessory(), bridge.address(), heard)) {
            get(again.connected());
            for (Part part : List.of(Part.SERVER, Part.TRANSPORT, Part.DISCOVERY, Part.STORE)) {
                runtime.bundle(part).stop();
            }
        }
        Eventually.until(
                SOON,
                "our threads to end",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("latchkey-")));
    }

    private AccessoryClient paired() throws Exception {
        DeviceId paired = get(clients.pair(bridge.address(), FrameworkBridge.CODE));
        AccessoryClient client = clients.open(paired, bridge.address(), heard);
        get(client.connected());
        return client;
    }

    private static void ask(AccessoryClient client, List<CharacteristicId> ids, List<CompletionStage<?>> asked) {
        for (int i = 0; i < 20; i++) {
            asked.add(client.read(ids));
            asked.add(client.writeTimed(List.of(CharacteristicWrite.value(ids.get(0), Value.TRUE)), SOON));
        }
    }

    private int sessions() {
        return runtime.service(BridgeRuntime.class).sessions("home").size();
    }

    private void send(ItemState.OnOff state) {
        runtime.service(ItemRegistry.class).send("DeskLamp", state, "itests");
    }

    private ItemState item(String name) {
        return runtime.service(ItemRegistry.class).item(name).orElseThrow().state();
    }

    private static CharacteristicId lamp(AccessoryClient client) throws Exception {
        return get(client.accessories()).stream()
                .filter(accessory -> "Desk Lamp".equals(name(accessory)))
                .flatMap(accessory -> accessory.service(ServiceTypes.LIGHTBULB.uuid()).stream())
                .flatMap(service -> service.characteristic(CharacteristicTypes.ON.uuid()).stream())
                .map(CharacteristicReport::id)
                .findFirst()
                .orElseThrow();
    }

    private static String name(AccessoryDescription accessory) {
        CharacteristicType type = CharacteristicTypes.NAME;
        return accessory
                .service(ServiceTypes.ACCESSORY_INFORMATION.uuid())
                .flatMap(service -> service.characteristic(type.uuid()))
                .flatMap(CharacteristicReport::value)
                .map(value -> ((Value.Text) value).text())
                .orElseThrow();
    }

    /** What a client tells, in order. */
    private static final class Heard implements ClientListener {
        private final BlockingQueue<String> notices = new LinkedBlockingQueue<>();

        @Override
        public void connected() {
            notices.add("connected");
        }

        @Override
        public void lost(ControllerException cause) {
            notices.add("lost");
        }

        @Override
        public void event(List<CharacteristicReport> changes) {
            changes.forEach(change -> notices.add(change.id() + " " + isTrue(change.value())));
        }

        /** Waits for a notice; what comes before it is of no interest. */
        void awaited(String notice) throws InterruptedException {
            long deadline = System.nanoTime() + SOON.toNanos();
            String next = "";
            while (!notice.equals(next)) {
                next = notices.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                assertTrue(next != null, "not heard within " + SOON + ": " + notice);
            }
        }

        private static boolean isTrue(Optional<Value> value) {
            return value.equals(Optional.of(Value.TRUE)) || value.equals(Optional.of(Value.of(1)));
        }
    }
}
