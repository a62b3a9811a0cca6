// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
import io.latchkey.api.transport.SessionKeys;
import io.latchkey.crypto.Ed25519;
import io.latchkey.crypto.PayloadCipher;
import io.latchkey.crypto.Srp;
import io.latchkey.crypto.SrpClient;
import io.latchkey.crypto.SrpProof;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The controller's side of pair-setup (HAP specification R2 section 5.6), for bodies to and from {@code /pair-setup} on a
 * connection that is not secured. Accessories disagree on numbers with a leading zero byte; when the accessory's key or the
 * shared secret has one, the procedure starts once more by itself instead of spending an attempt.
 */
public final class ControllerPairSetup {
    private final SetupCode code;
    private final SecureRandom random;

    private ControllerPairSetup(SetupCode code, SecureRandom random) {
        this.code = code;
        this.random = random;
    }

    /** Begins to pair; the result is the accessory as it is to be kept. */
    public static Conversation<ControllerKeys.Peer> begin(ControllerKeys keys, SetupCode code, SecureRandom random) {
        return new ControllerPairSetup(code, random).start(0, srpKey -> introduce(keys, srpKey), true);
    }

    /**
     * Begins to pair with the verifier that the accessory keeps of {@link #beginTransientSplit}, with the same code and on
     * another connection.
     */
    public static Conversation<ControllerKeys.Peer> beginSplit(
            ControllerKeys keys, SetupCode code, SecureRandom random) {
        return new ControllerPairSetup(code, random).start(Protocol.SPLIT, srpKey -> introduce(keys, srpKey), true);
    }

    /**
     * Begins to pair before the code is known; the result goes on with it, on the same connection. Starts once more by
     * itself only where the accessory's key demands it: later, an accessory with a display would show another code.
     */
    public static Conversation<SetupOffer> beginWithoutCode(ControllerKeys keys, SecureRandom random) {
        return ask(
                0,
                false,
                (salt, key) -> hasLeadingZero(key)
                        ? ask(0, true, (other, again) -> offer(keys, random, other, again))
                        : offer(keys, random, salt, key));
    }

    /**
     * Begins a transient session: no pairing comes of it, the connection is secured with the resulting keys after the last
     * answer.
     */
    public static Conversation<SessionKeys> beginTransient(SetupCode code, SecureRandom random) {
        return new ControllerPairSetup(code, random).start(Protocol.TRANSIENT, ControllerPairSetup::secure, true);
    }

    /** Begins a transient session for which the accessory keeps the verifier of the code: see {@link #beginSplit}. */
    public static Conversation<SessionKeys> beginTransientSplit(SetupCode code, SecureRandom random) {
        return new ControllerPairSetup(code, random)
                .start(Protocol.TRANSIENT | Protocol.SPLIT, ControllerPairSetup::secure, true);
    }

    static Conversation<ControllerKeys.Peer> proceed(
            ControllerKeys keys, SetupCode code, SecureRandom random, byte[] salt, byte[] key) {
        return new ControllerPairSetup(code, random)
                .answer(salt, key, srpKey -> introduce(keys, srpKey), Optional.empty());
    }

    private <R> Conversation<R> start(long flags, Function<byte[], Conversation<R>> whenProven, boolean mayRestart) {
        Optional<Supplier<Conversation<R>>> restart =
                mayRestart ? Optional.of(() -> start(flags, whenProven, false)) : Optional.empty();
        return ask(flags, !mayRestart, (salt, key) -> answer(salt, key, whenProven, restart));
    }

    private <R> Conversation<R> answer(
            byte[] salt,
            byte[] key,
            Function<byte[], Conversation<R>> whenProven,
            Optional<Supplier<Conversation<R>>> restart) {
        SrpClient client = SrpClient.begin(Protocol.SRP_USER, code.text(), random);
        Optional<SrpProof> proof = client.answer(salt, key);
        if (proof.isEmpty()) {
            return new Conversation.Failed<>(PairingFailure.UNTRUSTED);
        }
        if (proof.get().leadingZero() && restart.isPresent()) {
            return restart.get().get();
        }
        return prove(client.publicKey(), proof.get(), whenProven);
    }

    private static <R> Conversation<R> ask(
            long flags, boolean anew, BiFunction<byte[], byte[], Conversation<R>> whenOffered) {
        Tlv8.Builder request =
                Tlv8.builder().integer(PairingTlv.METHOD, Protocol.PAIR_SETUP).integer(PairingTlv.STATE, 1);
        if (flags != 0) {
            request.integer(PairingTlv.FLAGS, flags);
        }
        long split = flags & Protocol.SPLIT;
        return new Conversation.Send<>(request, 2, anew, answer -> {
            byte[] key = answer.bytes(PairingTlv.PUBLIC_KEY, 1, Srp.KEY_LENGTH);
            byte[] salt = answer.bytes(PairingTlv.SALT, Srp.SALT_LENGTH);
            return (answer.flags() & split) == split
                    ? whenOffered.apply(salt, key)
                    : new Conversation.Failed<>(PairingFailure.NOT_SPLIT);
        });
    }

    private static Conversation<SetupOffer> offer(ControllerKeys keys, SecureRandom random, byte[] salt, byte[] key) {
        return new Conversation.Done<>(new SetupOffer(keys, random, salt, key));
    }

    private static boolean hasLeadingZero(byte[] key) {
        return key.length < Srp.KEY_LENGTH || key[0] == 0;
    }

    private static Conversation<SessionKeys> secure(byte[] srpKey) {
        return new Conversation.Done<>(KeySchedule.transientSession(srpKey));
    }

    private static <R> Conversation<R> prove(
            byte[] publicKey, SrpProof proof, Function<byte[], Conversation<R>> whenProven) {
        Tlv8.Builder request =
                Protocol.message(3).bytes(PairingTlv.PUBLIC_KEY, publicKey).bytes(PairingTlv.PROOF, proof.proof());
        return new Conversation.Send<>(
                request,
                4,
                answer -> proof.confirmedBy(answer.bytes(PairingTlv.PROOF, Srp.PROOF_LENGTH))
                        ? whenProven.apply(proof.sessionKey())
                        : new Conversation.Failed<>(PairingFailure.UNTRUSTED));
    }

    private static Conversation<ControllerKeys.Peer> introduce(ControllerKeys keys, byte[] srpKey) {
        String id = keys.id().text();
        byte[] publicKey = Credentials.publicKey(keys);
        byte[] signed = Join.of(KeySchedule.controllerSignature(srpKey), id, publicKey);
        Tlv8 payload = Tlv8.builder()
                .text(PairingTlv.IDENTIFIER, id)
                .bytes(PairingTlv.PUBLIC_KEY, publicKey)
                .bytes(PairingTlv.SIGNATURE, Ed25519.sign(keys.seed(), signed))
                .build();
        byte[] sealed = PayloadCipher.seal(KeySchedule.setupPayloads(srpKey), Protocol.SETUP_M5, payload.bytes());
        Tlv8.Builder request = Protocol.message(5).bytes(PairingTlv.ENCRYPTED_DATA, sealed);
        return new Conversation.Send<>(request, 6, answer -> recognise(answer, srpKey));
    }

    private static Conversation<ControllerKeys.Peer> recognise(PairingMessage answer, byte[] srpKey)
            throws MalformedTlv8Exception {
        byte[] sealed = answer.bytes(PairingTlv.ENCRYPTED_DATA, PayloadCipher.TAG_LENGTH, Integer.MAX_VALUE);
        Optional<byte[]> opened = PayloadCipher.open(KeySchedule.setupPayloads(srpKey), Protocol.SETUP_M6, sealed);
        if (opened.isEmpty()) {
            return new Conversation.Failed<>(PairingFailure.UNTRUSTED);
        }
        PairingMessage payload =
                PairingMessage.read(opened.get(), PairingTlv.IDENTIFIER, PairingTlv.PUBLIC_KEY, PairingTlv.SIGNATURE);
        String id = payload.identifier();
        byte[] publicKey = payload.bytes(PairingTlv.PUBLIC_KEY, Ed25519.KEY_LENGTH);
        byte[] signature = payload.bytes(PairingTlv.SIGNATURE, Ed25519.SIGNATURE_LENGTH);
        byte[] signed = Join.of(KeySchedule.accessorySignature(srpKey), id, publicKey);
        return Ed25519.verify(publicKey, signed, signature)
                ? new Conversation.Done<>(new ControllerKeys.Peer(DeviceId.foreign(id), publicKey))
                : new Conversation.Failed<>(PairingFailure.UNTRUSTED);
    }
}
