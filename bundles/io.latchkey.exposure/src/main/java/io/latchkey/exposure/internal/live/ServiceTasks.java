// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what happens to one service one after another, without a lock that somebody could wait for: who comes while another
 * is at it leaves his task to him and goes on. What tasks give to be done is done in their order when no task is left, by
 * one at a time too: of two commands to an item the later must not come first. Of very many that wait the oldest is
 * dropped. Safe for all threads.
 */
final class ServiceTasks {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceTasks.class);
    private static final int MOST = 1000;

    private final Queue<Supplier<List<Runnable>>> waiting = new ArrayDeque<>();
    private final Queue<Runnable> outgoing = new ArrayDeque<>();
    private boolean isBusy;
    private boolean isSending;

    /** Does a task, or leaves it to whoever is at it. */
    void run(Supplier<List<Runnable>> task) {
        if (!begins(task)) {
            return;
        }
        for (Supplier<List<Runnable>> next = next(); next != null; next = next()) {
            leave(done(next));
        }
        if (beginsToSend()) {
            for (Runnable next = nextToSend(); next != null; next = nextToSend()) {
                send(next);
            }
        }
    }

    private synchronized boolean begins(Supplier<List<Runnable>> task) {
        if (waiting.size() >= MOST) {
            waiting.remove();
        }
        waiting.add(task);
        boolean begins = !isBusy;
        isBusy = true;
        return begins;
    }

    private synchronized Supplier<List<Runnable>> next() {
        Supplier<List<Runnable>> task = waiting.poll();
        isBusy = task != null;
        return task;
    }

    private synchronized void leave(List<Runnable> afterwards) {
        outgoing.addAll(afterwards);
        while (outgoing.size() > MOST) {
            outgoing.remove();
        }
    }

    private synchronized boolean beginsToSend() {
        boolean begins = !isSending;
        isSending = true;
        return begins;
    }

    private synchronized Runnable nextToSend() {
        Runnable next = outgoing.poll();
        isSending = next != null;
        return next;
    }

    private static List<Runnable> done(Supplier<List<Runnable>> task) {
        try {
            return task.get();
        } catch (Throwable failure) {
            LOG.error("A service failed in a way it should not", failure);
            return List.of();
        }
    }

    private static void send(Runnable afterwards) {
        try {
            afterwards.run();
        } catch (Throwable failure) {
            LOG.error("A service failed to send in a way it should not", failure);
        }
    }
}
