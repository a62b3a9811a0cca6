// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What openHAB's own HomeKit add-on may have been configured with, from files and from forms. */
class OldConfigurationTest {

    @Test
    void textOfAFile() {
        OldConfiguration old = OldConfiguration.of(Map.of(
                "name", " My home ",
                "port", "9124",
                "pin", "482-13-975",
                "setupId", "7OSX",
                "networkInterface", "192.168.1.2",
                "instances", "3",
                "useFahrenheitTemperature", "true",
                "useOHmDNS", "TRUE"));
        assertEquals(Optional.of("My home"), old.name());
        assertEquals(Optional.of(9124), old.port());
        assertEquals(Optional.of(SetupCode.of("482-13-975")), old.setupCode());
        assertEquals(Optional.of(new SetupId("7OSX")), old.setupId());
        assertEquals(Optional.of("192.168.1.2"), old.bindAddress());
        assertEquals(3, old.instances());
        assertEquals(Optional.of(true), old.fahrenheit());
        assertEquals(Optional.of(true), old.sharedMdns());
        assertEquals(List.of(), old.notes());
    }

    @Test
    void valuesOfAForm() {
        OldConfiguration old = OldConfiguration.of(Map.of(
                "port",
                new BigDecimal("9124"),
                "instances",
                2,
                "useFahrenheitTemperature",
                false,
                "useOHmDNS",
                true,
                "networkInterface",
                List.of("fe80::1", "192.168.1.2")));
        assertEquals(Optional.of(9124), old.port());
        assertEquals(2, old.instances());
        assertEquals(Optional.of(false), old.fahrenheit());
        assertEquals(Optional.of(true), old.sharedMdns());
        assertEquals(Optional.of("fe80::1"), old.bindAddress());
    }

    @Test
    void nothingConfiguredMeansNothing() {
        OldConfiguration old = OldConfiguration.of(Map.of());
        assertEquals(Optional.empty(), old.name());
        assertEquals(Optional.empty(), old.fahrenheit());
        assertEquals(1, old.instances());
        assertEquals(Map.of(), old.words());
        assertEquals(List.of(), old.notes());
    }

    @Test
    void theAddOnHadACodeAndAPortOfItsOwn() {
        OldConfiguration silent = OldConfiguration.of(Map.of());
        assertEquals(Optional.of(SetupCode.of("031-45-154")), silent.usedCode());
        assertEquals(9123, silent.usedPort());

        OldConfiguration forbidden = OldConfiguration.of(Map.of("pin", "123-45-678", "port", "99999"));
        assertEquals(Optional.empty(), forbidden.usedCode());
        assertEquals(9123, forbidden.usedPort());

        OldConfiguration own = OldConfiguration.of(Map.of("pin", " 271-82-818", "port", new BigDecimal("9200")));
        assertEquals(Optional.of(SetupCode.of("271-82-818")), own.usedCode());
        assertEquals(9200, own.usedPort());
    }

    @Test
    void whatCannotBeUsedIsNotedWithoutTheCode() {
        OldConfiguration old = OldConfiguration.of(new TreeMap<>(Map.of(
                "port", "many",
                "pin", "111-11-111",
                "setupId", "7osx",
                "networkInterface", "the house",
                "instances", "0")));
        assertEquals(Optional.empty(), old.port());
        assertEquals(Optional.empty(), old.setupCode());
        assertEquals(Optional.empty(), old.setupId());
        assertEquals(Optional.empty(), old.bindAddress());
        assertEquals(1, old.instances());
        assertEquals(5, old.notes().size());
        assertFalse(old.toString().contains("111-11-111"));
    }

    @Test
    void keysThatAreNotNeededAreExplained() {
        OldConfiguration old = OldConfiguration.of(Map.of(
                "blockUserDeletion",
                true,
                "useDummyAccessories",
                "false",
                "startDelay",
                "30",
                "minimumTemperature",
                -100));
        assertEquals(2, old.notes().size());
        assertTrue(old.notes().get(0).startsWith("blockUserDeletion is not needed: "));
        assertTrue(old.notes().get(1).startsWith("startDelay is not needed: "));
    }

    @Test
    void wordsOfThermostatsOfAllTimes() {
        OldConfiguration old = OldConfiguration.of(Map.of(
                "thermostatTargetModeHeat", "HeatOn",
                "thermostatHeatMode", "older",
                "thermostatCoolMode", "Cold",
                "thermostatCurrentModeHeating", "Heating",
                "doorCurrentStateStopped", "halted"));
        assertEquals(
                Map.of(
                        "TargetHeatingCoolingMode", Map.of("HEAT", "HeatOn", "COOL", "Cold"),
                        "CurrentHeatingCoolingMode", Map.of("HEAT", "Heating"),
                        "CurrentDoorState", Map.of("STOPPED", "halted")),
                old.words());
    }

    @Test
    void isReadFromTheConfigurationAdmin() {
        FakeAdmin admin = new FakeAdmin();
        assertEquals(Optional.empty(), OldConfiguration.read(admin).port());
        admin.put("org.openhab.homekit", null, Map.of("port", "9124"));
        assertEquals(Optional.of(9124), OldConfiguration.read(admin).port());
    }

    @Test
    void ownSettingsComeBeforeTheOld() {
        OldConfiguration old = OldConfiguration.of(Map.of("useOHmDNS", "true", "useFahrenheitTemperature", "true"));
        assertTrue(HostSettings.of(Map.of(), old).sharedMdns());
        assertTrue(HostSettings.of(Map.of(), old).fahrenheit());
        HostSettings own = HostSettings.of(Map.of("sharedMdns", "false", "useFahrenheitTemperature", false), old);
        assertFalse(own.sharedMdns());
        assertFalse(own.fahrenheit());
        assertFalse(HostSettings.of(Map.of(), OldConfiguration.of(Map.of())).sharedMdns());
    }
}
