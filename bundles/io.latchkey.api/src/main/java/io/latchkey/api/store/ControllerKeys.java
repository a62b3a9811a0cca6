// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.DeviceId;
import java.security.MessageDigest;
import java.util.List;

/**
 * The keys of our own controller (Ed25519, RFC 8032) and the accessories that it is paired with. The seed shows in no text
 * and is compared in constant time.
 */
public final class ControllerKeys {
    private static final int KEY_LENGTH = 32;

    private final ControllerId id;
    private final byte[] seed;
    private final List<Peer> peers;

    /**
     * Joins the three.
     *
     * @param id the identifier under which accessories know us
     * @param seed the 32 bytes of the private key
     * @param peers the accessories that we are paired with
     * @throws IllegalArgumentException when the seed has another length
     */
    public ControllerKeys(ControllerId id, byte[] seed, List<Peer> peers) {
        this.id = id;
        this.seed = key(seed);
        this.peers = List.copyOf(peers);
    }

    /** The identifier under which accessories know us. */
    public ControllerId id() {
        return id;
    }

    /** The private key, 32 bytes; a copy. */
    public byte[] seed() {
        return seed.clone();
    }

    /** The accessories that we are paired with. */
    public List<Peer> peers() {
        return peers;
    }

    private static byte[] key(byte[] bytes) {
        if (bytes.length != KEY_LENGTH) {
            throw new IllegalArgumentException("a key has 32 bytes, not " + bytes.length);
        }
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ControllerKeys that
                && id.equals(that.id)
                && MessageDigest.isEqual(seed, that.seed)
                && peers.equals(that.peers);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "ControllerKeys[" + id + ", " + peers + "]";
    }

    /** An accessory that our controller is paired with. */
    public static final class Peer {
        private final DeviceId accessory;
        private final byte[] publicKey;

        /**
         * Joins the two.
         *
         * @param accessory its Device ID
         * @param publicKey its long-term public key, 32 bytes
         * @throws IllegalArgumentException when the key has another length
         */
        public Peer(DeviceId accessory, byte[] publicKey) {
            this.accessory = accessory;
            this.publicKey = key(publicKey);
        }

        /** The Device ID of the accessory. */
        public DeviceId accessory() {
            return accessory;
        }

        /** Its long-term public key, 32 bytes; a copy. */
        public byte[] publicKey() {
            return publicKey.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Peer that
                    && accessory.equals(that.accessory)
                    && MessageDigest.isEqual(publicKey, that.publicKey);
        }

        @Override
        public int hashCode() {
            return accessory.hashCode();
        }

        @Override
        public String toString() {
            return accessory.toString();
        }
    }
}
