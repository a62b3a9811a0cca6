// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
import io.latchkey.crypto.Ed25519;
import io.latchkey.crypto.PayloadCipher;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The last exchange of pair-setup, M5 and M6: both sides tell and sign their long-term keys. Accessory's side, pure. */
final class SetupExchange {
    private final AccessoryIdentity identity;
    private final byte[] srpKey;
    private final byte[] payloadKey;

    SetupExchange(AccessoryIdentity identity, byte[] srpKey) {
        this.identity = identity;
        this.srpKey = srpKey;
        this.payloadKey = KeySchedule.setupPayloads(srpKey);
    }

    Outcome answer(PairingMessage message, Pairings pairings) throws MalformedTlv8Exception {
        byte[] sealed = message.bytes(PairingTlv.ENCRYPTED_DATA, PayloadCipher.TAG_LENGTH, Integer.MAX_VALUE);
        Optional<byte[]> opened = PayloadCipher.open(payloadKey, Protocol.SETUP_M5, sealed);
        Optional<Pairing> introduced = opened.isPresent() ? introduced(opened.get()) : Optional.empty();
        if (introduced.isEmpty()) {
            return Outcome.error(6, PairingError.AUTHENTICATION);
        }
        Pairings changed = AccessoryPairings.with(pairings, introduced.get());
        return Outcome.of(introduction(), 6, List.of(new Effect.PairingsChanged(changed, Set.of())));
    }

    private Optional<Pairing> introduced(byte[] payload) throws MalformedTlv8Exception {
        PairingMessage items =
                PairingMessage.read(payload, PairingTlv.IDENTIFIER, PairingTlv.PUBLIC_KEY, PairingTlv.SIGNATURE);
        String controller = items.identifier();
        byte[] publicKey = items.bytes(PairingTlv.PUBLIC_KEY, Ed25519.KEY_LENGTH);
        byte[] signature = items.bytes(PairingTlv.SIGNATURE, Ed25519.SIGNATURE_LENGTH);
        byte[] signed = Join.of(KeySchedule.controllerSignature(srpKey), controller, publicKey);
        return Ed25519.verify(publicKey, signed, signature)
                ? Optional.of(new Pairing(new ControllerId(controller), publicKey, Permissions.ADMIN))
                : Optional.empty();
    }

    private Reply introduction() {
        String deviceId = identity.deviceId().text();
        byte[] signed = Join.of(KeySchedule.accessorySignature(srpKey), deviceId, identity.publicKey());
        Tlv8 payload = Tlv8.builder()
                .text(PairingTlv.IDENTIFIER, deviceId)
                .bytes(PairingTlv.PUBLIC_KEY, identity.publicKey())
                .bytes(PairingTlv.SIGNATURE, Ed25519.sign(identity.seed(), signed))
                .build();
        byte[] sealed = PayloadCipher.seal(payloadKey, Protocol.SETUP_M6, payload.bytes());
        return Reply.of(Protocol.message(6).bytes(PairingTlv.ENCRYPTED_DATA, sealed));
    }
}
