// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.store.Verifier;
import io.latchkey.crypto.SrpServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where pair-setup of one bridge stands: each connection has a procedure of its own, so that nobody waits for another.
 * Immutable, never printed, forgotten at a restart. There are at most as many procedures as connections, which the caller
 * bounds; he has one of these for each bridge and lets no two requests work on it at once.
 */
public final class PairSetupState {
    private static final PairSetupState IDLE = new PairSetupState(Map.of(), Optional.empty());

    private final Map<Object, Stage> procedures;
    private final Optional<Verifier> saved;

    private PairSetupState(Map<Object, Stage> procedures, Optional<Verifier> saved) {
        this.procedures = procedures;
        this.saved = saved;
    }

    /** Nobody is pairing. */
    public static PairSetupState idle() {
        return IDLE;
    }

    /** The state after a connection has gone, or has ended its procedure. */
    public PairSetupState without(Object connection) {
        return only(each -> !each.equals(connection));
    }

    /** The state with the procedures of these connections alone. */
    public PairSetupState only(Predicate<Object> connections) {
        Map<Object, Stage> some = new HashMap<>(procedures);
        some.keySet().removeIf(connections.negate());
        return some.size() == procedures.size() ? this : new PairSetupState(Map.copyOf(some), saved);
    }

    /** Whether that connection is in the midst of pairing. */
    public boolean awaits(Object connection) {
        return procedures.containsKey(connection);
    }

    /** Whether any connection is in the midst of pairing. */
    public boolean isBusy() {
        return !procedures.isEmpty();
    }

    @Override
    public String toString() {
        return isBusy() ? "PairSetupState[busy]" : "PairSetupState[idle]";
    }

    PairSetupState saving(Verifier verifier) {
        return new PairSetupState(procedures, Optional.of(verifier));
    }

    PairSetupState at(Object connection, Stage stage) {
        Map<Object, Stage> changed = new HashMap<>(procedures);
        changed.put(connection, stage);
        return new PairSetupState(Map.copyOf(changed), saved);
    }

    PairSetupState forgetting() {
        return new PairSetupState(procedures, Optional.empty());
    }

    Optional<Verifier> saved() {
        return saved;
    }

    Optional<Stage> stage(Object connection) {
        return Optional.ofNullable(procedures.get(connection));
    }

    /** What a connection has to send next. */
    sealed interface Stage {}

    /** M2 has left: the proof that the controller knows the setup code. */
    record AwaitingProof(SrpServer srp, Verifier verifier, boolean transientSession, boolean split) implements Stage {}

    /** M4 has left: the controller's long-term key. */
    record AwaitingExchange(byte[] srpKey) implements Stage {}
}
