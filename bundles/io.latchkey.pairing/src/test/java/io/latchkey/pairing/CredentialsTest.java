// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Verifier;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/** What is made once and kept for years. */
class CredentialsTest {
    private final SecureRandom random = new SeededRandom(7);

    @Test
    void anIdentityIsDrawnAndItsKeyBelongsToItsSeed() {
        AccessoryIdentity one = Credentials.newIdentity(random);
        AccessoryIdentity two = Credentials.newIdentity(random);
        assertNotEquals(one.deviceId(), two.deviceId());
        assertFalse(one.equals(two));
        assertEquals(one, Credentials.identity(one.deviceId(), one.seed()));
    }

    @Test
    void anImportedSeedGetsItsRecordedKey() {
        Transcript transcript = new Transcript("pair-setup.json");
        assertArrayEquals(
                transcript.fixed("accessory_ltpk"), transcript.identity().publicKey());
        assertArrayEquals(transcript.fixed("controller_ltpk"), Credentials.publicKey(transcript.controller()));
    }

    @Test
    void aVerifierBelongsToItsCodeOnly() {
        SetupCode code = SetupCode.random(random);
        Verifier one = Credentials.verifier(code, random);
        Verifier two = Credentials.verifier(code, random);
        assertFalse(one.equals(two));
        assertTrue(Credentials.belongs(one, code));
        assertFalse(Credentials.belongs(one, SetupCode.random(random)));
    }

    @Test
    void aControllerNamesItselfByARandomUuid() {
        ControllerKeys keys = Credentials.newControllerKeys(random);
        assertTrue(keys.id().text().matches("[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}"));
        assertNotEquals(keys.id(), Credentials.newControllerKeys(random).id());
        assertEquals(0, keys.peers().size());
    }
}
