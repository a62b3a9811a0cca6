// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.DeviceId;
import org.osgi.annotation.versioning.ProviderType;

/** Completes identities that come from elsewhere, for imports. Pure computing, safe for all threads. */
@ProviderType
public interface Identities {

    /**
     * The identity that belongs to a private key (Ed25519, RFC 8032).
     *
     * @param deviceId under which controllers know the key
     * @param seed the private key, 32 bytes
     * @throws IllegalArgumentException when the seed has another length; the message does not contain it
     */
    AccessoryIdentity of(DeviceId deviceId, byte[] seed);
}
