// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.pairing;

import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Setup;
import io.latchkey.api.store.Verifier;
import io.latchkey.pairing.Credentials;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Keeps the setup domain of one bridge. A configured code is never stored, only its verifier; a generated one is stored
 * while the bridge is unpaired, so that it can be shown. Used by {@link Trust} under its lock, on work threads.
 */
final class SetupKeeper {
    private final String bridge;
    private final BridgeStore store;
    private final SecureRandom random;
    private volatile Setup setup;
    private volatile SetupOptions options;
    private Optional<SetupCode> verified = Optional.empty();

    SetupKeeper(String bridge, BridgeStore store, SecureRandom random, SetupOptions options) {
        this.bridge = bridge;
        this.store = store;
        this.random = random;
        this.options = options;
        this.setup = store.load(bridge, Domain.SETUP).orElseGet(this::blank);
    }

    SetupId setupId() {
        return options.setupId().orElse(setup.setupId());
    }

    Optional<SetupCode> code() {
        return options.code().or(setup::generatedCode);
    }

    boolean isConfigured() {
        return options.code().isPresent();
    }

    Verifier verifier() {
        return setup.verifier().orElseThrow();
    }

    int failedAttempts() {
        return setup.failedAttempts();
    }

    void failedAttempts(int count) {
        save(new Setup(setup.setupId(), setup.generatedCode(), setup.verifier(), count));
    }

    /** Takes another configuration. */
    void options(SetupOptions changed, boolean paired) {
        options = changed;
        settle(paired);
    }

    /** Makes code and verifier what they have to be now. */
    void settle(boolean paired) {
        if (options.code().isPresent()) {
            SetupCode code = options.code().get();
            keep(Optional.empty(), verifier(code));
            verified = options.code();
        } else if (setup.verifier().isEmpty()
                || !paired && setup.generatedCode().isEmpty()) {
            generate(paired);
        } else if (paired && setup.generatedCode().isPresent()) {
            keep(Optional.empty(), verifier());
        }
    }

    /** Makes a new code; when paired nobody may know it. */
    void generate(boolean paired) {
        verified = Optional.empty();
        SetupCode code = SetupCode.random(random);
        keep(paired ? Optional.empty() : Optional.of(code), Credentials.verifier(code, random));
    }

    /** Forgets everything, as a new bridge; the configuration still counts. */
    void reset() {
        save(blank());
        settle(false);
    }

    /** The verifier of a configured code; whether it is that of the code costs as much to find out as to make one. */
    private Verifier verifier(SetupCode code) {
        return setup.verifier()
                .filter(known -> verified.equals(Optional.of(code)) || Credentials.belongs(known, code))
                .orElseGet(() -> Credentials.verifier(code, random));
    }

    private Setup blank() {
        return new Setup(SetupId.random(random), Optional.empty(), Optional.empty(), 0);
    }

    private void keep(Optional<SetupCode> generated, Verifier verifier) {
        save(new Setup(setup.setupId(), generated, Optional.of(verifier), setup.failedAttempts()));
    }

    private void save(Setup changed) {
        if (!changed.equals(setup)) {
            store.save(bridge, Domain.SETUP, changed);
            setup = changed;
        }
    }
}
