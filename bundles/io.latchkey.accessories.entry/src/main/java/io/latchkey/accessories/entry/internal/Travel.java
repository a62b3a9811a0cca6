// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import java.util.OptionalLong;

/**
 * Where something that opens by percent is and where it goes, as Home is to see it. Home says "Opening" or "Closing" as
 * long as target and current position differ, so the two must meet in the end: what stops within some percent of its
 * target has reached it, and what moves without being asked takes its target along. Immutable.
 *
 * @param phase how far the movement has come
 * @param target in percent open
 * @param current in percent open, as reported last
 * @param told what the item of the target said last, where that is an item of its own
 * @param heading 1 when opening, -1 when closing, 0 at rest
 * @param slack how many percent beside its target it has reached it
 */
record Travel(Phase phase, OptionalLong target, OptionalLong current, OptionalLong told, int heading, long slack) {
    private static final long FEW = 3;
    private static final long HALF = 50;

    /** Nothing is known. */
    static final Travel UNKNOWN = unknown(FEW);

    /** Nothing is known, and only what is exactly at its target has reached it. */
    static final Travel UNKNOWN_EXACT = unknown(0);

    /** Somebody wants it there. */
    Travel aimed(long goal) {
        int direction = Long.signum(goal - current.orElse(HALF));
        return new Travel(Phase.STARTING, OptionalLong.of(goal), current, told, direction, slack);
    }

    /** The item of the target says so: a wish from elsewhere, if it is news. */
    Travel told(long wish) {
        boolean isNews = told.isPresent() && told.getAsLong() != wish;
        Travel next = new Travel(phase, target, current, OptionalLong.of(wish), heading, slack);
        if (target.isEmpty()) {
            return next.resting(OptionalLong.of(wish));
        }
        return isNews && !isTarget(wish) ? next.aimed(wish) : next;
    }

    /**
     * It is there now.
     *
     * @param isAlone whether no item of its own tells the target, so that at rest the two are one
     */
    Travel reported(long now, boolean isAlone) {
        Travel next = new Travel(phase, target, OptionalLong.of(now), told, heading, slack);
        return switch (phase) {
            case AT_REST -> isAlone || !next.hasArrived() ? next.stopped() : next;
            case STARTING -> next.hasArrived() || current.equals(next.current) ? next : next.moving();
            case MOVING -> {
                if (next.hasArrived()) {
                    yield next.resting(target);
                }
                yield isTurned(now) ? next.stopped() : next;
            }
        };
    }

    /** Nobody knows where it is. */
    Travel lost() {
        return new Travel(phase, target, OptionalLong.empty(), told, heading, slack);
    }

    /** It stopped, wherever it is. */
    Travel stopped() {
        return resting(current.isPresent() ? current : target);
    }

    /** Nothing was heard for a while. */
    Travel waited() {
        return switch (phase) {
            case AT_REST -> this;
            case STARTING -> moving();
            case MOVING -> hasArrived() ? resting(target) : stopped();
        };
    }

    /** The current position to show: exactly the target when it is as good as there. */
    OptionalLong shown() {
        return hasArrived() ? target : current;
    }

    /** 1 when the position shown has to rise to the target, -1 when it has to fall, 0 when they are one. */
    int direction() {
        boolean isKnown = target.isPresent() && current.isPresent();
        return isKnown && !hasArrived() ? Long.signum(target.getAsLong() - current.getAsLong()) : 0;
    }

    private Travel resting(OptionalLong where) {
        return new Travel(Phase.AT_REST, where, current, told, 0, slack);
    }

    private Travel moving() {
        return new Travel(Phase.MOVING, target, current, told, heading, slack);
    }

    private boolean hasArrived() {
        return target.isPresent() && current.isPresent() && isNear(current.getAsLong(), target.getAsLong(), slack);
    }

    /** Whether it moves away from where it was going: somebody else has turned it round. */
    private boolean isTurned(long now) {
        if (current.isEmpty() || target.isEmpty() || hasArrived()) {
            return false;
        }
        long before = current.getAsLong();
        return !isNear(now, before, FEW) && Long.signum(now - before) == -Long.signum(target.getAsLong() - before);
    }

    private boolean isTarget(long wish) {
        return target.isPresent() && target.getAsLong() == wish;
    }

    private static Travel unknown(long slack) {
        return new Travel(Phase.AT_REST, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), 0, slack);
    }

    private static boolean isNear(long one, long other, long slack) {
        return Math.abs(one - other) <= slack;
    }
}
