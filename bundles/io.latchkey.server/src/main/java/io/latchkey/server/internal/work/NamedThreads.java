// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.work;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the threads of one family: numbered, and no reason for the process to stay alive. */
final class NamedThreads implements ThreadFactory {
    private final String family;
    private final AtomicInteger count = new AtomicInteger();

    NamedThreads(String family) {
        this.family = family;
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, family + "-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
