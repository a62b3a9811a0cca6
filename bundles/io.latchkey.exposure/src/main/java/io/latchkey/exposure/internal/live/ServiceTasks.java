// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what happens to one service one after another, without a lock that somebody could wait for: who comes while another
 * is at it leaves his task to him and goes on. What a task gives to be done is done when no task is left, by whoever did
 * them. Of very many that wait the oldest is dropped. Safe for all threads.
 */
final class ServiceTasks {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceTasks.class);
    private static final int MOST = 1000;

    private final Queue<Supplier<List<Runnable>>> waiting = new ArrayDeque<>();
    private boolean isBusy;

    /** Does a task, or leaves it to whoever is at it. */
    void run(Supplier<List<Runnable>> task) {
        if (!begins(task)) {
            return;
        }
        List<Runnable> afterwards = new ArrayList<>();
        for (Supplier<List<Runnable>> next = next(); next != null; next = next()) {
            afterwards.addAll(done(next));
        }
        afterwards.forEach(Runnable::run);
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

    private static List<Runnable> done(Supplier<List<Runnable>> task) {
        try {
            return task.get();
        } catch (Throwable failure) {
            LOG.error("A service failed in a way it should not", failure);
            return List.of();
        }
    }
}
