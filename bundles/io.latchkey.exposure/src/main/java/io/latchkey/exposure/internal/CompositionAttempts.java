// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets one thread at a time compose what a bridge shows. One that hangs in foreign code is given up: another may begin, and
 * whoever comes back from there changes nothing any more and gets nothing that others use. Safe for all threads; nothing
 * that calls foreign code runs under its lock.
 */
final class CompositionAttempts {
    private Optional<Attempt> current = Optional.empty();
    private boolean isOutdated;
    private boolean isClosed;

    /** Begins to compose; empty while another is at it, who then hears at its end that it wasn't enough. */
    synchronized Optional<Attempt> begin() {
        isOutdated = current.isPresent();
        if (isClosed || isOutdated) {
            return Optional.empty();
        }
        current = Optional.of(new Attempt());
        return current;
    }

    /** Gives up who is at it, and does something meanwhile. */
    synchronized void giveUp(Runnable change) {
        current = Optional.empty();
        change.run();
    }

    /** The same for ever. */
    synchronized void close(Runnable change) {
        isClosed = true;
        giveUp(change);
    }

    /** One thread that composes. */
    final class Attempt {
        private Attempt() {}

        /** Does something unless it was given up; tells whether it did. */
        boolean change(Runnable change) {
            return get(() -> {
                        change.run();
                        return this;
                    })
                    .isPresent();
        }

        /** Gets something; empty when it was given up. */
        <T> Optional<T> get(Supplier<T> supplier) {
            synchronized (CompositionAttempts.this) {
                return isCurrent() ? Optional.of(supplier.get()) : Optional.empty();
            }
        }

        /** It has ended; tells whether somebody wanted to begin meanwhile, so that another is due. */
        boolean end() {
            synchronized (CompositionAttempts.this) {
                boolean isDue = isCurrent() && isOutdated;
                if (isCurrent()) {
                    current = Optional.empty();
                }
                return isDue;
            }
        }

        private boolean isCurrent() {
            return current.filter(attempt -> attempt == this).isPresent();
        }
    }
}
