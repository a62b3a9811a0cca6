// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.store.Allocation.Entry;
import io.latchkey.api.store.ControllerKeys.Peer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a damaged or careless writer could put into the store is refused where it is made. */
class StoreValuesTest {

    @Test
    void anAidIsGivenOnceAndNeverAgain() {
        Entry lamp = new Entry(2, 1, Map.of(), "items");
        assertThrows(IllegalArgumentException.class, () -> new Allocation(Map.of("a", lamp, "b", lamp)));
        assertEquals(1, new Allocation(Map.of("a", lamp)).accessories().size());
    }

    @Test
    void anIidIsGivenOnceAndBelowTheNext() {
        assertThrows(IllegalArgumentException.class, () -> new Entry(2, 9, Map.of("a", 8L, "b", 8L), "items"));
        assertThrows(IllegalArgumentException.class, () -> new Entry(2, 8, Map.of("a", 8L), "items"));
        assertThrows(IllegalArgumentException.class, () -> new Entry(2, 8, Map.of("a", 0L), "items"));
        assertThrows(IllegalArgumentException.class, () -> new Entry(0, 8, Map.of(), "items"));
        assertThrows(IllegalArgumentException.class, () -> new Entry(1L << 53, 8, Map.of(), "items"));
    }

    @Test
    void aControllerIsPairedOnce() {
        Pairing pairing = new Pairing(new ControllerId("a"), new byte[32], Permissions.ADMIN);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Pairings(List.of(pairing, pairing.with(Permissions.REGULAR))));
    }

    @Test
    void numbersStayInTheirRanges() {
        SetupId id = new SetupId("7OSX");
        assertThrows(IllegalArgumentException.class, () -> new Setup(id, Optional.empty(), Optional.empty(), -1));
        for (int port : new int[] {0, 65_536}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Configuration(ConfigurationNumber.FIRST, "", OptionalInt.of(port), "1"));
        }
        assertThrows(IllegalArgumentException.class, () -> new Verifier(new byte[15], new byte[384]));
        assertThrows(IllegalArgumentException.class, () -> new Verifier(new byte[16], new byte[383]));
    }

    @Test
    void verifierIsCopiedAndComparedByValue() {
        byte[] salt = new byte[16];
        Verifier verifier = new Verifier(salt, new byte[384]);
        salt[0] = 1;
        verifier.salt()[0] = 1;
        verifier.verifier()[0] = 1;
        assertArrayEquals(new byte[16], verifier.salt());
        assertEquals(new Verifier(new byte[16], new byte[384]), verifier);
        assertEquals(new Verifier(new byte[16], new byte[384]).hashCode(), verifier.hashCode());
        assertNotEquals(new Verifier(salt, new byte[384]), verifier);
    }

    @Test
    void controllerKeysCompareByValueAndHideTheSeed() {
        ControllerKeys keys = keys(5);
        assertEquals(keys(5), keys);
        assertNotEquals(keys(6), keys);
        assertThrows(IllegalArgumentException.class, () -> new ControllerKeys(keys.id(), new byte[31], List.of()));
        assertEquals("ControllerKeys[doctor, [E1:91:1A:70:85:AA]]", keys.toString());
    }

    @Test
    void setupShowsNoSecret() {
        Setup setup = new Setup(
                new SetupId("7OSX"),
                Optional.of(SetupCode.of("518-08-582")),
                Optional.of(new Verifier(new byte[16], new byte[384])),
                3);
        assertFalse(setup.toString().contains("518"));
        assertTrue(setup.toString().contains("7OSX"));
    }

    @Test
    void domainsHaveNamesOfTheirOwnThatAreFitForAFile() {
        assertEquals(
                Domain.all().size(),
                Domain.all().stream().map(Domain::name).distinct().count());
        assertTrue(Domain.all().stream().allMatch(domain -> domain.name().matches("[a-z]+")));
    }

    private static ControllerKeys keys(int first) {
        byte[] seed = new byte[32];
        seed[0] = (byte) first;
        Peer peer = new Peer(new DeviceId("E1:91:1A:70:85:AA"), new byte[32]);
        return new ControllerKeys(new ControllerId("doctor"), seed, List.of(peer));
    }
}
