// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.controller.ControllerException;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.controller.DiscoveredAccessory;
import io.latchkey.api.controller.DiscoveryListener;
import io.latchkey.api.discovery.BrowseListener;
import io.latchkey.api.discovery.DiscoveredBridge;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.store.Pairings;
import io.latchkey.controller.internal.fake.ControllerRig;
import io.latchkey.controller.internal.fake.FakeAccessory;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Accessories that call themselves by the Device ID of another. */
class NamesakeTest {
    private static final InetSocketAddress THERE = new InetSocketAddress("127.0.0.2", 51826);

    private final ControllerRig rig = new ControllerRig();

    @Test
    void aKnownDeviceIdWithAnotherKeyIsNotTaken() {
        DeviceId known = rig.pair();
        FakeAccessory namesake = FakeAccessory.namesake(rig.accessory);
        rig.network.put(THERE, namesake);
        ControllerException failure = rig.failure(rig.clients.pair(THERE, FakeAccessory.CODE));
        assertEquals(Reason.OTHER_KEY, failure.reason());
        assertEquals(
                "127.0.0.2:51826: " + Reason.OTHER_KEY.advice() + " (Device ID " + known + ")", failure.getMessage());
        assertEquals(Pairings.NONE, namesake.pairings(), "it was asked to forget us");
        rig.result(rig.clients.open(known, ControllerRig.ADDRESS, rig.heard).connected());
    }

    @Test
    void whatWasForgottenMayComeWithAnotherKey() {
        DeviceId known = rig.pair();
        rig.network.put(THERE, FakeAccessory.namesake(rig.accessory));
        rig.result(rig.clients.forget(known));
        assertEquals(known, rig.result(rig.clients.pair(THERE, FakeAccessory.CODE)));
        rig.result(rig.clients.open(known, THERE, rig.heard).connected());
    }

    @Test
    void aCodeThatComesLaterMakesNoDifference() {
        rig.pair();
        FakeAccessory namesake = FakeAccessory.namesake(rig.accessory);
        rig.network.put(THERE, namesake);
        var attempt = rig.result(rig.clients.startPairing(THERE));
        assertEquals(Reason.OTHER_KEY, rig.reason(attempt.finish(FakeAccessory.CODE)));
        assertEquals(Pairings.NONE, namesake.pairings());
    }

    @Test
    void whoIsAnotherThanItsRecordSaysIsNotTaken() {
        search().found(record("Lamp", "AA:BB:CC:DD:EE:FF"));
        ControllerException failure = rig.failure(rig.clients.pair(ControllerRig.ADDRESS, FakeAccessory.CODE));
        assertEquals(Reason.UNTRUSTED, failure.reason());
        String id = rig.accessory.identity().deviceId().text();
        assertTrue(
                failure.getMessage()
                        .endsWith("(it says that it is " + id
                                + ", its record on the network says AA:BB:CC:DD:EE:FF; search anew if it has moved)"),
                failure.getMessage());
        assertEquals(Pairings.NONE, rig.accessory.pairings(), "it was asked to forget us");
        assertEquals(List.of(), rig.result(rig.clients.paired()));
    }

    @Test
    void whoIsWhatItsRecordSaysIsTaken() {
        String id = rig.accessory.identity().deviceId().text();
        search().found(record("Lamp", id.toLowerCase(Locale.ROOT)));
        assertEquals(id, rig.pair().text());
    }

    @Test
    void aRecordThatIsGoneOrHasChangedSaysNothingAnyMore() {
        BrowseListener search = search();
        search.found(record("Lamp", "AA:BB:CC:DD:EE:FF"));
        search.found(record("Other", "AA:BB:CC:DD:EE:00"));
        search.lost("Lamp");
        assertEquals(Reason.UNTRUSTED, rig.reason(rig.clients.pair(ControllerRig.ADDRESS, FakeAccessory.CODE)));
        search.lost("Other");
        assertEquals(rig.accessory.identity().deviceId(), rig.pair());
    }

    private BrowseListener search() {
        rig.clients.discover(ControllerRig.ADDRESS.getAddress(), new Ignored());
        return rig.browser.searches().get(0);
    }

    private static DiscoveredBridge record(String name, String id) {
        return new DiscoveredBridge(
                name,
                List.of(ControllerRig.ADDRESS.getAddress()),
                ControllerRig.ADDRESS.getPort(),
                Map.of("id", id, "md", "Lamp 1"));
    }

    /** What is found is of no interest. */
    private static final class Ignored implements DiscoveryListener {
        @Override
        public void found(DiscoveredAccessory accessory) {}

        @Override
        public void updated(DiscoveredAccessory accessory) {}

        @Override
        public void lost(DiscoveredAccessory accessory) {}
    }
}
