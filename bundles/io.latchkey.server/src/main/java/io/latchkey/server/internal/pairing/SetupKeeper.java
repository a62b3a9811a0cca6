// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.pairing;

import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.store.Setup;
import io.latchkey.api.store.Verifier;
import io.latchkey.pairing.Credentials;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Makes the setup domain of one bridge what it has to be. A configured code is never stored, only its verifier; a generated
 * one is stored while the bridge is unpaired, so that it can be shown. Stores nothing itself: {@link Trust} does, and calls
 * it in its queue, on {@code latchkey-crypto}, since a verifier takes milliseconds to compute.
 */
final class SetupKeeper {
    private final SecureRandom random;
    private volatile SetupOptions options;
    private Optional<Verified> verified = Optional.empty();

    SetupKeeper(SecureRandom random, SetupOptions options) {
        this.random = random;
        this.options = options;
    }

    /** A configured code and the verifier that is known to be its own. */
    private record Verified(SetupCode code, Verifier verifier) {}

    SetupId setupId(Setup setup) {
        return options.setupId().orElse(setup.setupId());
    }

    Optional<SetupCode> code(Setup setup) {
        return options.code().or(setup::generatedCode);
    }

    boolean isConfigured() {
        return options.code().isPresent();
    }

    /** Takes another configuration. */
    void options(SetupOptions changed) {
        options = changed;
    }

    /** The same with code and verifier as they have to be now. */
    Setup settled(Setup now, boolean paired) {
        if (options.code().isPresent()) {
            return with(now, Optional.empty(), verifier(now, options.code().get()));
        }
        if (now.verifier().isEmpty() || !paired && now.generatedCode().isEmpty()) {
            return generated(now, paired);
        }
        return paired ? with(now, Optional.empty(), now.verifier().get()) : now;
    }

    /** The same with a new code; when paired nobody may know it. */
    Setup generated(Setup now, boolean paired) {
        SetupCode code = SetupCode.random(random);
        return with(now, paired ? Optional.empty() : Optional.of(code), Credentials.verifier(code, random));
    }

    /** That of a new bridge; the configuration counts once it is settled. */
    Setup blank() {
        return new Setup(SetupId.random(random), Optional.empty(), Optional.empty(), 0);
    }

    /** The verifier of a configured code; whether it is that of the code costs as much to find out as to make one. */
    private Verifier verifier(Setup now, SetupCode code) {
        Verifier known = now.verifier()
                .filter(each ->
                        verified.equals(Optional.of(new Verified(code, each))) || Credentials.belongs(each, code))
                .orElseGet(() -> Credentials.verifier(code, random));
        verified = Optional.of(new Verified(code, known));
        return known;
    }

    private static Setup with(Setup now, Optional<SetupCode> generated, Verifier verifier) {
        boolean isSame = now.verifier().equals(Optional.of(verifier));
        return new Setup(now.setupId(), generated, Optional.of(verifier), isSame ? now.failedAttempts() : 0);
    }
}
