// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
import io.latchkey.api.transport.SessionKeys;
import io.latchkey.crypto.Ed25519;
import io.latchkey.crypto.PayloadCipher;
import io.latchkey.crypto.X25519;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The controller's side of pair-verify (HAP specification R2 section 5.7), for bodies to and from {@code /pair-verify} on
 * a connection that is not secured. The result is the keys to secure it with as soon as the last answer has come.
 */
public final class ControllerPairVerify {
    private final ControllerKeys keys;
    private final ControllerKeys.Peer accessory;
    private final byte[] secret;
    private final byte[] ownKey;

    private ControllerPairVerify(ControllerKeys keys, ControllerKeys.Peer accessory, byte[] secret) {
        this.keys = keys;
        this.accessory = accessory;
        this.secret = secret;
        this.ownKey = X25519.publicKey(secret);
    }

    /** Begins to verify an accessory that these keys are paired with. */
    public static Conversation<SessionKeys> begin(
            ControllerKeys keys, ControllerKeys.Peer accessory, SecureRandom random) {
        return new ControllerPairVerify(keys, accessory, X25519.newSecret(random)).start();
    }

    private Conversation<SessionKeys> start() {
        Tlv8.Builder request = Protocol.message(1).bytes(PairingTlv.PUBLIC_KEY, ownKey);
        return new Conversation.Send<>(request, 2, answer -> {
            byte[] theirKey = answer.bytes(PairingTlv.PUBLIC_KEY, X25519.KEY_LENGTH);
            byte[] sealed = answer.bytes(PairingTlv.ENCRYPTED_DATA, PayloadCipher.TAG_LENGTH, Integer.MAX_VALUE);
            Optional<byte[]> shared = X25519.agree(secret, theirKey);
            return shared.isPresent() && isAuthentic(theirKey, shared.get(), sealed)
                    ? introduce(theirKey, shared.get())
                    : new Conversation.Failed<>(PairingFailure.UNTRUSTED);
        });
    }

    private boolean isAuthentic(byte[] theirKey, byte[] shared, byte[] sealed) throws MalformedTlv8Exception {
        Optional<byte[]> opened = PayloadCipher.open(KeySchedule.verifyPayloads(shared), Protocol.VERIFY_M2, sealed);
        if (opened.isEmpty()) {
            return false;
        }
        PairingMessage payload = PairingMessage.read(opened.get(), PairingTlv.IDENTIFIER, PairingTlv.SIGNATURE);
        String id = payload.identifier();
        byte[] signature = payload.bytes(PairingTlv.SIGNATURE, Ed25519.SIGNATURE_LENGTH);
        return id.equals(accessory.accessory().text())
                && Ed25519.verify(accessory.publicKey(), Join.of(theirKey, id, ownKey), signature);
    }

    private Conversation<SessionKeys> introduce(byte[] theirKey, byte[] shared) {
        String id = keys.id().text();
        Tlv8 payload = Tlv8.builder()
                .text(PairingTlv.IDENTIFIER, id)
                .bytes(PairingTlv.SIGNATURE, Ed25519.sign(keys.seed(), Join.of(ownKey, id, theirKey)))
                .build();
        byte[] sealed = PayloadCipher.seal(KeySchedule.verifyPayloads(shared), Protocol.VERIFY_M3, payload.bytes());
        Tlv8.Builder request = Protocol.message(3).bytes(PairingTlv.ENCRYPTED_DATA, sealed);
        return new Conversation.Send<>(request, 4, answer -> new Conversation.Done<>(KeySchedule.session(shared)));
    }
}
