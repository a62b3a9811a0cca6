// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.pairing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.latchkey.api.identity.DeviceId;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The identity that a bridge takes over from elsewhere. */
class SeedIdentitiesTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void anIdentityIsMadeOfItsSeed() {
        byte[] seed = HEX.parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        byte[] key = HEX.parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        DeviceId id = DeviceId.foreign("5e:54:18:f0:b:1");
        assertArrayEquals(key, new SeedIdentities().of(id, seed).publicKey());
        assertThrows(IllegalArgumentException.class, () -> new SeedIdentities().of(id, new byte[31]));
    }
}
