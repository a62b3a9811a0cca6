// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;

/**
 * The listeners of a registry, for whoever implements one. Tells them what happened in the order in which it did,
 * without a lock held while they listen: a registry notes what happens under the lock that orders it, and calls
 * {@link #tell} after it has let that lock go. Whoever calls that while nobody is telling tells all that is there, on
 * his own thread; the others return at once. A listener that fails is reported and passed over.
 */
public final class ItemListeners {
    private static final int BOUND = 10_000;

    private final Consumer<RuntimeException> trouble;
    private final Set<ItemListener> listeners = new CopyOnWriteArraySet<>();
    private final Queue<Consumer<ItemListener>> notices = new ArrayDeque<>();
    private boolean telling;

    /**
     * No listeners yet.
     *
     * @param trouble takes what a listener threw, and word of notices that were lost because a listener held them up
     */
    public ItemListeners(Consumer<RuntimeException> trouble) {
        this.trouble = trouble;
    }

    /** Tells the listener from now on, until the result is closed. */
    public AutoCloseable listen(ItemListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Notes that an item got a state. */
    public void updated(String item, ItemState state) {
        note(listener -> listener.updated(item, state));
    }

    /** Notes that definitions changed. */
    public void replaced(ItemChanges changes) {
        note(listener -> listener.replaced(changes));
    }

    /** Tells what is noted, unless somebody is at it. */
    public void tell() {
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

    private synchronized void note(Consumer<ItemListener> notice) {
        if (notices.size() >= BOUND) {
            notices.remove();
            trouble.accept(new IllegalStateException("a listener holds up " + BOUND + " notices; the oldest is lost"));
        }
        notices.add(notice);
    }

    private synchronized Consumer<ItemListener> next() {
        Consumer<ItemListener> notice = notices.poll();
        telling = notice != null;
        return notice;
    }

    private void tell(ItemListener listener, Consumer<ItemListener> notice) {
        try {
            notice.accept(listener);
        } catch (RuntimeException e) {
            trouble.accept(e);
        }
    }
}
