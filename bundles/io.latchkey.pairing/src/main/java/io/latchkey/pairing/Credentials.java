// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Verifier;
import io.latchkey.crypto.Ed25519;
import io.latchkey.crypto.Srp;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Makes what a bridge and a controller keep for years: key pairs, and salt and verifier of a setup code. Each call draws
 * afresh from the given source; nothing is kept. (Setup codes and setup IDs draw themselves: {@code SetupCode.random},
 * {@code SetupId.random}.)
 */
public final class Credentials {
    private static final long UUID_VERSION_MASK = 0xf000;
    private static final long UUID_VERSION_4 = 0x4000;

    private Credentials() {}

    /** A bridge that nobody knows yet: a new Device ID and a new key pair. */
    public static AccessoryIdentity newIdentity(SecureRandom random) {
        return identity(DeviceId.random(random), draw(random, Ed25519.KEY_LENGTH));
    }

    /**
     * The identity that belongs to a private key, for instance one taken over from another implementation.
     *
     * @param seed 32 bytes
     */
    public static AccessoryIdentity identity(DeviceId deviceId, byte[] seed) {
        return new AccessoryIdentity(deviceId, seed, Ed25519.publicKey(seed));
    }

    /**
     * Salt and verifier of a setup code, with a new salt. Takes some milliseconds, so not for an I/O thread.
     */
    public static Verifier verifier(SetupCode code, SecureRandom random) {
        byte[] salt = draw(random, Srp.SALT_LENGTH);
        return new Verifier(salt, Srp.verifier(Protocol.SRP_USER, code.text(), salt));
    }

    /** Whether a verifier belongs to a setup code; compared in constant time, as slow as {@link #verifier}. */
    public static boolean belongs(Verifier verifier, SetupCode code) {
        byte[] salt = verifier.salt();
        return verifier.equals(new Verifier(salt, Srp.verifier(Protocol.SRP_USER, code.text(), salt)));
    }

    /** A controller that is paired with nothing yet: a random UUID in upper case, as iOS has it, and a new key. */
    public static ControllerKeys newControllerKeys(SecureRandom random) {
        long high = random.nextLong() & ~UUID_VERSION_MASK | UUID_VERSION_4;
        long low = random.nextLong() >>> 2 | Long.MIN_VALUE;
        String text = new UUID(high, low).toString().toUpperCase(Locale.ROOT);
        return new ControllerKeys(new ControllerId(text), draw(random, Ed25519.KEY_LENGTH), List.of());
    }

    /** The public key of a controller, 32 bytes, for a pairing that is added for it. */
    public static byte[] publicKey(ControllerKeys keys) {
        return Ed25519.publicKey(keys.seed());
    }

    private static byte[] draw(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
