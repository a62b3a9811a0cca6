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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The accessory's side of pair-setup (HAP specification R2 section 5.6; checks and their order as in HomeKitADK). A pure
 * function of state, request and facts but for randomness and time, which come in through the constructor; M1 and M3
 * compute for some milliseconds, so it runs on {@code latchkey-crypto}. It keeps, sends and logs nothing.
 */
public final class AccessoryPairSetup {
    /** From so many wrong setup codes on, no more are tried. */
    public static final int MAXIMUM_ATTEMPTS = 100;

    private static final long TAKEOVER_NANOS = Duration.ofSeconds(30).toNanos();
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
    private final LongSupplier nanoTime;

    /**
     * Prepares pair-setup of one bridge.
     *
     * @param nanoTime a clock that only goes forward, such as {@code System::nanoTime}
     */
    public AccessoryPairSetup(AccessoryIdentity identity, SecureRandom random, LongSupplier nanoTime) {
        this.identity = identity;
        this.random = random;
        this.nanoTime = nanoTime;
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
        Optional<PairingError> refusal = refusal(state, connection, facts, verifier.isPresent());
        if (refusal.isPresent()) {
            return new Step<>(state.without(connection), Outcome.error(2, refusal.get()));
        }
        return offer(state, connection, verifier.orElseThrow(), transientSession, split);
    }

    private Optional<PairingError> refusal(
            PairSetupState state, Object connection, SetupFacts facts, boolean verifierKnown) {
        if (!facts.pairings().pairings().isEmpty()) {
            return Optional.of(PairingError.UNAVAILABLE);
        }
        if (facts.failedAttempts() >= MAXIMUM_ATTEMPTS) {
            return Optional.of(PairingError.MAX_TRIES);
        }
        if (isHeldByAnother(state, connection)) {
            return Optional.of(PairingError.BUSY);
        }
        return verifierKnown ? Optional.empty() : Optional.of(PairingError.AUTHENTICATION);
    }

    private boolean isHeldByAnother(PairSetupState state, Object connection) {
        return state.procedure()
                .filter(running -> !running.owner().equals(connection))
                .filter(running -> nanoTime.getAsLong() - running.startedAt() < TAKEOVER_NANOS)
                .isPresent();
    }

    private Step<PairSetupState> offer(
            PairSetupState state, Object connection, Verifier verifier, boolean transientSession, boolean split) {
        SrpServer srp = SrpServer.begin(Protocol.SRP_USER, verifier.salt(), verifier.verifier(), random);
        var stage = new PairSetupState.AwaitingProof(srp, verifier, transientSession, split);
        long startedAt = state.ownedBy(connection)
                .map(PairSetupState.Procedure::startedAt) // who begins anew for ever must not shut others out
                .orElseGet(nanoTime::getAsLong);
        var procedure = new PairSetupState.Procedure(connection, startedAt, stage);
        boolean restored = split && !transientSession;
        PairSetupState next = (restored ? state : state.forgetting()).running(procedure);
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
        Optional<PairSetupState.Procedure> own = state.ownedBy(connection);
        if (own.isPresent()) {
            PairSetupState.Stage stage = own.get().stage();
            if (number == 3 && stage instanceof PairSetupState.AwaitingProof proof) {
                return checkProof(state, own.get(), proof, message, facts);
            }
            if (number == 5 && stage instanceof PairSetupState.AwaitingExchange exchange) {
                Outcome outcome = new SetupExchange(identity, exchange.srpKey()).answer(message, facts.pairings());
                return new Step<>(state.without(connection), outcome);
            }
        }
        if (state.hasOusted(connection) && (number == 3 || number == 5)) {
            return new Step<>(state.without(connection), Outcome.error(number + 1, PairingError.BUSY));
        }
        throw new MalformedTlv8Exception("M" + number + " is not expected now");
    }

    private Step<PairSetupState> checkProof(
            PairSetupState state,
            PairSetupState.Procedure procedure,
            PairSetupState.AwaitingProof stage,
            PairingMessage message,
            SetupFacts facts)
            throws MalformedTlv8Exception {
        byte[] key = message.bytes(PairingTlv.PUBLIC_KEY, 1, Srp.KEY_LENGTH);
        byte[] proof = message.bytes(PairingTlv.PROOF, Srp.PROOF_LENGTH);
        SrpVerdict verdict = stage.srp().check(key, proof);
        if (verdict instanceof SrpVerdict.Accepted accepted) {
            return prove(state, procedure, stage, accepted, facts.failedAttempts());
        }
        Reply refusal = Reply.error(4, PairingError.AUTHENTICATION);
        List<Effect> effects = verdict == SrpVerdict.Refused.PROOF
                ? List.of(new Effect.FailedAttempts(facts.failedAttempts() + 1))
                : List.of();
        return new Step<>(state.without(procedure.owner()), Outcome.of(refusal, 4, effects));
    }

    private static Step<PairSetupState> prove(
            PairSetupState state,
            PairSetupState.Procedure procedure,
            PairSetupState.AwaitingProof stage,
            SrpVerdict.Accepted accepted,
            int failedAttempts) {
        List<Effect> effects = new ArrayList<>();
        if (failedAttempts > 0) {
            effects.add(new Effect.FailedAttempts(0));
        }
        PairSetupState next = state.running(procedure.at(new PairSetupState.AwaitingExchange(accepted.sessionKey())));
        if (stage.transientSession()) {
            SessionKeys keys = KeySchedule.transientSession(accepted.sessionKey());
            effects.add(new Effect.Secured(keys, Optional.empty()));
            next = stage.split() ? PairSetupState.saving(stage.verifier()) : PairSetupState.idle();
        }
        Reply reply = Reply.of(Protocol.message(4).bytes(PairingTlv.PROOF, accepted.proof()));
        return new Step<>(next, Outcome.of(reply, 4, effects));
    }
}
