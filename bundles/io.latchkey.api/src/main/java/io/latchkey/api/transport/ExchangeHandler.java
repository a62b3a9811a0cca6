// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.transport;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Answers requests. On one session there is at most one exchange at a time, so its answers leave in the order of its
 * requests; sessions are independent of each other.
 */
@ConsumerType
public interface ExchangeHandler {

    /**
     * How many bytes the body of such a request may have. Asked before the body is read; a longer one is answered with
     * 413 and the session is closed.
     *
     * @param method as on the wire, case kept
     * @param path as on the wire, undecoded and without the query
     * @return bytes, 0 or more
     */
    int bodyLimit(String method, String path);

    /**
     * Answers a request: exactly once, now or later, from any thread. Runs on a {@code latchkey-io} thread and must not
     * block it. What it throws becomes a 500 if nothing was answered yet.
     */
    void handle(Exchange exchange);

    /**
     * Hears that an exchange was answered, before the answer is written. Called once for each, on the thread that answered;
     * must neither block nor throw.
     *
     * @param status of the answer, 200 to 599
     * @param nanos since the request was complete
     */
    default void answered(Exchange exchange, int status, long nanos) {}
}
