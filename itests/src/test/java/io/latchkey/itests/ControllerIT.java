// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static io.latchkey.itests.StageResults.assertFails;
import static io.latchkey.itests.StageResults.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.controller.AccessoryClient;
import io.latchkey.api.controller.CharacteristicReport;
import io.latchkey.api.controller.CharacteristicWrite;
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
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import io.latchkey.itests.wire.WireClient;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What our controller asks of our bridge on plain Felix, over real sockets, with the oldest and the newest libraries. */
@ParameterizedClass
@EnumSource(Libraries.class)
class ControllerIT extends ControllerHome {
    private static final SetupCode WRONG = SetupCode.of("518-26-306");

    ControllerIT(Libraries libraries) {
        super(libraries);
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
    void managesPairingsAndLeaves() throws Exception {
        get(clients.identify(bridge.address()));
        AccessoryClient client = paired();
        assertFails(Reason.UNAVAILABLE, clients.identify(bridge.address()));
        Pairing guest = WireClient.pairing(WireClient.newKeys("guest"), Permissions.REGULAR);
        get(client.addPairing(guest));
        assertTrue(get(client.pairings()).contains(guest));
        get(client.removePairing(guest.controller()));
        assertFalse(get(client.pairings()).contains(guest));
        get(client.unpair());
        assertEquals(List.of(), get(clients.paired()));
        assertFails(Reason.CLOSED, client.accessories());
        Eventually.until(SOON, "the sessions to end", () -> sessions() == 0);
        assertEquals(0, bridge.status().controllers());
        get(clients.identify(bridge.address()));
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        assertFails(Reason.WRONG_CODE, clients.pair(bridge.address(), WRONG));
        DeviceId paired = get(clients.pair(bridge.address(), FrameworkBridge.CODE));
        assertFails(Reason.UNAVAILABLE, clients.pair(bridge.address(), FrameworkBridge.CODE));
        InetSocketAddress nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        assertFails(Reason.UNREACHABLE, clients.pair(nobody, FrameworkBridge.CODE));
        FrameworkBridge second = FrameworkBridge.start(runtime, "second");
        try (AccessoryClient misled = clients.open(paired, second.address(), heard)) {
            assertFails(Reason.UNTRUSTED, misled.connected());
        }
        get(clients.forget(paired));
        try (AccessoryClient stranger = clients.open(paired, bridge.address(), heard)) {
            assertFails(Reason.NOT_PAIRED, stranger.connected());
        }
    }
}
