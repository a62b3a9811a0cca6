// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
import io.latchkey.api.transport.SessionKeys;
import io.latchkey.crypto.Ed25519;
import io.latchkey.crypto.Hkdf;
import io.latchkey.crypto.PayloadCipher;
import io.latchkey.crypto.X25519;
import io.latchkey.pairing.PairingTlv;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/** What a controller computes in one pair-verify. A test sends its messages as they are or spoils them first. */
public final class RawPairVerify {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret = X25519.newSecret(RANDOM);
    private final byte[] key = X25519.publicKey(secret);

    /** M1. */
    public byte[] m1() {
        return m1(key);
    }

    /** M1 with any key; an empty one is left out. */
    static byte[] m1(byte[] key) {
        Tlv8.Builder message = Tlv8.builder().integer(PairingTlv.STATE, 1);
        Introduction.add(message, PairingTlv.PUBLIC_KEY, key);
        return message.build().bytes();
    }

    /** M3 with anything as its EncryptedData, which comes before State as from iOS; an empty one is left out. */
    static byte[] m3(byte[] sealed) {
        Tlv8.Builder message = Tlv8.builder();
        Introduction.add(message, PairingTlv.ENCRYPTED_DATA, sealed);
        return message.integer(PairingTlv.STATE, 3).build().bytes();
    }

    /** What both sides agree on once the server has answered with M2 and has proven to be the one that is known. */
    public Agreement agree(PairingAnswer m2, ControllerKeys.Peer peer) throws MalformedTlv8Exception {
        Tlv8 items = m2.accepted(2);
        byte[] theirs = m2.item(items, "PublicKey", PairingTlv.PUBLIC_KEY, 32, 32);
        byte[] sealed = m2.item(items, "EncryptedData", PairingTlv.ENCRYPTED_DATA, PayloadCipher.TAG_LENGTH, 4096);
        Optional<byte[]> shared = X25519.agree(secret, theirs);
        m2.expect("a PublicKey that leads to a secret", shared.isPresent());
        Agreement agreement = new Agreement(key, theirs, shared.orElseThrow());
        Optional<byte[]> opened = PayloadCipher.open(agreement.payloadKey(), "PV-Msg02", sealed);
        m2.expect("EncryptedData with a right tag", opened.isPresent());
        Tlv8 introduction = Tlv8.read(opened.orElseThrow());
        byte[] id = Bytes.of(peer.accessory().text());
        byte[] signature = m2.item(introduction, "Signature", PairingTlv.SIGNATURE, 64, 64);
        m2.expect(
                "the Identifier that pair-setup told",
                introduction
                        .find(PairingTlv.IDENTIFIER)
                        .filter(each -> Arrays.equals(each, id))
                        .isPresent());
        m2.expect(
                "the server's own Signature", Ed25519.verify(peer.publicKey(), Bytes.join(theirs, id, key), signature));
        return agreement;
    }

    /** Both ephemeral keys and the secret that they share. */
    public record Agreement(byte[] ours, byte[] theirs, byte[] shared) {

        /** The items of M3 before they are sealed. */
        Introduction introduction(ControllerKeys keys) {
            byte[] id = Bytes.of(keys.id().text());
            byte[] signature = Ed25519.sign(keys.seed(), Bytes.join(ours, id, theirs));
            return new Introduction(id, new byte[0], signature);
        }

        byte[] seal(Introduction items) {
            return PayloadCipher.seal(payloadKey(), "PV-Msg03", items.bytes());
        }

        /** M3 of a controller. */
        public byte[] m3(ControllerKeys keys) {
            return RawPairVerify.m3(seal(introduction(keys)));
        }

        /** The keys of the session that follows. */
        public SessionKeys sessionKeys() {
            return new SessionKeys(
                    Hkdf.key(shared, "Control-Salt", "Control-Read-Encryption-Key"),
                    Hkdf.key(shared, "Control-Salt", "Control-Write-Encryption-Key"));
        }

        private byte[] payloadKey() {
            return Hkdf.key(shared, "Pair-Verify-Encrypt-Salt", "Pair-Verify-Encrypt-Info");
        }
    }
}
