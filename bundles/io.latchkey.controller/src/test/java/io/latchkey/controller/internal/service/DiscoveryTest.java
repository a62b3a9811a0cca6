// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.controller.DiscoveredAccessory;
import io.latchkey.api.controller.DiscoveryListener;
import io.latchkey.api.discovery.BrowseListener;
import io.latchkey.api.discovery.Browser.Browsing;
import io.latchkey.api.discovery.DiscoveredBridge;
import io.latchkey.api.discovery.InstanceName;
import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.SetupHash;
import io.latchkey.controller.internal.fake.ControllerRig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records on the network as accessories. */
class DiscoveryTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Map<String, String> TEXT = Map.of(
            "id",
            "E1:91:1A:70:85:AA",
            "md",
            "Lamp 1",
            "pv",
            "1.1",
            "c#",
            "65535",
            "s#",
            "1",
            "sf",
            "1",
            "ff",
            "2",
            "ci",
            "5",
            "sh",
            "yf4bzw==");

    private final ControllerRig rig = new ControllerRig();
    private final List<String> told = new ArrayList<>();

    @Test
    void everyKeyIsRead() {
        DiscoveredAccessory accessory = TxtRecord.read(record(TEXT)).orElseThrow();
        assertEquals("E1:91:1A:70:85:AA", accessory.deviceId().text());
        assertEquals("Lamp", accessory.name());
        assertEquals("Lamp 1", accessory.model());
        assertEquals("1.1", accessory.protocol());
        assertEquals(65_535, accessory.configuration());
        assertEquals(1, accessory.state());
        assertEquals(1, accessory.statusFlags());
        assertEquals(2, accessory.featureFlags());
        assertEquals(Optional.of(AccessoryCategory.LIGHTING), accessory.category());
        assertEquals(Optional.of(new SetupHash("yf4bzw==")), accessory.setupHash());
        assertEquals(List.of(new InetSocketAddress(HERE, 51826)), accessory.addresses());
        assertFalse(accessory.isPaired());
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        DiscoveredAccessory accessory =
                TxtRecord.read(record(Map.of("id", "e1:91:1a:70:85:aa"))).orElseThrow();
        assertEquals("e1:91:1a:70:85:aa", accessory.deviceId().text(), "as it is written");
        assertEquals("1.0", accessory.protocol());
        assertEquals("", accessory.model());
        assertEquals(0, accessory.configuration());
        assertEquals(Optional.empty(), accessory.category());
        assertEquals(Optional.empty(), accessory.setupHash());
    }

    @ParameterizedTest
    @CsvSource({"sf, x", "sf, -1", "sf, 99999999999", "ff, 1.5", "c#, 99999999999999999999", "ci, 37", "sh, ????"})
    void whatIsMalformedIsTakenAsLeftOut(String key, String value) {
        Map<String, String> broken = new HashMap<>(TEXT);
        broken.put(key, value);
        Map<String, String> without = new HashMap<>(TEXT);
        without.remove(key);
        assertEquals(TxtRecord.read(record(without)), TxtRecord.read(record(broken)));
    }

    @Test
    void aRecordWithoutIdAddressOrPortIsNone() {
        assertEquals(Optional.empty(), TxtRecord.read(record(Map.of("md", "Printer"))));
        assertEquals(Optional.empty(), TxtRecord.read(record(Map.of("id", "x".repeat(37)))));
        assertEquals(Optional.empty(), TxtRecord.read(new DiscoveredBridge("Lamp", List.of(), 1, TEXT)));
        assertEquals(Optional.empty(), TxtRecord.read(new DiscoveredBridge("Lamp", List.of(HERE), 65_536, TEXT)));
    }

    @Test
    void aSearchTellsWhatComesChangesAndGoes() {
        Browsing browsing = rig.clients.discover(HERE, new Notes());
        BrowseListener search = rig.browser.searches().get(0);
        search.found(record(Map.of("md", "Printer")));
        search.updated(record(TEXT));
        search.updated(record(Map.of("id", "E1:91:1A:70:85:AA")));
        search.updated(record(Map.of()));
        search.lost("Lamp");
        search.found(record(TEXT));
        search.lost("Lamp");
        search.lost("Lamp");
        rig.threads.settle();
        assertEquals(List.of("found Lamp 1", "updated ", "lost ", "found Lamp 1", "lost Lamp 1"), told);
        browsing.close();
        assertEquals(List.of(), rig.browser.searches());
    }

    @Test
    void stoppingEndsAllSearches() {
        rig.clients.discover(HERE, new Notes());
        rig.clients.stop();
        assertEquals(List.of(), rig.browser.searches());
        assertThrows(IllegalStateException.class, () -> rig.clients.discover(HERE, new Notes()));
    }

    @Test
    void aListenerThatFailsHarmsNoSearch() {
        rig.clients.discover(HERE, new Notes() {
            @Override
            public void found(DiscoveredAccessory accessory) {
                super.found(accessory);
                throw new IllegalStateException("on purpose");
            }
        });
        rig.browser.searches().get(0).found(record(TEXT));
        rig.threads.settle();
        assertTrue(told.contains("found Lamp 1"));
    }

    @Test
    void requestsAreAddressedToTheNameOfTheRecordThatWasSeen() {
        InetAddress address = ControllerRig.ADDRESS.getAddress();
        rig.pair();
        assertEquals(Optional.empty(), rig.network.requests().get(0).name());
        rig.clients.discover(HERE, new Notes());
        BrowseListener search = rig.browser.searches().get(0);
        search.found(new DiscoveredBridge("Lamp", List.of(address), ControllerRig.ADDRESS.getPort(), TEXT));
        search.updated(new DiscoveredBridge("Blue Barn", List.of(address), ControllerRig.ADDRESS.getPort(), TEXT));
        search.found(new DiscoveredBridge("", List.of(address), ControllerRig.ADDRESS.getPort(), TEXT));
        rig.clients.identify(ControllerRig.ADDRESS);
        assertEquals(
                Optional.of(new InstanceName("Blue Barn")),
                rig.network.requests().get(1).name());
        rig.clients.open(rig.accessory.identity().deviceId(), ControllerRig.ADDRESS, rig.heard);
        rig.threads.settle();
        assertEquals(
                Optional.of(new InstanceName("Blue Barn")),
                rig.network.requests().get(2).name());
    }

    private static DiscoveredBridge record(Map<String, String> text) {
        return new DiscoveredBridge("Lamp", List.of(HERE), 51826, text);
    }

    /** Takes notes. */
    private class Notes implements DiscoveryListener {
        @Override
        public void found(DiscoveredAccessory accessory) {
            told.add("found " + accessory.model());
        }

        @Override
        public void updated(DiscoveredAccessory accessory) {
            told.add("updated " + accessory.model());
        }

        @Override
        public void lost(DiscoveredAccessory accessory) {
            told.add("lost " + accessory.model());
        }
    }
}
