// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Value;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What is remembered of one characteristic. The value last known and the value last announced are two things: a read that
 * overtakes an announcement must not make subscribers miss it, and one that an announcement overtakes must not bring back
 * the value before. Safe for all threads.
 */
final class KnownValue {
    private final AtomicReference<State> state;

    /**
     * A moment of it.
     *
     * @param known the value that controllers saw last
     * @param announced the value that subscribers heard last
     * @param announcements how often something was announced
     * @param missed whether it was asked for while nobody was there to answer, and not announced since
     */
    record State(Optional<Value> known, Optional<Value> announced, long announcements, boolean missed) {

        /** Whether subscribers have to hear of that value when somebody is there again. */
        boolean isNews(Value value) {
            Optional<Value> now = Optional.of(value);
            return missed || !known.equals(now) || announced.isPresent() && !announced.equals(now);
        }

        private boolean isNewer(Optional<Value> told) {
            return missed || !announced.equals(told);
        }
    }

    /** Remembers what was known in a former run, if anything. */
    KnownValue(Optional<Value> known) {
        state = new AtomicReference<>(new State(known, Optional.empty(), 0, false));
    }

    Optional<Value> known() {
        return state.get().known();
    }

    /** All of this moment. */
    State state() {
        return state.get();
    }

    /** How often something was announced: the moment at which a read begins. */
    long moment() {
        return state.get().announcements();
    }

    /** Remembers what was read, unless something has been announced since the read began. */
    void know(Value value, long since) {
        state.updateAndGet(before -> before.announcements() == since
                ? new State(Optional.of(value), before.announced(), since, before.missed())
                : before);
    }

    /** Another definition counts: what was known becomes legal in it, or is forgotten. */
    void fit(Characteristic definition) {
        state.updateAndGet(before -> new State(
                before.known()
                        .flatMap(value ->
                                definition.constraints().fit(definition.type().format(), value)),
                before.announced(),
                before.announcements(),
                before.missed()));
    }

    /** Somebody has asked in vain. */
    void miss() {
        state.updateAndGet(before ->
                before.missed() ? before : new State(before.known(), before.announced(), before.announcements(), true));
    }

    /** Remembers an announcement and says whether it differs from the one before, or answers who asked in vain. */
    boolean announce(Value value) {
        Optional<Value> now = Optional.of(value);
        return state.getAndUpdate(old -> new State(now, now, old.announcements() + 1, false))
                .isNewer(now);
    }

    /** What {@link #announce} would say, without remembering anything. */
    boolean wouldBeNews(Value value) {
        return state.get().isNewer(Optional.of(value));
    }
}
