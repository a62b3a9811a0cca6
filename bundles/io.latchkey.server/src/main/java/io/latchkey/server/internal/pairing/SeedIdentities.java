// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.pairing;

import io.latchkey.api.bridge.Identities;
import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.pairing.Credentials;
import org.osgi.service.component.annotations.Component;

/** Lets bundles that know no cryptography make an identity of a private key. Holds nothing. */
@Component
public final class SeedIdentities implements Identities {
    private static final int SEED_LENGTH = 32;

    @Override
    public AccessoryIdentity of(DeviceId deviceId, byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException("a seed has 32 bytes, not " + seed.length);
        }
        return Credentials.identity(deviceId, seed);
    }
}
