// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may be configured. */
class DiscoverySettingsTest {

    @Test
    void nothingMeansAllThatLeadsToPhones() {
        assertEquals(DiscoverySettings.USUAL, DiscoverySettings.of(Map.of()));
        assertEquals(DiscoverySettings.USUAL, DiscoverySettings.of(Map.of("interfaces", " ")));
    }

    @Test
    void namesAreSeparatedByCommas() {
        assertEquals(
                Set.of("eth0", "wlan0"),
                DiscoverySettings.of(Map.of("interfaces", " eth0 ,wlan0,")).interfaces());
    }

    @Test
    void avahisFolderIsAPath() {
        assertEquals(
                Optional.of(Path.of("/avahi")),
                DiscoverySettings.of(Map.of("avahiServices", " /avahi ")).avahiServices());
        assertEquals(
                Optional.empty(),
                DiscoverySettings.of(Map.of("avahiServices", "")).avahiServices());
    }
}
