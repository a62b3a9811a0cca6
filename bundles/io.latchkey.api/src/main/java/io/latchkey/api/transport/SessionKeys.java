// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.transport;

import java.security.MessageDigest;

/**
 * The two keys of a secured session, made by pair-verify and used by the transport alone (HAP specification R2 section
 * 6.5.2). Whoever holds them can read and forge the session: they show in no text and are compared in constant time.
 */
public final class SessionKeys {
    /** Length of each key in bytes. */
    public static final int LENGTH = 32;

    private final byte[] accessoryToController;
    private final byte[] controllerToAccessory;

    /**
     * Joins the keys of the two directions.
     *
     * @param accessoryToController 32 bytes, info {@code Control-Read-Encryption-Key}; copied
     * @param controllerToAccessory 32 bytes, info {@code Control-Write-Encryption-Key}; copied
     * @throws IllegalArgumentException when one has another length
     */
    public SessionKeys(byte[] accessoryToController, byte[] controllerToAccessory) {
        this.accessoryToController = copy(accessoryToController);
        this.controllerToAccessory = copy(controllerToAccessory);
    }

    /** The key that the accessory seals with, 32 bytes; a copy. */
    public byte[] accessoryToController() {
        return accessoryToController.clone();
    }

    /** The key that the controller seals with, 32 bytes; a copy. */
    public byte[] controllerToAccessory() {
        return controllerToAccessory.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionKeys that
                && MessageDigest.isEqual(accessoryToController, that.accessoryToController)
                && MessageDigest.isEqual(controllerToAccessory, that.controllerToAccessory);
    }

    @Override
    public int hashCode() {
        return SessionKeys.class.hashCode();
    }

    @Override
    public String toString() {
        return "SessionKeys[hidden]";
    }

    private static byte[] copy(byte[] key) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("a session key has 32 bytes, not " + key.length);
        }
        return key.clone();
    }
}
