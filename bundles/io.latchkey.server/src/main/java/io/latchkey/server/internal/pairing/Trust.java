// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.pairing;

import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.StoreException;
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
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who the bridge is and whom it trusts: identity, setup code and pairings, and the procedures that change them. Every change
 * is durable before anybody hears of it. Methods that change something run on work threads, one at a time: they compute for
 * milliseconds and wait for the disk. No code, key or payload of pairing is logged.
 */
public final class Trust {
    private static final Logger LOG = LoggerFactory.getLogger(Trust.class);
    /** Somebody has to find the code and to type it, between M2 and M3. */
    private static final Duration TIME_FOR_THE_CODE = Duration.ofMinutes(5);

    private final String bridge;
    private final BridgeStore store;
    private final SecureRandom random;
    private final LongSupplier nanoTime;
    private final TrustListener listener;
    private final SetupKeeper setup;
    private PairSetupState pairSetup = PairSetupState.idle();
    private volatile AccessoryIdentity identity;
    private volatile Pairings pairings;

    /**
     * Loads what is known of a bridge, or makes a bridge that nobody knows yet; waits for the disk.
     *
     * @param nanoTime a clock that only goes forward
     */
    public Trust(
            String bridge,
            SetupOptions options,
            BridgeStore store,
            SecureRandom random,
            LongSupplier nanoTime,
            TrustListener listener) {
        this.bridge = bridge;
        this.store = store;
        this.random = random;
        this.nanoTime = nanoTime;
        this.listener = listener;
        this.identity = store.load(bridge, Domain.IDENTITY).orElseGet(this::newIdentity);
        this.pairings = store.load(bridge, Domain.PAIRINGS).orElse(Pairings.NONE);
        this.setup = new SetupKeeper(bridge, store, random, options);
        purgeWithoutAdmin();
        setup.settle(isPaired());
    }

    /** Who the bridge is. */
    public AccessoryIdentity identity() {
        return identity;
    }

    /** The setup ID. */
    public SetupId setupId() {
        return setup.setupId();
    }

    /** The code to type into Home: the configured one, or while unpaired the generated one. */
    public Optional<SetupCode> setupCode() {
        return setup.code();
    }

    /** All pairings. */
    public List<Pairing> pairings() {
        return pairings.pairings();
    }

    /** Whether anybody is paired. */
    public boolean isPaired() {
        return !pairings.pairings().isEmpty();
    }

    /** The pairing of a controller as it is now. */
    public Optional<Pairing> find(ControllerId controller) {
        return pairings.pairings().stream()
                .filter(pairing -> pairing.controller().equals(controller))
                .findFirst();
    }

    /** Takes another configuration of code and setup ID. */
    public synchronized void options(SetupOptions changed) {
        setup.options(changed, isPaired());
        listener.announce();
    }

    /** Answers a step of pair-setup; what is to be kept of it is kept. */
    public synchronized Outcome pairSetup(Session session, byte[] request) {
        SetupFacts facts = new SetupFacts(setup.verifier(), setup.failedAttempts(), pairings);
        AccessoryPairSetup procedure = new AccessoryPairSetup(identity, random, nanoTime);
        Step<PairSetupState> step = procedure.answer(pairSetup, session, request, facts);
        pairSetup = step.next();
        session.allowSilence(pairSetup.awaits(session) ? Optional.of(TIME_FOR_THE_CODE) : Optional.empty());
        return kept(step.outcome(), session);
    }

    /** Answers a step of pair-verify, of which nothing is to be kept. */
    public Outcome pairVerify(Client client, byte[] request) {
        var step = new AccessoryPairVerify(identity, random).answer(client.verify(), request, this::find);
        client.verify(step.next());
        return step.outcome();
    }

    /** Answers a request about pairings; what is to be kept of it is kept. */
    public synchronized Outcome pairings(Session session, ControllerId requester, byte[] request) {
        return kept(AccessoryPairings.answer(pairings, requester, request), session);
    }

    /** Frees the procedure that a closed connection has owned. */
    public synchronized void closed(Session session) {
        pairSetup = pairSetup.without(session);
    }

    /** Removes a pairing on an administrator's word; throws what the store throws. */
    public synchronized void remove(ControllerId controller) {
        keep(AccessoryPairings.without(pairings, controller), Optional.empty());
    }

    /**
     * Makes another setup code.
     *
     * @throws IllegalStateException when the bridge is paired or the code is configured
     */
    public synchronized SetupCode newSetupCode() {
        if (isPaired()) {
            throw new IllegalStateException("the bridge is paired: a new code is of no use until it is unpaired");
        }
        if (setup.isConfigured()) {
            throw new IllegalStateException("the setup code is configured: change it there");
        }
        setup.generate(false);
        return setup.code().orElseThrow();
    }

    /** Makes the bridge a new one that nobody knows; throws what the store throws. */
    public synchronized void reset() {
        Set<ControllerId> all =
                pairings.pairings().stream().map(Pairing::controller).collect(Collectors.toSet());
        store.save(bridge, Domain.PAIRINGS, Pairings.NONE);
        pairings = Pairings.NONE;
        identity = newIdentity();
        pairSetup = PairSetupState.idle();
        setup.reset();
        listener.announce();
        all.forEach(controller -> listener.removed(controller, Optional.empty()));
    }

    private Outcome kept(Outcome outcome, Session session) {
        try {
            for (Effect effect : outcome.effects()) {
                if (effect instanceof Effect.FailedAttempts failed) {
                    setup.failedAttempts(failed.count());
                } else if (effect instanceof Effect.PairingsChanged changed) {
                    keep(changed, Optional.of(session));
                }
            }
            return outcome;
        } catch (StoreException e) {
            LOG.warn("Bridge {} can't keep a change of its pairings: {}", bridge, e.getMessage());
            return new Outcome(outcome.notKept(), outcome.notKept(), List.of());
        }
    }

    private void keep(Effect.PairingsChanged change, Optional<Session> initiator) {
        boolean before = isPaired();
        store.save(bridge, Domain.PAIRINGS, change.pairings());
        pairings = change.pairings();
        if (before != isPaired()) {
            LOG.info("Bridge {} is {}", bridge, isPaired() ? "paired" : "unpaired");
            settleSetup();
            listener.announce();
        }
        change.removed().forEach(controller -> listener.removed(controller, initiator));
    }

    /** The pairing counts already, so trouble here must not make its answer a failure; the next start settles again. */
    private void settleSetup() {
        try {
            setup.settle(isPaired());
        } catch (StoreException e) {
            LOG.warn("Bridge {} can't keep its setup code: {}", bridge, e.getMessage());
        }
    }

    private void purgeWithoutAdmin() {
        if (isPaired() && pairings.pairings().stream().noneMatch(Pairing::isAdmin)) {
            LOG.warn("Bridge {} has no administrator among its pairings, so they are removed: pair it anew", bridge);
            store.save(bridge, Domain.PAIRINGS, Pairings.NONE);
            pairings = Pairings.NONE;
        }
    }

    private AccessoryIdentity newIdentity() {
        AccessoryIdentity made = Credentials.newIdentity(random);
        store.save(bridge, Domain.IDENTITY, made);
        return made;
    }
}
