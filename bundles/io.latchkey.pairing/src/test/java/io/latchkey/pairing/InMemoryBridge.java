// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Verifier;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bridge as a server would run it, but in memory: holds states and facts, does the effects that concern them and
 * remembers the others.
 */
final class InMemoryBridge {
    static final String PHONE = "phone";

    final AccessoryIdentity identity;
    final List<Effect> effects = new ArrayList<>();
    Verifier verifier;
    int failedAttempts;
    Pairings pairings = Pairings.NONE;
    PairSetupState setup = PairSetupState.idle();
    PairVerifyState verify = PairVerifyState.idle();

    private final AccessoryPairSetup pairSetup;
    private final AccessoryPairVerify pairVerify;

    InMemoryBridge(AccessoryIdentity identity, Verifier verifier, SecureRandom random) {
        this.identity = identity;
        this.verifier = verifier;
        this.pairSetup = new AccessoryPairSetup(identity, random);
        this.pairVerify = new AccessoryPairVerify(identity, random);
    }

    static InMemoryBridge fresh(SetupCode code) {
        SecureRandom random = new SeededRandom(1);
        AccessoryIdentity identity = Credentials.identity(new DeviceId("E1:91:1A:70:85:AA"), new byte[32]);
        return new InMemoryBridge(identity, Credentials.verifier(code, random), random);
    }

    Reply setup(byte[] request) {
        return setup(PHONE, request);
    }

    Reply setup(Object connection, byte[] request) {
        SetupFacts facts = new SetupFacts(verifier, failedAttempts, pairings);
        Step<PairSetupState> step = pairSetup.answer(setup, connection, request, facts);
        setup = step.next();
        return done(step.outcome());
    }

    Reply verify(byte[] request) {
        Step<PairVerifyState> step = pairVerify.answer(verify, request, this::find);
        verify = step.next();
        return done(step.outcome());
    }

    Reply pairings(ControllerId requester, byte[] request) {
        return done(AccessoryPairings.answer(pairings, requester, request));
    }

    Optional<Pairing> find(ControllerId controller) {
        return pairings.pairings().stream()
                .filter(pairing -> pairing.controller().equals(controller))
                .findFirst();
    }

    void add(ControllerKeys keys, Permissions permissions) {
        Pairing added = new Pairing(keys.id(), Credentials.publicKey(keys), permissions);
        pairings = AccessoryPairings.with(pairings, added);
    }

    ControllerKeys.Peer peer() {
        return new ControllerKeys.Peer(identity.deviceId(), identity.publicKey());
    }

    Effect.Secured secured() {
        return (Effect.Secured) effects.get(effects.size() - 1);
    }

    private Reply done(Outcome outcome) {
        for (Effect effect : outcome.effects()) {
            effects.add(effect);
            if (effect instanceof Effect.FailedAttempts counted) {
                failedAttempts = counted.count();
            } else if (effect instanceof Effect.PairingsChanged changed) {
                pairings = changed.pairings();
            }
        }
        return outcome.reply();
    }
}
