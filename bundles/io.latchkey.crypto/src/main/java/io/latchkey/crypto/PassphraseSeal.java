// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import io.latchkey.crypto.internal.Aead;
import io.latchkey.crypto.internal.AeadEngine;
import io.latchkey.crypto.internal.Argon2Cost;
import io.latchkey.crypto.internal.Argon2id;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/**
 * Seals bytes with a passphrase: Argon2id (RFC 9106) makes a key of it with a salt of its own for each sealing, and
 * ChaCha20-Poly1305 (RFC 8439) seals under that key, with everything before the text as associated data. What is sealed
 * says how it was made, so that it can be opened when later ones are made with more effort:
 *
 * <pre>version (1 byte, 1), memory in KiB (4, big-endian), passes (1), lanes (1), salt (16), nonce (12), text, tag (16)</pre>
 *
 * <p>Stateless. Both methods compute for a second or so, on a slow computer for several, and need 64 MiB meanwhile: not for a
 * thread that others wait for.
 */
public final class PassphraseSeal {
    private static final byte VERSION = 1;
    private static final int SALT_LENGTH = 16;
    private static final int HEADER_LENGTH = 7 + SALT_LENGTH + Aead.NONCE_LENGTH;

    private PassphraseSeal() {}

    /**
     * What stands before the text.
     *
     * @param bytes all of it
     */
    private record Header(byte[] bytes, Argon2Cost cost, byte[] salt, byte[] nonce) {
        static Header of(Argon2Cost cost, byte[] salt, byte[] nonce) {
            byte[] bytes = ByteBuffer.allocate(HEADER_LENGTH)
                    .put(VERSION)
                    .putInt(cost.memoryKib())
                    .put((byte) cost.passes())
                    .put((byte) cost.lanes())
                    .put(salt)
                    .put(nonce)
                    .array();
            return new Header(bytes, cost, salt, nonce);
        }

        static Header read(byte[] sealed) throws SealException {
            ByteBuffer buffer = ByteBuffer.wrap(sealed);
            try {
                byte version = buffer.get();
                if (version != VERSION) {
                    throw new SealException("it is sealed in a way that this version doesn't know");
                }
                Argon2Cost cost = new Argon2Cost(buffer.getInt(), buffer.get(), buffer.get());
                byte[] salt = new byte[SALT_LENGTH];
                byte[] nonce = new byte[Aead.NONCE_LENGTH];
                buffer.get(salt).get(nonce);
                return new Header(Arrays.copyOf(sealed, HEADER_LENGTH), cost, salt, nonce);
            } catch (BufferUnderflowException cut) {
                throw new SealException("it is cut off");
            } catch (IllegalArgumentException strange) {
                throw new SealException("it is sealed with an effort that is out of bounds");
            }
        }
    }

    /**
     * Seals a text.
     *
     * @param context what it is; it is opened with the same one only
     */
    public static byte[] seal(Passphrase passphrase, byte[] context, byte[] text, SecureRandom random) {
        return seal(passphrase, context, text, random, Argon2Cost.RECOMMENDED);
    }

    static byte[] seal(Passphrase passphrase, byte[] context, byte[] text, SecureRandom random, Argon2Cost cost) {
        byte[] salt = new byte[SALT_LENGTH];
        byte[] nonce = new byte[Aead.NONCE_LENGTH];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        Header header = Header.of(cost, salt, nonce);
        int start = context.length + HEADER_LENGTH;
        byte[] buffer = ByteBuffer.allocate(start + text.length + Aead.TAG_LENGTH)
                .put(context)
                .put(header.bytes())
                .put(text)
                .array();
        cipher(passphrase, header).seal(nonce, buffer, start, start, text.length);
        return Arrays.copyOfRange(buffer, context.length, buffer.length);
    }

    /**
     * Opens what was sealed.
     *
     * @return the text; empty when passphrase or context are other ones, or a byte has been changed
     * @throws SealException when no passphrase can open it
     */
    public static Optional<byte[]> open(Passphrase passphrase, byte[] context, byte[] sealed) throws SealException {
        Header header = Header.read(sealed);
        int length = sealed.length - HEADER_LENGTH - Aead.TAG_LENGTH;
        if (length < 0) {
            throw new SealException("it is cut off");
        }
        int start = context.length + HEADER_LENGTH;
        byte[] buffer = ByteBuffer.allocate(context.length + sealed.length)
                .put(context)
                .put(sealed)
                .array();
        return cipher(passphrase, header).open(header.nonce(), buffer, start, start, length)
                ? Optional.of(Arrays.copyOfRange(buffer, start, start + length))
                : Optional.empty();
    }

    private static Aead cipher(Passphrase passphrase, Header header) {
        byte[] secret = passphrase.bytes();
        byte[] key = Argon2id.key(secret, header.salt(), header.cost(), Aead.KEY_LENGTH);
        Arrays.fill(secret, (byte) 0);
        return AeadEngine.BOUNCY_CASTLE.open(key);
    }
}
