// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import java.util.Optional;

/** Where pair-verify of one connection stands. Immutable, never printed, gone with the connection. */
public final class PairVerifyState {
    private static final PairVerifyState IDLE = new PairVerifyState(Optional.empty());

    private final Optional<Agreement> agreement;

    private PairVerifyState(Optional<Agreement> agreement) {
        this.agreement = agreement;
    }

    /** No procedure is under way: a new connection, or one whose procedure ended or failed. */
    public static PairVerifyState idle() {
        return IDLE;
    }

    @Override
    public String toString() {
        return agreement.isPresent() ? "PairVerifyState[under way]" : "PairVerifyState[idle]";
    }

    static PairVerifyState after(Agreement agreement) {
        return new PairVerifyState(Optional.of(agreement));
    }

    Optional<Agreement> agreement() {
        return agreement;
    }

    /** Both ephemeral public keys and the secret that they share. */
    record Agreement(byte[] controllerKey, byte[] accessoryKey, byte[] shared) {}
}
