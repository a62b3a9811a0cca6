// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.discovery.internal.Interfaces.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be configured, and what is said of the rest. */
class DiscoverySettingsTest {

    @Test
    void nothingMeansAllThatLeadsToPhones() {
        assertEquals(DiscoverySettings.USUAL, DiscoverySettings.of(Map.of()));
        assertEquals(DiscoverySettings.USUAL, DiscoverySettings.of(Map.of("interfaces", " ", "advertise", "")));
    }

    @Test
    void listsAreSeparatedByCommas() throws IOException {
        DiscoverySettings settings =
                DiscoverySettings.of(Map.of("interfaces", " eth0 ,wlan0,", "advertise", "192.0.2.7, 2001:db8::7"));
        assertEquals(Set.of("eth0", "wlan0"), settings.interfaces());
        assertEquals(
                List.of(InetAddress.getByName("192.0.2.7"), InetAddress.getByName("2001:db8::7")),
                settings.advertised());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "home.example",
                "192.0.2",
                "192.0.2.700",
                "0.0.0.0",
                "127.0.0.1",
                "::1",
                "224.0.0.251",
                "192.0.2.7:5353",
                "192.0.2.7,192.0.2.8",
                "2001:db8::7,2001:db8::8"
            })
    void whatIsNoAddressOfAFamilyIsRefused(String advertise) {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> DiscoverySettings.of(Map.of("advertise", advertise)));
        assertTrue(refused.getMessage().contains("192.168.1.2"), refused.getMessage());
    }

    @Test
    void anAdvertisedAddressTakesThePlaceOfOurOwnButNotOfTheLoopback() throws IOException {
        LocalNetwork network = new LocalNetwork();
        network.configure(DiscoverySettings.of(Map.of("advertise", "192.0.2.7")));
        InetAddress outside = InetAddress.getByName("192.0.2.7");
        InetAddress loopback = InetAddress.getLoopbackAddress();
        assertEquals(Set.of(new Place(outside, Place.ELSEWHERE)), network.toPublish(InetAddress.getByName("0.0.0.0")));
        assertEquals(network.toSearch(loopback), network.toPublish(loopback));
        assertEquals(loopback, network.toSearch(loopback).iterator().next().address());
    }
}
