// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
import io.latchkey.crypto.Ed25519;
import io.latchkey.crypto.PayloadCipher;
import io.latchkey.crypto.X25519;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The accessory's side of pair-verify (HAP specification R2 section 5.7; checks as in HomeKitADK). A pure function of
 * state, request and pairings but for randomness; well under a millisecond on a desktop, some on a small board. It keeps,
 * sends and logs nothing.
 *
 * <p>HomeKitADK answers what is out of order or malformed by status 400, which hubs take for a bridge that is out of reach.
 * Here such a message gets the error Authentication as one that can't be believed does; only what is no TLV8 gets 400. A
 * method has no place here, and 0 and 2 are passed over, since some controllers number their procedures; Pair Resume, 6,
 * belongs to Bluetooth.
 */
public final class AccessoryPairVerify {
    private static final int[] WANTED = {
        PairingTlv.METHOD, PairingTlv.PUBLIC_KEY, PairingTlv.ENCRYPTED_DATA, PairingTlv.STATE
    };

    private final AccessoryIdentity identity;
    private final SecureRandom random;

    /** Prepares pair-verify of one bridge. */
    public AccessoryPairVerify(AccessoryIdentity identity, SecureRandom random) {
        this.identity = identity;
        this.random = random;
    }

    /**
     * Answers the body of a POST to {@code /pair-verify} on a connection that is not secured.
     *
     * @param state of this connection
     * @param pairings finds a pairing as it is now
     */
    public Step<PairVerifyState> answer(
            PairVerifyState state, byte[] request, Function<ControllerId, Optional<Pairing>> pairings) {
        Tlv8 items;
        try {
            items = Tlv8.read(request);
        } catch (MalformedTlv8Exception noTlv) {
            return new Step<>(PairVerifyState.idle(), Outcome.badRequest());
        }
        try {
            return answer(state, PairingMessage.of(items, WANTED), pairings);
        } catch (MalformedTlv8Exception malformed) {
            int refusing = isThird(items) ? 4 : 2;
            return new Step<>(PairVerifyState.idle(), Outcome.error(refusing, PairingError.AUTHENTICATION));
        }
    }

    private Step<PairVerifyState> answer(
            PairVerifyState state, PairingMessage message, Function<ControllerId, Optional<Pairing>> pairings)
            throws MalformedTlv8Exception {
        int number = message.number(PairingTlv.STATE);
        if (number == 1) {
            return start(message);
        }
        if (number == 3 && state.agreement().isPresent()) {
            Outcome outcome = finish(state.agreement().get(), message, pairings);
            return new Step<>(PairVerifyState.idle(), outcome);
        }
        throw new MalformedTlv8Exception("M" + number + " is not expected now");
    }

    private static boolean isThird(Tlv8 items) {
        return items.find(PairingTlv.STATE)
                .filter(state -> state.length == 1 && state[0] == 3)
                .isPresent();
    }

    private Step<PairVerifyState> start(PairingMessage message) throws MalformedTlv8Exception {
        if (message.has(PairingTlv.METHOD)) {
            int method = message.number(PairingTlv.METHOD);
            if (method != Protocol.PAIR_SETUP && method != Protocol.PAIR_VERIFY) {
                throw new MalformedTlv8Exception("Method " + method + " does not belong to pair-verify");
            }
        }
        byte[] controllerKey = message.bytes(PairingTlv.PUBLIC_KEY, X25519.KEY_LENGTH);
        byte[] secret = X25519.newSecret(random);
        Optional<byte[]> shared = X25519.agree(secret, controllerKey);
        if (shared.isEmpty()) {
            return new Step<>(PairVerifyState.idle(), Outcome.error(2, PairingError.AUTHENTICATION));
        }
        var agreement = new PairVerifyState.Agreement(controllerKey, X25519.publicKey(secret), shared.get());
        return new Step<>(PairVerifyState.after(agreement), Outcome.of(introduction(agreement)));
    }

    private Reply introduction(PairVerifyState.Agreement agreement) {
        String deviceId = identity.deviceId().text();
        byte[] signed = Join.of(agreement.accessoryKey(), deviceId, agreement.controllerKey());
        Tlv8 payload = Tlv8.builder()
                .text(PairingTlv.IDENTIFIER, deviceId)
                .bytes(PairingTlv.SIGNATURE, Ed25519.sign(identity.seed(), signed))
                .build();
        byte[] key = KeySchedule.verifyPayloads(agreement.shared());
        byte[] sealed = PayloadCipher.seal(key, Protocol.VERIFY_M2, payload.bytes());
        return Reply.of(Protocol.message(2)
                .bytes(PairingTlv.PUBLIC_KEY, agreement.accessoryKey())
                .bytes(PairingTlv.ENCRYPTED_DATA, sealed));
    }

    private static Outcome finish(
            PairVerifyState.Agreement agreement,
            PairingMessage message,
            Function<ControllerId, Optional<Pairing>> pairings)
            throws MalformedTlv8Exception {
        byte[] sealed = message.bytes(PairingTlv.ENCRYPTED_DATA, PayloadCipher.TAG_LENGTH, Integer.MAX_VALUE);
        byte[] key = KeySchedule.verifyPayloads(agreement.shared());
        Optional<byte[]> opened = PayloadCipher.open(key, Protocol.VERIFY_M3, sealed);
        if (opened.isEmpty()) {
            return Outcome.error(4, PairingError.AUTHENTICATION);
        }
        PairingMessage payload = PairingMessage.read(opened.get(), PairingTlv.IDENTIFIER, PairingTlv.SIGNATURE);
        ControllerId controller = new ControllerId(payload.identifier());
        byte[] signature = payload.bytes(PairingTlv.SIGNATURE, Ed25519.SIGNATURE_LENGTH);
        byte[] signed = Join.of(agreement.controllerKey(), controller.text(), agreement.accessoryKey());
        boolean proven = pairings.apply(controller)
                .filter(pairing -> Ed25519.verify(pairing.publicKey(), signed, signature))
                .isPresent();
        return proven ? secure(agreement, controller) : Outcome.error(4, PairingError.AUTHENTICATION);
    }

    private static Outcome secure(PairVerifyState.Agreement agreement, ControllerId controller) {
        Effect secured = new Effect.Secured(KeySchedule.session(agreement.shared()), Optional.of(controller));
        return Outcome.of(Reply.of(Protocol.message(4)), 4, List.of(secured));
    }
}
