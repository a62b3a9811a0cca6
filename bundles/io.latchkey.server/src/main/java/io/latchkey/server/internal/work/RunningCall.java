// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.work;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A call of foreign code, from its begin to its return. Begun and ended by the thread that makes it, aged by the watch;
 * only one of them counts its end.
 */
final class RunningCall {
    private final Caller caller;
    private final String what;
    private final int patience;
    private final Optional<RunningCall> outer;
    private int age;
    private boolean isOverdue;
    private boolean isToldOverdue;
    private boolean isEnded;

    /** Who makes calls and hears of those that don't return; called by the watch or the thread of the call. */
    interface Caller {
        /** Whose code it is. */
        Object contributor();

        /** It, or a call within it, has run for a while and may go on for long: its thread isn't to be counted on. */
        default void slow() {}

        /** A call of somebody else within it hasn't returned in time. */
        default void heldUp() {}

        /** A call hasn't returned in time. */
        void overdue(RunningCall call);

        /** A call has returned that was overdue. */
        void returned(RunningCall call);
    }

    /**
     * Begins now.
     *
     * @param what it is called, for people
     * @param patience how many looks of the watch it may last
     * @param outer the call in which it is made, whose time stands still meanwhile
     */
    RunningCall(Caller caller, String what, int patience, Optional<RunningCall> outer) {
        this.caller = caller;
        this.what = what;
        this.patience = patience;
        this.outer = outer;
    }

    String what() {
        return what;
    }

    Duration patience() {
        return CallWatch.LOOK.multipliedBy(patience);
    }

    Optional<RunningCall> outer() {
        return outer;
    }

    /** The watch looks at it: a process that was stopped for a while looks once, so that it blames nobody. */
    void age() {
        boolean isSlow;
        boolean isLate;
        synchronized (this) {
            age++;
            isSlow = !isEnded && age == CallWatch.SLOW;
            isLate = !isEnded && !isOverdue && age >= patience;
            isOverdue |= isLate;
        }
        if (isSlow) {
            caller.slow();
            forEachOuter(Caller::slow);
        }
        if (isLate) {
            forEachOuter(each -> {
                if (!each.contributor().equals(caller.contributor())) {
                    each.heldUp();
                }
            });
            caller.overdue(this);
            if (isReturnLeftToTell()) {
                caller.returned(this);
            }
        }
    }

    /** Nobody may hear that it has returned before he heard that it hadn't. */
    private synchronized boolean isReturnLeftToTell() {
        isToldOverdue = true;
        return isEnded;
    }

    void end() {
        boolean isReturnToTell;
        synchronized (this) {
            isEnded = true;
            isReturnToTell = isToldOverdue;
        }
        outer.ifPresent(RunningCall::rejuvenate);
        if (isReturnToTell) {
            caller.returned(this);
        }
    }

    private synchronized void rejuvenate() {
        age = 0;
    }

    private void forEachOuter(Consumer<Caller> action) {
        for (Optional<RunningCall> call = outer; call.isPresent(); call = call.get().outer) {
            action.accept(call.get().caller);
        }
    }
}
