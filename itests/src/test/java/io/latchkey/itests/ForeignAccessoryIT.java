// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static io.latchkey.itests.StageResults.assertFails;
import static io.latchkey.itests.StageResults.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.controller.AccessoryClient;
import io.latchkey.api.controller.AccessoryClients;
import io.latchkey.api.controller.AccessoryDescription;
import io.latchkey.api.controller.CharacteristicReport;
import io.latchkey.api.controller.CharacteristicWrite;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.controller.PairingAttempt;
import io.latchkey.api.controller.PairingMode;
import io.latchkey.api.controller.ReadOption;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Domain;
import io.latchkey.itests.wire.WireClient;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our controller and a bridge that nobody here wrote: HAP-NodeJS, in a process of its own. */
class ForeignAccessoryIT {
    private static final SetupCode CODE = SetupCode.of("031-45-154");
    private static final SetupCode WRONG = SetupCode.of("031-45-155");
    private static final Path SCRIPT = Path.of("conformance", "src", "main", "js", "foreign-bridge.js");
    private static final String READY = "ready ";
    private static final Duration SOON = Duration.ofSeconds(30);

    private FelixRuntime runtime;
    private Process foreign;
    private InetSocketAddress address;
    private AccessoryClients clients;

    @BeforeEach
    void startBoth() throws Exception {
        Npm npm = Npm.install();
        npm.add(SCRIPT);
        String store = Built.fresh("foreign-accessory-store").toString();
        foreign = npm.start("foreign-bridge", Map.of(), "0", CODE.text(), store);
        Eventually.endAfter(120, foreign);
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port());
        runtime = FelixRuntime.start(Built.fresh("foreign-accessory"), Libraries.HIGHEST);
        clients = runtime.service(AccessoryClients.class);
    }

    @AfterEach
    void stopBoth() throws Exception {
        foreign.destroyForcibly();
        runtime.close();
    }

    @Test
    void isPairedReadWrittenHeardAndLeft() throws Exception {
        assertFails(Reason.WRONG_CODE, clients.pair(address, WRONG));
        // it knows no flags
        assertFails(Reason.REFUSED, clients.pair(address, CODE, PairingMode.SPLIT));
        PairingAttempt attempt = get(clients.startPairing(address));
        DeviceId paired = get(attempt.finish(CODE));
        assertEquals("CC:22:3D:E3:CE:F6", paired.text());
        assertFails(Reason.UNAVAILABLE, clients.pair(address, CODE));
        LinkedBlockingQueue<CharacteristicReport> heard = new LinkedBlockingQueue<>();
        AccessoryClient client = clients.open(paired, address, heard::addAll);
        CharacteristicId lamp = find(get(client.accessories()));
        readAndWrite(client, lamp);
        try (WireClient other = guest(client, paired)) {
            assertTrue(get(client.subscribe(List.of(lamp))).get(0).isSuccess());
            other.put(lamp.toString(), "value", "false");
            CharacteristicReport change = heard.poll(SOON.toSeconds(), TimeUnit.SECONDS);
            assertEquals(lamp, change.id());
            assertTrue(List.of(Value.FALSE, Value.of(0)).contains(change.value().orElseThrow()), change.toString());
        }
        get(client.unpair());
        assertEquals(List.of(), get(clients.paired()));
        assertEquals(paired, get(clients.pair(address, CODE)), "it has forgotten us as well");
    }

    private static void readAndWrite(AccessoryClient client, CharacteristicId lamp) throws Exception {
        CharacteristicReport report =
                get(client.read(List.of(lamp), ReadOption.values())).get(0);
        assertEquals(Optional.of(CharacteristicTypes.ON.uuid()), report.type());
        assertEquals(Optional.of(Format.BOOL), report.meta().format());
        List<CharacteristicWrite> on = List.of(CharacteristicWrite.value(lamp, Value.TRUE));
        assertTrue(get(client.write(on)).get(0).isSuccess());
        assertTrue(get(client.writeTimed(on, SOON)).get(0).isSuccess());
        get(client.prepare(7, SOON));
        assertEquals(HapStatus.INVALID_VALUE, get(client.write(on, 8)).get(0).status());
    }

    /** A controller of another kind, which we let in. */
    private WireClient guest(AccessoryClient client, DeviceId paired) throws Exception {
        ControllerKeys keys = WireClient.newKeys("guest");
        Pairing guest = WireClient.pairing(keys, Permissions.REGULAR);
        get(client.addPairing(guest));
        assertTrue(get(client.pairings()).contains(guest));
        BridgeStore store = runtime.service(BridgeStore.class);
        ControllerKeys.Peer bridge =
                store.load("latchkey.controller").get(Domain.CONTROLLER).orElseThrow().peers().stream()
                        .filter(each -> each.accessory().equals(paired))
                        .findFirst()
                        .orElseThrow();
        return WireClient.verified(address, keys, bridge);
    }

    private static CharacteristicId find(List<AccessoryDescription> accessories) {
        assertTrue(accessories.size() > 100, "more than 64 KB of them");
        return accessories.stream()
                .flatMap(accessory -> accessory.service(ServiceTypes.LIGHTBULB.uuid()).stream())
                .flatMap(service -> service.characteristic(CharacteristicTypes.ON.uuid()).stream())
                .map(CharacteristicReport::id)
                .findFirst()
                .orElseThrow();
    }

    private int port() throws Exception {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(foreign.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = lines.readLine();
        }
        assertTrue(line != null, "the foreign bridge has not started");
        return Integer.parseInt(line.substring(READY.length()).trim());
    }
}
