// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.work;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Short messages, one after the other on {@code latchkey-home}: what only they change needs no lock. A message that waits
 * already is not taken twice, so whoever sends the same ones again and again fills nothing. None is lost while there are
 * threads: where these have too much to do, the queue waits for them. Safe for all threads; no method waits.
 */
public final class SerialQueue {
    private static final Logger LOG = LoggerFactory.getLogger(SerialQueue.class);
    private static final Duration BUSY = Duration.ofMillis(100);

    private final Workers workers;
    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private boolean isAtWork;

    /** Begins empty. */
    public SerialQueue(Workers workers) {
        this.workers = workers;
    }

    /** Takes a message that returns at once. */
    public void add(Runnable message) {
        synchronized (this) {
            waiting.add(message);
            if (isAtWork) {
                return;
            }
            isAtWork = true;
        }
        begin();
    }

    private void begin() {
        try {
            workers.home().execute(this::work);
        } catch (RejectedExecutionException full) {
            beginLater();
        }
    }

    private void beginLater() {
        try {
            workers.schedule(BUSY, this::begin);
        } catch (RejectedExecutionException stopped) {
            work();
        }
    }

    private void work() {
        for (Optional<Runnable> next = poll(); next.isPresent(); next = poll()) {
            try {
                next.get().run();
            } catch (Throwable bug) {
                LOG.error("A message of a bridge failed that should not", bug);
            }
        }
    }

    private synchronized Optional<Runnable> poll() {
        Iterator<Runnable> all = waiting.iterator();
        isAtWork = all.hasNext();
        if (!isAtWork) {
            return Optional.empty();
        }
        Runnable next = all.next();
        all.remove();
        return Optional.of(next);
    }
}
