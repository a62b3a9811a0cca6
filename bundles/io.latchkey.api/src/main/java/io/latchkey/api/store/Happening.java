// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import io.latchkey.api.identity.ControllerId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Something that happened to a bridge, for people who look for the cause of something else. The same that happens again
 * within a few minutes is one happening that is counted. The id of a controller that isn't paired is what a stranger has
 * sent: whoever shows it on a terminal escapes it.
 *
 * @param first when, for the first time; in milliseconds
 * @param last when, for the last time; in milliseconds
 * @param times how often, 1 at least
 * @param kind what it was
 * @param controller whose doing it was, if it was one's
 * @param remote from which address, without a port; empty where none had to do with it
 * @param text more of it in plain words; never a code, a key or a value
 */
public record Happening(
        Instant first,
        Instant last,
        int times,
        Kind kind,
        Optional<ControllerId> controller,
        Optional<String> remote,
        String text) {
    /** The longest text; the rest is left out. */
    public static final int LONGEST_TEXT = 300;

    /**
     * Rounds the moments and shortens the text.
     *
     * @throws IllegalArgumentException when it has happened less than once, or the last time was before the first
     */
    public Happening {
        first = first.truncatedTo(ChronoUnit.MILLIS);
        last = last.truncatedTo(ChronoUnit.MILLIS);
        if (times < 1 || last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "what has happened has done so once at least, and ends after its beginning");
        }
        text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    /** What can happen. */
    public enum Kind {
        /** Its port was opened. */
        OPENED,
        /** It was told to stop. */
        STOPPED,
        /** A controller was paired. */
        PAIRED,
        /** A pairing was removed. */
        UNPAIRED,
        /** It became a bridge that nobody knows: its identity was replaced. */
        RESET,
        /** A controller has verified, and its connection is encrypted from then on. */
        VERIFIED,
        /** A connection ended; the text says why. */
        CLOSED,
        /** Somebody was refused: a wrong code, an unknown controller, a bridge that is paired already. */
        REFUSED,
        /** An accessory took long to answer. */
        SLOW,
        /** Accessories are shown that were never shown before. */
        ADDED,
        /** Accessories aren't there any more, and keep their place. */
        ABSENT,
        /** Accessories that were absent are there again. */
        BACK,
        /** Accessories have left Home. */
        LEFT,
        /** The configuration number, {@code c#}, has risen: controllers read all accessories anew. */
        CHANGED,
        /** The item that switches it has let controllers use it, or does no longer; the text says which. */
        SWITCHED,
        /** Something else than values was written to the store. */
        STORED,
        /** The store or the port refused something. */
        FAILED
    }

    /** The same once more. */
    public Happening again(Instant when) {
        Instant later = when.isBefore(last) ? last : when;
        return new Happening(first, later, times + 1, kind, controller, remote, text);
    }

    /** Whether both are the same but for the time and the count. */
    public boolean isSame(Happening other) {
        return kind == other.kind
                && controller.equals(other.controller)
                && remote.equals(other.remote)
                && text.equals(other.text);
    }
}
