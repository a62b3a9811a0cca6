// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.store.Verifier;
import io.latchkey.crypto.SrpServer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where pair-setup of one bridge stands: there is one procedure at a time, owned by one connection, and there may be
 * connections that have lost theirs to another and don't know it yet. Immutable, never printed, forgotten at a restart. The
 * caller has one of these for each bridge and lets no two requests work on it at once.
 */
public final class PairSetupState {
    private static final PairSetupState IDLE = new PairSetupState(Optional.empty(), Optional.empty(), Set.of());

    private final Optional<Procedure> procedure;
    private final Optional<Verifier> saved;
    private final Set<Object> ousted;

    private PairSetupState(Optional<Procedure> procedure, Optional<Verifier> saved, Set<Object> ousted) {
        this.procedure = procedure;
        this.saved = saved;
        this.ousted = ousted;
    }

    /** Nobody is pairing. */
    public static PairSetupState idle() {
        return IDLE;
    }

    /** The state after a connection has gone, or has ended its procedure: what it owned is free for others. */
    public PairSetupState without(Object connection) {
        if (ownedBy(connection).isPresent()) {
            return ousted.isEmpty() ? IDLE : new PairSetupState(Optional.empty(), Optional.empty(), ousted);
        }
        return hasOusted(connection)
                ? new PairSetupState(procedure, saved, ousted(Optional.empty(), connection))
                : this;
    }

    /** Whether that connection is in the midst of pairing, or believes so. */
    public boolean awaits(Object connection) {
        return ownedBy(connection).isPresent() || hasOusted(connection);
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
        return new PairSetupState(Optional.empty(), Optional.of(verifier), Set.of());
    }

    PairSetupState running(Procedure changed) {
        return new PairSetupState(
                Optional.of(changed), saved, ousted(procedure.map(Procedure::owner), changed.owner()));
    }

    PairSetupState forgetting() {
        return new PairSetupState(procedure, Optional.empty(), ousted);
    }

    /** Whether another has taken the procedure that this connection had begun. */
    boolean hasOusted(Object connection) {
        return ousted.contains(connection);
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

    private Set<Object> ousted(Optional<Object> joining, Object leaving) {
        Set<Object> changed = new HashSet<>(ousted);
        joining.ifPresent(changed::add);
        changed.remove(leaving);
        return Set.copyOf(changed);
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
