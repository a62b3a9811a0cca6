// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads {@code latchkey-io}. Jetty answers what it refuses on another thread than it reads on; where a stranger breaks
 * the conversation off at that moment the two can meet, and the later one fails. That is the end of this connection and no
 * news: of what strangers can repeat at will the log says nothing. What else fails, such as a selector, Jetty warns of.
 */
final class IoThreads extends QueuedThreadPool {
    private static final Logger LOG = LoggerFactory.getLogger(IoThreads.class);
    private static final int LEAST_THREADS = 4;
    private static final int MOST_THREADS = 8;
    private static final int NO_RESERVED_THREADS = 0;
    private static final int IDLE_MILLIS = 60_000;
    private static final long STOP_MILLIS = 2000;
    /** Where Jetty's HTTP lives, whose classes nobody else sees. */
    private static final String HTTP = "org.eclipse.jetty.server.internal.";

    /** Starts no thread yet; each port needs one more than these. */
    IoThreads() {
        super(MOST_THREADS, LEAST_THREADS, IDLE_MILLIS);
        setName("latchkey-io");
        setReservedThreads(NO_RESERVED_THREADS);
        setDaemon(true);
        setStopTimeout(STOP_MILLIS);
    }

    @Override
    protected void runJob(Runnable job) {
        try {
            super.runJob(job);
        } catch (RuntimeException | AssertionError broken) {
            if (job instanceof Connection connection) {
                connection.getEndPoint().close(broken);
            } else if (!job.getClass().getName().startsWith(HTTP)) {
                throw broken;
            }
            LOG.debug("HTTP can't go on with a connection", broken);
        }
    }
}
