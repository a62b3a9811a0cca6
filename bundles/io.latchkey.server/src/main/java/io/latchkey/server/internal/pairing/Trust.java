// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.pairing;

import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Setup;
import io.latchkey.api.transport.Session;
import io.latchkey.pairing.AccessoryPairSetup;
import io.latchkey.pairing.AccessoryPairVerify;
import io.latchkey.pairing.AccessoryPairings;
import io.latchkey.pairing.Credentials;
import io.latchkey.pairing.Effect;
import io.latchkey.pairing.Outcome;
import io.latchkey.pairing.PairSetupState;
import io.latchkey.pairing.SetupFacts;
import io.latchkey.pairing.Step;
import io.latchkey.server.internal.session.Client;
import io.latchkey.server.internal.store.StoredBridge;
import io.latchkey.server.internal.work.StageQueue;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who the bridge is and whom it trusts: identity, setup code and pairings, and the procedures that change them. What may
 * change something happens one after the other, on {@code latchkey-crypto}, and no thread waits: a change goes to the
 * disk, and only when it is durable does anybody see it, hear of it or get an answer; one that fails has changed nothing.
 * Pair-verify waits for none of this. No code, key or payload of pairing is logged.
 */
public final class Trust {
    private static final Logger LOG = LoggerFactory.getLogger(Trust.class);
    /** Somebody has to find the code and to type it, between M2 and M3. */
    private static final Duration TIME_FOR_THE_CODE = Duration.ofMinutes(5);

    private final StoredBridge stored;
    private final SecureRandom random;
    private final TrustListener listener;
    private final SetupKeeper setup;
    private final StageQueue queue;
    private final WrongCodes wrongCodes;
    private volatile PairSetupState pairSetup = PairSetupState.idle();
    private final RefusedControllers refused;
    private volatile Optional<TrustReport.Loss> loss = Optional.empty();

    private Trust(
            StoredBridge stored,
            SetupOptions options,
            SecureRandom random,
            LongSupplier nanoTime,
            InstantSource clock,
            Executor crypto,
            TrustListener listener) {
        this.stored = stored;
        this.random = random;
        this.listener = listener;
        this.setup = new SetupKeeper(random, options);
        this.queue = new StageQueue(crypto);
        this.wrongCodes = new WrongCodes(stored.id(), nanoTime);
        this.refused = new RefusedControllers(clock);
    }

    /**
     * Begins with what is stored of a bridge, or makes a bridge that nobody knows yet.
     *
     * @param stored its memory, loaded
     * @param nanoTime a clock that only goes forward
     * @param clock what people read
     * @param crypto where procedures compute
     * @return ends when what was missing is stored
     */
    public static CompletionStage<Trust> open(
            StoredBridge stored,
            SetupOptions options,
            SecureRandom random,
            LongSupplier nanoTime,
            InstantSource clock,
            Executor crypto,
            TrustListener listener) {
        Trust trust = new Trust(stored, options, random, nanoTime, clock, crypto, listener);
        return trust.queue.add(() -> trust.change(trust.complete())).thenApply(done -> trust);
    }

    /** Who the bridge is. */
    public AccessoryIdentity identity() {
        return stored.memory().get(Domain.IDENTITY).orElseThrow();
    }

    /** The setup ID. */
    public SetupId setupId() {
        return setup.setupId(kept());
    }

    /** The code to type into Home: the configured one, or while unpaired the generated one. */
    public Optional<SetupCode> setupCode() {
        return setup.code(kept());
    }

    /** All pairings. */
    public List<Pairing> pairings() {
        return trusted().pairings();
    }

    /** Whether anybody is paired. */
    public boolean isPaired() {
        return !pairings().isEmpty();
    }

    /** The pairing of a controller as it is now. */
    public Optional<Pairing> find(ControllerId controller) {
        return pairings().stream()
                .filter(pairing -> pairing.controller().equals(controller))
                .findFirst();
    }

    /**
     * What people have to know: what the bridge had lost when it started, until somebody pairs it, or too many wrong codes
     * were tried.
     */
    public Optional<String> problem() {
        return loss.map(TrustReport.Loss::text).or(() -> wrongCodes.problem(kept()));
    }

    /** The same for an examination, and who knocks in vain. */
    public TrustReport report() {
        return new TrustReport(wrongCodes.problem(kept()).isPresent(), loss, refused.all());
    }

    /** Takes another configuration of code and setup ID. */
    public CompletionStage<Void> options(SetupOptions changed) {
        return queue.add(() -> {
            setup.options(changed);
            Setup settled = setup.settled(kept(), isPaired());
            return change(now -> now.with(Domain.SETUP, settled)).thenAccept(done -> listener.announce());
        });
    }

    /** Answers a step of pair-setup, once what is to be kept of it is durable. */
    public CompletionStage<Outcome> pairSetup(Session session, byte[] request) {
        return queue.add(() -> {
            Setup now = kept();
            SetupFacts facts = new SetupFacts(now.verifier().orElseThrow(), wrongCodes.count(now), trusted());
            AccessoryPairSetup procedure = new AccessoryPairSetup(identity(), random);
            Step<PairSetupState> step = procedure.answer(pairSetup, session, request, facts);
            pairSetup = step.next().only(Trust::isOpen); // an end may have been told before there was anything to free
            SetupRefusal.of(step.outcome()).ifPresent(why -> listener.refused(session, Optional.empty(), why));
            session.allowSilence(pairSetup.awaits(session) ? Optional.of(TIME_FOR_THE_CODE) : Optional.empty());
            return kept(step.outcome(), session);
        });
    }

    private static boolean isOpen(Object connection) {
        return ((Session) connection).isOpen();
    }

    /** Answers a step of pair-verify, of which nothing is to be kept. */
    public Outcome pairVerify(Client client, byte[] request) {
        AskedPairing asked = new AskedPairing(this::find);
        var step = new AccessoryPairVerify(identity(), random).answer(client.verify(), request, asked);
        client.verify(step.next());
        Optional<String> refusal = asked.refusal(step.outcome());
        refusal.ifPresent(why -> listener.refused(client.session(), asked.controller(), why));
        asked.controller().ifPresent(who -> {
            if (refusal.isPresent()) {
                refused.tried(who, asked.isKnown());
            } else {
                refused.forget(who);
            }
        });
        return step.outcome();
    }

    /** Answers a request about pairings, once what is to be kept of it is durable. */
    public CompletionStage<Outcome> pairings(Session session, ControllerId requester, byte[] request) {
        return queue.add(() -> kept(AccessoryPairings.answer(trusted(), requester, request), session));
    }

    /** Frees the procedure that a closed connection has owned; costs nothing where it has owned none. */
    public void closed(Session session) {
        if (!pairSetup.awaits(session)) {
            return;
        }
        try {
            queue.add(() -> {
                pairSetup = pairSetup.without(session);
                return CompletableFuture.completedFuture(null);
            });
        } catch (RejectedExecutionException full) {
            LOG.debug("Bridge {} is too busy to free pair-setup: the next step does", stored.id());
        }
    }

    /**
     * Removes a pairing on an administrator's word. The stage fails with an {@link IllegalArgumentException} when there is
     * none.
     */
    public CompletionStage<Void> remove(ControllerId controller) {
        return queue.add(() -> {
            if (find(controller).isEmpty()) {
                throw new IllegalArgumentException("the bridge has no pairing with " + controller);
            }
            Effect.PairingsChanged change = AccessoryPairings.without(trusted(), controller);
            return keep(Optional.of(change), OptionalInt.empty(), Optional.empty());
        });
    }

    /**
     * Makes another setup code. The stage fails with an {@link IllegalStateException} when the bridge is paired or the code
     * is configured.
     */
    public CompletionStage<SetupCode> newSetupCode() {
        return queue.add(() -> {
            if (isPaired()) {
                throw new IllegalStateException("the bridge is paired: a new code is of no use until it is unpaired");
            }
            if (setup.isConfigured()) {
                throw new IllegalStateException("the setup code is configured: change it there");
            }
            Setup generated = setup.generated(kept(), false);
            return change(now -> now.with(Domain.SETUP, generated))
                    .thenApply(done -> generated.generatedCode().orElseThrow());
        });
    }

    /** Makes the bridge a new one that nobody knows. */
    public CompletionStage<Void> reset() {
        return queue.add(() -> {
            AccessoryIdentity made = Credentials.newIdentity(random);
            Setup blank = setup.settled(setup.blank(), false);
            List<Pairing> before = pairings();
            return change(now -> FactoryReset.of(now, made, blank)).thenAccept(done -> {
                pairSetup = PairSetupState.idle();
                listener.announce();
                before.forEach(pairing -> listener.removed(pairing.controller(), Optional.empty()));
            });
        });
    }

    private Setup kept() {
        return stored.memory().get(Domain.SETUP).orElseThrow();
    }

    private Pairings trusted() {
        return stored.memory().get(Domain.PAIRINGS).orElse(Pairings.NONE);
    }

    private CompletionStage<BridgeMemory> change(UnaryOperator<BridgeMemory> change) {
        return stored.change(change);
    }

    private CompletionStage<Outcome> kept(Outcome outcome, Session session) {
        Optional<Effect.PairingsChanged> pairings = Optional.empty();
        OptionalInt attempts = OptionalInt.empty();
        for (Effect effect : outcome.effects()) {
            if (effect instanceof Effect.FailedAttempts failed) {
                attempts = OptionalInt.of(failed.count());
            } else if (effect instanceof Effect.PairingsChanged changed) {
                pairings = Optional.of(changed);
            }
        }
        if (attempts.isPresent()
                && !wrongCodes.counted(
                        kept(), attempts.getAsInt(), session.remote().getAddress())) {
            attempts = OptionalInt.empty();
        }
        if (pairings.isEmpty() && attempts.isEmpty()) {
            return CompletableFuture.completedFuture(outcome);
        }
        return keep(pairings, attempts, Optional.of(session)).handle((done, failure) -> {
            if (failure == null) {
                return outcome;
            }
            LOG.warn("Bridge {} can't keep a change of its pairings: {}", stored.id(), failure.getMessage());
            return new Outcome(outcome.notKept(), outcome.notKept(), List.of());
        });
    }

    private CompletionStage<Void> keep(
            Optional<Effect.PairingsChanged> pairings, OptionalInt attempts, Optional<Session> initiator) {
        boolean before = isPaired();
        boolean after =
                pairings.map(change -> !change.pairings().pairings().isEmpty()).orElse(before);
        Setup now = kept();
        Setup counted =
                new Setup(now.setupId(), now.generatedCode(), now.verifier(), attempts.orElse(now.failedAttempts()));
        Setup next = before == after ? counted : setup.settled(counted, after);
        Pairings all = pairings.map(Effect.PairingsChanged::pairings).orElseGet(this::trusted);
        return change(memory -> memory.with(Domain.SETUP, next).with(Domain.PAIRINGS, all))
                .thenAccept(done -> {
                    all.pairings().forEach(pairing -> refused.forget(pairing.controller()));
                    if (before != after) {
                        loss = Optional.empty();
                        listener.paired(after);
                        listener.announce();
                    }
                    pairings.ifPresent(change -> change.removed().forEach(controller -> {
                        refused.forget(controller);
                        listener.removed(controller, initiator);
                    }));
                });
    }

    /** What a bridge must have: an identity, an administrator among its pairings, and a setup code that fits. */
    private UnaryOperator<BridgeMemory> complete() {
        BridgeMemory found = stored.memory();
        Pairings whole = found.get(Domain.IDENTITY).isPresent() ? trusted() : Pairings.NONE;
        Pairings administered = whole.pairings().stream().anyMatch(Pairing::isAdmin) ? whole : Pairings.NONE;
        tellLoss(found, whole, administered);
        AccessoryIdentity identity = found.get(Domain.IDENTITY).orElseGet(() -> Credentials.newIdentity(random));
        Setup blank = found.get(Domain.SETUP).orElseGet(setup::blank);
        Setup settled = setup.settled(blank, !administered.pairings().isEmpty());
        return now -> now.with(Domain.IDENTITY, identity)
                .with(Domain.PAIRINGS, administered)
                .with(Domain.SETUP, settled);
    }

    private void tellLoss(BridgeMemory found, Pairings whole, Pairings administered) {
        if (!whole.equals(trusted())) {
            loss = Optional.of(TrustReport.Loss.IDENTITY);
        } else if (!whole.equals(administered)) {
            loss = Optional.of(TrustReport.Loss.ADMINISTRATOR);
        }
        loss.ifPresent(lost -> LOG.warn("Bridge {}: {}", stored.id(), lost.text()));
    }
}
