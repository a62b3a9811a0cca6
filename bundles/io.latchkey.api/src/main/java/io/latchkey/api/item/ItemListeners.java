// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.Contributors;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The listeners of a registry, for whoever implements one. Tells them what happened in the order in which it did,
 * without a lock held while they listen: a registry notes what happens under the lock that orders it, and calls
 * {@link #tell} after it has let that lock go. Whoever calls that while nobody is telling tells all that is there; the
 * others return at once. A listener that fails, whatever it throws, is reported and passed over. When one hasn't returned
 * for four seconds, the next who calls {@link #tell} goes on with the others, so that what hangs holds up its own news only,
 * and four threads at most. Safe for all threads.
 */
public final class ItemListeners {
    private static final int BOUND = 10_000;
    /** Longer than a contributor may take: whoever hangs within a listener is left out by then. */
    private static final long PATIENCE = Duration.ofSeconds(4).toNanos();

    private static final int MOST_HELD = 4;

    private final Optional<Contributors> contributors;
    private final Executor threads;
    private final Consumer<Throwable> trouble;
    private final LongSupplier nanoTime;
    private final List<Entry> listeners = new CopyOnWriteArrayList<>();
    private final Queue<Notice> notices = new ArrayDeque<>();
    private Optional<Telling> telling = Optional.empty();
    private long since;

    /**
     * No listeners yet; they are told on the threads that call {@link #tell}.
     *
     * @param trouble takes what a listener threw, and word of notices that were lost because a listener held them up
     */
    public ItemListeners(Consumer<Throwable> trouble) {
        this(Optional.empty(), Runnable::run, trouble, System::nanoTime);
    }

    /**
     * No listeners yet.
     *
     * @param contributors calls them, and says which of them fails or hangs
     * @param threads where they are told; others than those that call {@link #tell} where a host has one thread only,
     *     which a listener must not hold
     * @param trouble takes word of notices that were lost
     */
    public ItemListeners(Contributors contributors, Executor threads, Consumer<Throwable> trouble) {
        this(Optional.of(contributors), threads, trouble, System::nanoTime);
    }

    ItemListeners(
            Optional<Contributors> contributors, Executor threads, Consumer<Throwable> trouble, LongSupplier nanoTime) {
        this.contributors = contributors;
        this.threads = threads;
        this.trouble = trouble;
        this.nanoTime = nanoTime;
    }

    private record Entry(ItemListener listener, Optional<Contributor> contributor, AtomicInteger calls) {}

    /** What one thread tells, and to whom it hasn't yet told it; used under the lock. */
    private static final class Telling {
        private Notice notice;
        private Iterator<Entry> rest = Collections.emptyIterator();
    }

    private record Call(Entry entry, Notice notice) {}

    private record Notice(String call, Consumer<ItemListener> news) {}

    /** Tells the listener from now on, until the result is closed. */
    public AutoCloseable listen(ItemListener listener) {
        String name = "item listener " + listener.getClass().getName();
        Entry entry = new Entry(listener, contributors.map(all -> all.join(name)), new AtomicInteger());
        listeners.add(entry);
        return () -> {
            listeners.remove(entry);
            entry.contributor().ifPresent(Contributor::close);
        };
    }

    /** Notes that an item got a state. */
    public void updated(String item, ItemState state) {
        note(new Notice("updated", listener -> listener.updated(item, state)));
    }

    /** Notes that definitions changed. */
    public void replaced(ItemChanges changes) {
        note(new Notice("replaced", listener -> listener.replaced(changes)));
    }

    /** Tells what is noted, unless somebody is at it. */
    public void tell() {
        begin().ifPresent(me -> {
            try {
                threads.execute(() -> tell(me));
            } catch (RejectedExecutionException full) {
                end(me);
                trouble.accept(full);
            }
        });
    }

    private void tell(Telling me) {
        for (Optional<Call> call = next(me); call.isPresent(); call = next(me)) {
            tell(call.get().entry(), call.get().notice());
        }
    }

    private synchronized Optional<Telling> begin() {
        if (telling.isPresent() && nanoTime.getAsLong() - since <= PATIENCE) {
            return Optional.empty();
        }
        Telling next = new Telling();
        telling.ifPresent(heldUp -> {
            next.notice = heldUp.notice;
            next.rest = heldUp.rest;
        });
        since = nanoTime.getAsLong();
        telling = Optional.of(next);
        return telling;
    }

    private synchronized void end(Telling me) {
        telling = telling.filter(each -> each != me);
    }

    /** What it is to tell next; nothing when all is told, or another goes on in its place. */
    private synchronized Optional<Call> next(Telling me) {
        if (telling.filter(each -> each == me).isEmpty()) {
            return Optional.empty();
        }
        since = nanoTime.getAsLong();
        while (!me.rest.hasNext()) {
            me.notice = notices.poll();
            if (me.notice == null) {
                telling = Optional.empty();
                return Optional.empty();
            }
            me.rest = listeners.iterator();
        }
        return Optional.of(new Call(me.rest.next(), me.notice));
    }

    private synchronized void note(Notice notice) {
        if (notices.size() >= BOUND) {
            notices.remove();
            trouble.accept(new IllegalStateException("a listener holds up " + BOUND + " notices; the oldest is lost"));
        }
        notices.add(notice);
    }

    private void tell(Entry entry, Notice notice) {
        if (entry.calls().incrementAndGet() <= MOST_HELD) {
            Runnable call = () -> notice.news().accept(entry.listener());
            entry.contributor().ifPresentOrElse(each -> tell(each, notice.call(), call), () -> tell(call));
        }
        entry.calls().decrementAndGet();
    }

    private static void tell(Contributor listener, String name, Runnable call) {
        listener.get(
                name,
                () -> {
                    call.run();
                    return call;
                },
                call);
    }

    private void tell(Runnable call) {
        try {
            call.run();
        } catch (Throwable failure) {
            trouble.accept(failure);
        }
    }
}
