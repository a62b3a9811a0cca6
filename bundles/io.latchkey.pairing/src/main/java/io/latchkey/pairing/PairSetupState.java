// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.store.Verifier;
import io.latchkey.crypto.SrpServer;
import java.util.Optional;

/**
 * Where pair-setup of one bridge stands: there is one procedure at a time, owned by one connection. Immutable, never
 * printed, forgotten at a restart. The caller has one of these for each bridge and lets no two requests work on it at once.
 */
public final class PairSetupState {
    private static final PairSetupState IDLE = new PairSetupState(Optional.empty(), Optional.empty());

    private final Optional<Procedure> procedure;
    private final Optional<Verifier> saved;

    private PairSetupState(Optional<Procedure> procedure, Optional<Verifier> saved) {
        this.procedure = procedure;
        this.saved = saved;
    }

    /** Nobody is pairing. */
    public static PairSetupState idle() {
        return IDLE;
    }

    /** The state after a connection has gone, or has ended its procedure: what it owned is free for others. */
    public PairSetupState without(Object connection) {
        return ownedBy(connection).isPresent() ? IDLE : this;
    }

    /** Whether any connection is in the midst of pairing. */
    public boolean isBusy() {
        return procedure.isPresent();
    }

    @Override
    public String toString() {
        return isBusy() ? "PairSetupState[busy]" : "PairSetupState[idle]";
    }

    static PairSetupState saving(Verifier verifier) {
        return new PairSetupState(Optional.empty(), Optional.of(verifier));
    }

    PairSetupState running(Procedure changed) {
        return new PairSetupState(Optional.of(changed), saved);
    }

    PairSetupState forgetting() {
        return new PairSetupState(procedure, Optional.empty());
    }

    Optional<Procedure> procedure() {
        return procedure;
    }

    Optional<Verifier> saved() {
        return saved;
    }

    Optional<Procedure> ownedBy(Object connection) {
        return procedure.filter(running -> running.owner().equals(connection));
    }

    /** A procedure under way; {@code startedAt} in nanoseconds of the caller's clock. */
    record Procedure(Object owner, long startedAt, Stage stage) {
        Procedure at(Stage changed) {
            return new Procedure(owner, startedAt, changed);
        }
    }

    /** What the owner has to send next. */
    sealed interface Stage {}

    /** M2 has left: the proof that the controller knows the setup code. */
    record AwaitingProof(SrpServer srp, Verifier verifier, boolean transientSession, boolean split) implements Stage {}

    /** M4 has left: the controller's long-term key. */
    record AwaitingExchange(byte[] srpKey) implements Stage {}
}
