// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.Absence.Cause;
import io.latchkey.api.store.RememberedAbsence;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * That an accessory isn't there at the moment. Immutable.
 *
 * @param why as its provider says; what the bridge makes of its silence until then
 * @param told whether its provider says so itself
 * @param since when it was last there
 * @param counted for how long it could have been there since
 * @param causeSince the steady moment at which the cause began
 * @param leavesAt the steady moment at which it leaves unless it is back by then; empty when it stays
 * @param onlyPruned whether it stays whatever its provider says, because too many were to leave at once
 */
record CurrentAbsence(
        Absence why,
        boolean told,
        Instant since,
        Duration counted,
        long causeSince,
        OptionalLong leavesAt,
        boolean onlyPruned) {

    /** That of an accessory which nobody has put in this run yet. */
    static CurrentAbsence atStart(RememberedAbsence before, KeeperTime now) {
        return new CurrentAbsence(
                silence(), false, before.since(), before.counted(), now.nanos(), OptionalLong.empty(), false);
    }

    /** That of one which was there until now. */
    static CurrentAbsence begun(Absence why, boolean told, OptionalLong leaving, KeeperTime now) {
        return new CurrentAbsence(why, told, now.instant(), Duration.ZERO, now.nanos(), leaving, false);
    }

    /** What is said of an accessory whose provider has said nothing. */
    static Absence silence() {
        return new Absence(Cause.HOST_AWAY, "its provider isn't there yet");
    }

    /** The same for what the provider says now; the same cause again changes the reason and nothing else. */
    CurrentAbsence because(Absence now, boolean isTold, OptionalLong leaving, KeeperTime time) {
        boolean same = told == isTold && why.cause() == now.cause();
        return new CurrentAbsence(
                now,
                isTold,
                since,
                counted,
                same ? causeSince : time.nanos(),
                onlyPruned ? OptionalLong.empty() : same ? leavesAt : leaving,
                onlyPruned);
    }

    /** The same, but it stays until somebody prunes it. */
    CurrentAbsence untilPruned() {
        return new CurrentAbsence(why, told, since, counted, causeSince, OptionalLong.empty(), true);
    }

    /** The same, longer by a time that has passed, as far as the cause is that old. */
    CurrentAbsence longer(Duration passed, KeeperTime now) {
        Duration ofCause = now.since(causeSince);
        Duration more = passed.compareTo(ofCause) < 0 ? passed : ofCause;
        return new CurrentAbsence(why, told, since, counted.plus(more), causeSince, leavesAt, onlyPruned);
    }

    RememberedAbsence remembered() {
        return new RememberedAbsence(why, since, counted);
    }
}
