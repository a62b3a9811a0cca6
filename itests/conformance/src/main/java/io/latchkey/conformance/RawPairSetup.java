// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
import io.latchkey.api.transport.SessionKeys;
import io.latchkey.crypto.Ed25519;
import io.latchkey.crypto.Hkdf;
import io.latchkey.crypto.PayloadCipher;
import io.latchkey.crypto.Srp;
import io.latchkey.crypto.SrpClient;
import io.latchkey.crypto.SrpProof;
import io.latchkey.pairing.Credentials;
import io.latchkey.pairing.PairingTlv;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * What a controller computes in one pair-setup once it has heard M2. A test sends its messages as they are, spoils them, or
 * leaves some out; nothing is sent here.
 */
public final class RawPairSetup {
    /** M1 as iOS sends it. */
    public static final byte[] M1 = {PairingTlv.METHOD, 1, 0, PairingTlv.STATE, 1, 1};
    /** How many bytes an Identifier may have. */
    static final int LONGEST_ID = 36;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final PairingAnswer m2;
    private final byte[] key;
    private final SrpProof proof;

    private RawPairSetup(PairingAnswer m2, byte[] key, SrpProof proof) {
        this.m2 = m2;
        this.key = key;
        this.proof = proof;
    }

    /** M1 with flags, as few bytes as they need. */
    static byte[] m1(long flags) {
        return Tlv8.builder()
                .integer(PairingTlv.METHOD, 0)
                .integer(PairingTlv.STATE, 1)
                .integer(PairingTlv.FLAGS, flags)
                .build()
                .bytes();
    }

    /** M3 with any key and proof; one that is empty is left out. */
    static byte[] m3(byte[] key, byte[] proof) {
        Tlv8.Builder message = Tlv8.builder().integer(PairingTlv.STATE, 3);
        Introduction.add(message, PairingTlv.PUBLIC_KEY, key);
        Introduction.add(message, PairingTlv.PROOF, proof);
        return message.build().bytes();
    }

    /** Computes the proof that answers an M2. */
    public static RawPairSetup after(PairingAnswer m2, SetupCode code) {
        Tlv8 items = m2.accepted(2);
        byte[] theirs = m2.item(items, "PublicKey", PairingTlv.PUBLIC_KEY, 1, Srp.KEY_LENGTH);
        byte[] salt = m2.item(items, "Salt", PairingTlv.SALT, Srp.SALT_LENGTH, Srp.SALT_LENGTH);
        SrpClient client = SrpClient.begin("Pair-Setup", code.text(), RANDOM);
        Optional<SrpProof> proof = client.answer(salt, theirs);
        m2.expect("a PublicKey that is no multiple of N", proof.isPresent());
        return new RawPairSetup(m2, client.publicKey(), proof.orElseThrow());
    }

    /** Whether implementations disagree on the proof of this exchange. */
    public boolean isDoubtful() {
        return proof.leadingZero();
    }

    /** What it goes on from. */
    PairingAnswer m2() {
        return m2;
    }

    byte[] proof() {
        return proof.proof();
    }

    /** M3 that proves the code. */
    public byte[] m3() {
        return m3(key, proof.proof());
    }

    /** Whether the server, too, knows the code. */
    public void confirm(PairingAnswer m4) {
        byte[] theirs = m4.item(m4.accepted(4), "Proof", PairingTlv.PROOF, Srp.PROOF_LENGTH, Srp.PROOF_LENGTH);
        m4.expect("the server's own Proof", proof.confirmedBy(theirs));
    }

    /** The items of M5 before they are sealed. */
    Introduction introduction(ControllerKeys keys) {
        byte[] id = Bytes.of(keys.id().text());
        byte[] publicKey = Credentials.publicKey(keys);
        byte[] signer = derived("Pair-Setup-Controller-Sign-Salt", "Pair-Setup-Controller-Sign-Info");
        return new Introduction(id, publicKey, Ed25519.sign(keys.seed(), Bytes.join(signer, id, publicKey)));
    }

    /** M5 of a controller. */
    public byte[] m5(ControllerKeys keys) {
        return m5(introduction(keys));
    }

    byte[] m5(Introduction items) {
        return m5(seal(items));
    }

    /** The EncryptedData of M5. */
    byte[] seal(Introduction items) {
        return PayloadCipher.seal(payloadKey(), "PS-Msg05", items.bytes());
    }

    /** M5 with anything as its EncryptedData, which comes before State as from iOS. */
    static byte[] m5(byte[] sealed) {
        Tlv8.Builder message = Tlv8.builder();
        Introduction.add(message, PairingTlv.ENCRYPTED_DATA, sealed);
        return message.integer(PairingTlv.STATE, 5).build().bytes();
    }

    /** Who the server says it is in M6, its signature checked. */
    public ControllerKeys.Peer recognise(PairingAnswer m6) throws MalformedTlv8Exception {
        byte[] sealed =
                m6.item(m6.accepted(6), "EncryptedData", PairingTlv.ENCRYPTED_DATA, PayloadCipher.TAG_LENGTH, 4096);
        Optional<byte[]> opened = PayloadCipher.open(payloadKey(), "PS-Msg06", sealed);
        m6.expect("EncryptedData with a right tag", opened.isPresent());
        Tlv8 items = Tlv8.read(opened.orElseThrow());
        byte[] id = m6.item(items, "Identifier", PairingTlv.IDENTIFIER, 1, LONGEST_ID);
        byte[] publicKey = m6.item(items, "PublicKey", PairingTlv.PUBLIC_KEY, 32, 32);
        byte[] signature = m6.item(items, "Signature", PairingTlv.SIGNATURE, 64, 64);
        byte[] signer = derived("Pair-Setup-Accessory-Sign-Salt", "Pair-Setup-Accessory-Sign-Info");
        m6.expect(
                "the server's own Signature", Ed25519.verify(publicKey, Bytes.join(signer, id, publicKey), signature));
        return new ControllerKeys.Peer(DeviceId.foreign(new String(id, StandardCharsets.UTF_8)), publicKey);
    }

    /** The keys of a transient session. */
    SessionKeys transientKeys() {
        return new SessionKeys(
                derived("SplitSetupSalt", "AccessoryEncrypt-Control"),
                derived("SplitSetupSalt", "ControllerEncrypt-Control"));
    }

    private byte[] payloadKey() {
        return derived("Pair-Setup-Encrypt-Salt", "Pair-Setup-Encrypt-Info");
    }

    private byte[] derived(String salt, String info) {
        return Hkdf.key(proof.sessionKey(), salt, info);
    }
}
