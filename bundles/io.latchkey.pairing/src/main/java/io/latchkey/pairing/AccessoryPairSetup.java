// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.store.Verifier;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
import io.latchkey.api.transport.SessionKeys;
import io.latchkey.crypto.Srp;
import io.latchkey.crypto.SrpServer;
import io.latchkey.crypto.SrpVerdict;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The accessory's side of pair-setup (HAP specification R2 section 5.6; checks and their order as in HomeKitADK). A pure
 * function of state, request and facts but for randomness, which comes in through the constructor; M1 and M3 compute for
 * some milliseconds, so it runs on {@code latchkey-crypto}. It keeps, sends and logs nothing. How often somebody may begin
 * is bounded by the caller.
 */
public final class AccessoryPairSetup {
    /** From so many wrong setup codes on, no more are tried. */
    public static final int MAXIMUM_ATTEMPTS = 100;

    private static final int[] WANTED = {
        PairingTlv.METHOD,
        PairingTlv.PUBLIC_KEY,
        PairingTlv.PROOF,
        PairingTlv.ENCRYPTED_DATA,
        PairingTlv.STATE,
        PairingTlv.FLAGS
    };

    private final AccessoryIdentity identity;
    private final SecureRandom random;

    /** Prepares pair-setup of one bridge. */
    public AccessoryPairSetup(AccessoryIdentity identity, SecureRandom random) {
        this.identity = identity;
        this.random = random;
    }

    /**
     * Answers the body of a POST to {@code /pair-setup} on a connection that is not secured.
     *
     * @param state of this bridge
     * @param connection a token that equals only the one of the same connection
     * @param facts as they are now
     */
    public Step<PairSetupState> answer(PairSetupState state, Object connection, byte[] request, SetupFacts facts) {
        try {
            PairingMessage message = PairingMessage.read(request, WANTED);
            int number = message.number(PairingTlv.STATE);
            return number == 1
                    ? start(state, connection, message, facts)
                    : resume(state, connection, number, message, facts);
        } catch (MalformedTlv8Exception malformed) {
            return new Step<>(state.without(connection), Outcome.badRequest());
        }
    }

    private Step<PairSetupState> start(
            PairSetupState state, Object connection, PairingMessage message, SetupFacts facts)
            throws MalformedTlv8Exception {
        int method = message.number(PairingTlv.METHOD);
        long flags = message.flags();
        if (method != Protocol.PAIR_SETUP && method != Protocol.PAIR_SETUP_WITH_AUTH) {
            throw new MalformedTlv8Exception("Method " + method + " does not belong to pair-setup");
        }
        boolean flagged = method == Protocol.PAIR_SETUP;
        boolean transientSession = flagged && (flags & Protocol.TRANSIENT) != 0;
        boolean split = flagged && (flags & Protocol.SPLIT) != 0;
        Optional<Verifier> verifier = split && !transientSession ? state.saved() : Optional.of(facts.verifier());
        Optional<PairingError> refusal = refusal(facts)
                .or(() -> verifier.isPresent() ? Optional.empty() : Optional.of(PairingError.AUTHENTICATION));
        if (refusal.isPresent()) {
            return new Step<>(state.without(connection), Outcome.error(2, refusal.get()));
        }
        return offer(state, connection, verifier.orElseThrow(), transientSession, split);
    }

    /** Asked at each step: another may have paired, or guessed, since this one began. */
    private static Optional<PairingError> refusal(SetupFacts facts) {
        if (!facts.pairings().pairings().isEmpty()) {
            return Optional.of(PairingError.UNAVAILABLE);
        }
        return facts.failedAttempts() >= MAXIMUM_ATTEMPTS ? Optional.of(PairingError.MAX_TRIES) : Optional.empty();
    }

    private Step<PairSetupState> offer(
            PairSetupState state, Object connection, Verifier verifier, boolean transientSession, boolean split) {
        SrpServer srp = SrpServer.begin(Protocol.SRP_USER, verifier.salt(), verifier.verifier(), random);
        var stage = new PairSetupState.AwaitingProof(srp, verifier, transientSession, split);
        boolean restored = split && !transientSession;
        PairSetupState next = (restored ? state : state.forgetting()).at(connection, stage);
        Tlv8.Builder answer = Protocol.message(2)
                .bytes(PairingTlv.PUBLIC_KEY, srp.publicKey())
                .bytes(PairingTlv.SALT, srp.salt());
        if (split) {
            answer.integer(PairingTlv.FLAGS, Protocol.SPLIT | (transientSession ? Protocol.TRANSIENT : 0));
        }
        return new Step<>(next, Outcome.of(Reply.of(answer)));
    }

    private Step<PairSetupState> resume(
            PairSetupState state, Object connection, int number, PairingMessage message, SetupFacts facts)
            throws MalformedTlv8Exception {
        PairSetupState.Stage stage = state.stage(connection).orElse(null);
        boolean isExpected = number == 3 && stage instanceof PairSetupState.AwaitingProof
                || number == 5 && stage instanceof PairSetupState.AwaitingExchange;
        if (!isExpected) {
            throw new MalformedTlv8Exception("M" + number + " is not expected now");
        }
        Optional<PairingError> refusal = refusal(facts);
        if (refusal.isPresent()) {
            return new Step<>(state.without(connection), Outcome.error(number + 1, refusal.get()));
        }
        if (stage instanceof PairSetupState.AwaitingProof proof) {
            return checkProof(state, connection, proof, message, facts);
        }
        byte[] srpKey = ((PairSetupState.AwaitingExchange) stage).srpKey();
        return new Step<>(
                state.without(connection), new SetupExchange(identity, srpKey).answer(message, facts.pairings()));
    }

    private Step<PairSetupState> checkProof(
            PairSetupState state,
            Object connection,
            PairSetupState.AwaitingProof stage,
            PairingMessage message,
            SetupFacts facts)
            throws MalformedTlv8Exception {
        byte[] key = message.bytes(PairingTlv.PUBLIC_KEY, 1, Srp.KEY_LENGTH);
        byte[] proof = message.bytes(PairingTlv.PROOF, Srp.PROOF_LENGTH);
        SrpVerdict verdict = stage.srp().check(key, proof);
        if (verdict instanceof SrpVerdict.Accepted accepted) {
            return prove(state, connection, stage, accepted, facts.failedAttempts());
        }
        Reply refusal = Reply.error(4, PairingError.AUTHENTICATION);
        List<Effect> effects = verdict == SrpVerdict.Refused.PROOF
                ? List.of(new Effect.FailedAttempts(facts.failedAttempts() + 1))
                : List.of();
        return new Step<>(state.without(connection), Outcome.of(refusal, 4, effects));
    }

    private static Step<PairSetupState> prove(
            PairSetupState state,
            Object connection,
            PairSetupState.AwaitingProof stage,
            SrpVerdict.Accepted accepted,
            int failedAttempts) {
        List<Effect> effects = new ArrayList<>();
        if (failedAttempts > 0) {
            effects.add(new Effect.FailedAttempts(0));
        }
        PairSetupState next = state.at(connection, new PairSetupState.AwaitingExchange(accepted.sessionKey()));
        if (stage.transientSession()) {
            SessionKeys keys = KeySchedule.transientSession(accepted.sessionKey());
            effects.add(new Effect.Secured(keys, Optional.empty()));
            PairSetupState ended = state.without(connection);
            next = stage.split() ? ended.saving(stage.verifier()) : ended;
        }
        Reply reply = Reply.of(Protocol.message(4).bytes(PairingTlv.PROOF, accepted.proof()));
        return new Step<>(next, Outcome.of(reply, 4, effects));
    }
}
