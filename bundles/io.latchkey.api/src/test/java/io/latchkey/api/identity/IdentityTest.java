// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of identity refuse what is malformed, compare by value and keep their secrets to themselves. */
class IdentityTest {
    private static final DeviceId DEVICE = new DeviceId("E1:91:1A:70:85:AA");
    private static final byte[] KEY = filled(7);

    @ParameterizedTest
    @ValueSource(strings = {"", "E1:91:1A:70:85", "e1:91:1a:70:85:aa", "E1-91-1A-70-85-AA", "E1:91:1A:70:85:AA "})
    void refusesDeviceIdsOfAnotherForm(String text) {
        assertThrows(IllegalArgumentException.class, () -> new DeviceId(text));
    }

    @Test
    void foreignDeviceIdKeepsItsLetters() {
        assertEquals("a1:b2:C3:d4:e5:f6", DeviceId.foreign("a1:b2:C3:d4:e5:f6").text());
        assertEquals(DEVICE, DeviceId.foreign(DEVICE.text()));
        assertThrows(IllegalArgumentException.class, () -> DeviceId.foreign(""));
        assertThrows(IllegalArgumentException.class, () -> DeviceId.foreign("x".repeat(37)));
    }

    @Test
    void foreignDeviceIdGoesIntoTheSetupHashAsItIs() {
        SetupId setup = new SetupId("7OSX");
        assertNotEquals(
                SetupHash.of(setup, DEVICE),
                SetupHash.of(setup, DeviceId.foreign(DEVICE.text().toLowerCase(Locale.ROOT))));
    }

    @Test
    void drawsWhatItAccepts() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            assertEquals(17, DeviceId.random(random).text().length());
            assertEquals(4, SetupId.random(random).text().length());
            assertTrue(SetupCode.isWellFormed(SetupCode.random(random).text()));
        }
    }

    @Test
    void drawsAgainWhenTheCodeIsForbidden() {
        int[] draws = {0, 11_111_111, 12_345_678, 87_654_321, 99_999_999, 42};
        int[] next = {0};
        RandomGenerator loaded = new Random() {
            private static final long serialVersionUID = 1L;

            @Override
            public int nextInt(int bound) {
                return draws[next[0]++];
            }
        };
        assertEquals("000-00-042", SetupCode.random(loaded).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7OS", "7OSXX", "7osx", "7OS-"})
    void refusesSetupIdsOfAnotherForm(String text) {
        assertThrows(IllegalArgumentException.class, () -> new SetupId(text));
    }

    @Test
    void controllerIdCountsBytesAndKeepsCase() {
        assertEquals(36, new ControllerId("é".repeat(18)).text().length() * 2);
        assertThrows(IllegalArgumentException.class, () -> new ControllerId("é".repeat(18) + "x"));
        assertThrows(IllegalArgumentException.class, () -> new ControllerId(""));
        assertNotEquals(new ControllerId("a"), new ControllerId("A"));
    }

    @Test
    void configurationNumberStartsAgainAfterTheLast() {
        assertEquals(2, ConfigurationNumber.FIRST.next().value());
        assertEquals(ConfigurationNumber.FIRST, new ConfigurationNumber(65_535).next());
        assertThrows(IllegalArgumentException.class, () -> new ConfigurationNumber(0));
        assertThrows(IllegalArgumentException.class, () -> new ConfigurationNumber(65_536));
    }

    @Test
    void permissionsAreTheBitsOfTheProtocol() {
        assertEquals(Optional.of(Permissions.REGULAR), Permissions.of(0));
        assertEquals(Optional.of(Permissions.ADMIN), Permissions.of(1));
        assertEquals(Optional.empty(), Permissions.of(2));
    }

    @Test
    void keysAreCopiedInAndOut() {
        byte[] seed = filled(1);
        AccessoryIdentity identity = new AccessoryIdentity(DEVICE, seed, KEY);
        seed[0] = 99;
        identity.seed()[1] = 99;
        identity.publicKey()[1] = 99;
        assertArrayEquals(filled(1), identity.seed());
        assertArrayEquals(KEY, identity.publicKey());
    }

    @Test
    void keysOfAnotherLengthAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new AccessoryIdentity(DEVICE, new byte[31], KEY));
        assertThrows(IllegalArgumentException.class, () -> new AccessoryIdentity(DEVICE, KEY, new byte[33]));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Pairing(new ControllerId("a"), new byte[64], Permissions.ADMIN));
    }

    @Test
    void comparesByValue() {
        AccessoryIdentity identity = new AccessoryIdentity(DEVICE, filled(1), KEY);
        assertEquals(identity, new AccessoryIdentity(DEVICE, filled(1), KEY));
        assertNotEquals(identity, new AccessoryIdentity(DEVICE, filled(2), KEY));
        Pairing pairing = new Pairing(new ControllerId("a"), KEY, Permissions.ADMIN);
        assertEquals(pairing, pairing.with(Permissions.REGULAR).with(Permissions.ADMIN));
        assertNotEquals(pairing, pairing.with(Permissions.REGULAR));
        assertTrue(pairing.isAdmin());
        assertEquals(SetupCode.of("518-08-582"), SetupCode.of("518-08-582"));
        assertNotEquals(SetupCode.of("518-08-582"), SetupCode.of("518-08-583"));
    }

    @Test
    void secretsShowInNoText() {
        SetupCode code = SetupCode.of("518-08-582");
        SetupPayload payload = new SetupPayload(code, new SetupId("7OSX"), AccessoryCategory.BRIDGE);
        AccessoryIdentity identity = new AccessoryIdentity(DEVICE, filled(0xAB), filled(0xCD));
        String all = code + " " + payload + " " + identity
                + new Pairing(new ControllerId("a"), filled(0xEF), Permissions.ADMIN);
        assertFalse(all.contains("518"));
        assertFalse(all.contains("51808582"));
        assertFalse(all.contains(payload.uri()));
        for (int secret : new int[] {0xAB, 0xCD, 0xEF}) {
            assertFalse(all.contains(HexFormat.of().toHexDigits((byte) secret).repeat(2)));
            assertFalse(all.contains(Arrays.toString(filled(secret))));
        }
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
