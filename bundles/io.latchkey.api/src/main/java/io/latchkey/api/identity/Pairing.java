// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.identity;

import java.security.MessageDigest;

/**
 * One controller that the bridge trusts: its identifier, its Ed25519 public key (RFC 8032) and what it may do. The key is
 * kept out of {@code toString}.
 */
public final class Pairing {
    private final ControllerId controller;
    private final byte[] publicKey;
    private final Permissions permissions;

    /**
     * Joins the three.
     *
     * @param controller the identifier that the controller chose
     * @param publicKey its long-term public key, 32 bytes
     * @param permissions what it may do
     * @throws IllegalArgumentException when the key has another length
     */
    public Pairing(ControllerId controller, byte[] publicKey, Permissions permissions) {
        this.controller = controller;
        this.publicKey = Keys.copy("a public key", publicKey);
        this.permissions = permissions;
    }

    /** The identifier of the controller. */
    public ControllerId controller() {
        return controller;
    }

    /** The long-term public key of the controller, 32 bytes; a copy. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** What the controller may do. */
    public Permissions permissions() {
        return permissions;
    }

    /** Whether the controller may change pairings. */
    public boolean isAdmin() {
        return permissions == Permissions.ADMIN;
    }

    /** The same controller with other permissions. */
    public Pairing with(Permissions changed) {
        return new Pairing(controller, publicKey, changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pairing that
                && controller.equals(that.controller)
                && MessageDigest.isEqual(publicKey, that.publicKey)
                && permissions == that.permissions;
    }

    @Override
    public int hashCode() {
        return controller.hashCode();
    }

    @Override
    public String toString() {
        return "Pairing[" + controller + ", " + permissions + "]";
    }
}
