// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static io.latchkey.itests.StageResults.get;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.controller.AccessoryClient;
import io.latchkey.api.controller.AccessoryClients;
import io.latchkey.api.controller.AccessoryDescription;
import io.latchkey.api.controller.CharacteristicReport;
import io.latchkey.api.controller.ClientListener;
import io.latchkey.api.controller.ControllerException;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A bridge of ours and a controller of ours in one framework, for one test. */
abstract class ControllerHome {
    static final Duration SOON = Duration.ofSeconds(20);

    final Libraries libraries;
    final Heard heard = new Heard();
    FelixRuntime runtime;
    FrameworkBridge bridge;
    AccessoryClients clients;

    ControllerHome(Libraries libraries) {
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

    AccessoryClient paired() throws Exception {
        DeviceId paired = get(clients.pair(bridge.address(), FrameworkBridge.CODE));
        AccessoryClient client = clients.open(paired, bridge.address(), heard);
        get(client.connected());
        return client;
    }

    int sessions() {
        return runtime.service(BridgeRuntime.class).sessions("home").size();
    }

    void send(ItemState.OnOff state) {
        runtime.service(ItemRegistry.class).send("DeskLamp", state, "itests");
    }

    ItemState item(String name) {
        return runtime.service(ItemRegistry.class).item(name).orElseThrow().state();
    }

    static CharacteristicId lamp(AccessoryClient client) throws Exception {
        return get(client.accessories()).stream()
                .filter(accessory -> "Desk Lamp".equals(name(accessory)))
                .flatMap(accessory -> accessory.service(ServiceTypes.LIGHTBULB.uuid()).stream())
                .flatMap(service -> service.characteristic(CharacteristicTypes.ON.uuid()).stream())
                .map(CharacteristicReport::id)
                .findFirst()
                .orElseThrow();
    }

    static String name(AccessoryDescription accessory) {
        CharacteristicType type = CharacteristicTypes.NAME;
        return accessory
                .service(ServiceTypes.ACCESSORY_INFORMATION.uuid())
                .flatMap(service -> service.characteristic(type.uuid()))
                .flatMap(CharacteristicReport::value)
                .map(value -> ((Value.Text) value).text())
                .orElseThrow();
    }

    /** What a client tells, in order. */
    static final class Heard implements ClientListener {
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
