// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import io.latchkey.api.item.ItemListener;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners what happened, in the order in which it did, without holding a lock while they listen: whoever adds a
 * notice while nobody is telling tells all that is there. A listener that fails is logged and passed over.
 */
final class Notices {
    private static final Logger LOGGER = LoggerFactory.getLogger(Notices.class);
    private static final int BOUND = 10_000;

    private final Set<ItemListener> listeners = new CopyOnWriteArraySet<>();
    private final Queue<Consumer<ItemListener>> waiting = new ArrayDeque<>();
    private boolean telling;

    /** Tells the listener from now on, until the result is closed. */
    AutoCloseable listen(ItemListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Keeps a notice; the caller holds the lock that orders what happens, and calls {@link #tell} without it. */
    synchronized void add(Consumer<ItemListener> notice) {
        if (waiting.size() >= BOUND) {
            waiting.remove();
            LOGGER.error("A listener of items holds up {} notices; the oldest is lost", BOUND);
        }
        waiting.add(notice);
    }

    /** Tells what waits, unless somebody is at it. */
    void tell() {
        synchronized (this) {
            if (telling) {
                return;
            }
            telling = true;
        }
        for (Consumer<ItemListener> notice = next(); notice != null; notice = next()) {
            for (ItemListener listener : listeners) {
                tell(listener, notice);
            }
        }
    }

    private synchronized Consumer<ItemListener> next() {
        Consumer<ItemListener> notice = waiting.poll();
        telling = notice != null;
        return notice;
    }

    private static void tell(ItemListener listener, Consumer<ItemListener> notice) {
        try {
            notice.accept(listener);
        } catch (RuntimeException e) {
            LOGGER.error("A listener of items failed", e);
        }
    }
}
