// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A characteristic of the home, and of a numbered one which numbers were issued to writers and which one everybody must
 * know by now. Shared by all sessions, safe for all threads.
 */
final class NumberedCharacteristic {
    private static final int REMEMBERED = 1024;

    private final Kind kind;
    private final int number;
    private final String id;
    private final AtomicLong issued = new AtomicLong();
    private final AtomicLong established = new AtomicLong();
    private final AtomicLongArray times = new AtomicLongArray(REMEMBERED);

    NumberedCharacteristic(Kind kind, int number, String id) {
        this.kind = kind;
        this.number = number;
        this.id = id;
    }

    Kind kind() {
        return kind;
    }

    int number() {
        return number;
    }

    /** {@code aid.iid}. */
    String id() {
        return id;
    }

    /** The address as members of a JSON object. */
    String address() {
        String[] numbers = id.split("\\.");
        return "\"aid\":" + numbers[0] + ",\"iid\":" + numbers[1];
    }

    /** The next number for a writer. */
    long issue() {
        long next = issued.incrementAndGet();
        times.set((int) (next % REMEMBERED), System.nanoTime());
        return next;
    }

    /** The highest number that a writer was given. */
    long issued() {
        return issued.get();
    }

    /** When a number was issued, if that is remembered; else 0. */
    long issuedAt(long which) {
        return which > 0 && issued.get() - which < REMEMBERED / 2 ? times.get((int) (which % REMEMBERED)) : 0;
    }

    /** A number that was acknowledged or shown: from now on nobody may be told a lower one. */
    void establish(long seen) {
        established.accumulateAndGet(seen, Math::max);
    }

    /** The highest number established. */
    long established() {
        return established.get();
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase() + " " + number;
    }
}
