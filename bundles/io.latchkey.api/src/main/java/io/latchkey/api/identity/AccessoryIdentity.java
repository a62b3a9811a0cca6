// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.identity;

import java.security.MessageDigest;

/**
 * The long-term identity of a bridge: its Device ID and its Ed25519 key pair (RFC 8032). Made once, changed only by a
 * factory reset; whoever holds the seed can pose as the bridge, so it shows in no text and is compared in constant time.
 */
public final class AccessoryIdentity {
    private final DeviceId deviceId;
    private final byte[] seed;
    private final byte[] publicKey;

    /**
     * Joins what belongs together; that the key belongs to the seed is the caller's promise.
     *
     * @param deviceId the id under which controllers know the key
     * @param seed the 32 bytes of the private key
     * @param publicKey the 32 bytes of the public key
     * @throws IllegalArgumentException when one of them has another length
     */
    public AccessoryIdentity(DeviceId deviceId, byte[] seed, byte[] publicKey) {
        this.deviceId = deviceId;
        this.seed = Keys.copy("a seed", seed);
        this.publicKey = Keys.copy("a public key", publicKey);
    }

    /** The id under which controllers know this bridge. */
    public DeviceId deviceId() {
        return deviceId;
    }

    /** The private key, 32 bytes; a copy. */
    public byte[] seed() {
        return seed.clone();
    }

    /** The public key, 32 bytes; a copy. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccessoryIdentity that
                && deviceId.equals(that.deviceId)
                && MessageDigest.isEqual(seed, that.seed)
                && MessageDigest.isEqual(publicKey, that.publicKey);
    }

    @Override
    public int hashCode() {
        return deviceId.hashCode();
    }

    @Override
    public String toString() {
        return "AccessoryIdentity[" + deviceId + "]";
    }
}
