// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.measure;

import io.latchkey.api.bridge.RequestKind;
import io.latchkey.api.transport.Exchange;
import io.latchkey.api.transport.ExchangeHandler;

/** Counts how requests are answered, and hands all of them on. Runs on I/O threads; never waits. */
public final class MeasuredExchanges implements ExchangeHandler {
    private final BridgeCounters counters;
    private final ExchangeHandler next;

    /**
     * Prepares to count.
     *
     * @param next answers
     */
    public MeasuredExchanges(BridgeCounters counters, ExchangeHandler next) {
        this.counters = counters;
        this.next = next;
    }

    @Override
    public int bodyLimit(String method, String path) {
        return next.bodyLimit(method, path);
    }

    @Override
    public void handle(Exchange exchange) {
        next.handle(exchange);
    }

    @Override
    public void answered(Exchange exchange, int status, long nanos) {
        counters.answered(kind(exchange.method(), exchange.path()), status, nanos);
        next.answered(exchange, status, nanos);
    }

    private static RequestKind kind(String method, String path) {
        return switch (path) {
            case "/characteristics" -> valuesKind(method);
            case "/accessories" -> RequestKind.ACCESSORIES;
            case "/prepare" -> RequestKind.PREPARE;
            case "/pair-verify" -> RequestKind.PAIR_VERIFY;
            case "/pair-setup" -> RequestKind.PAIR_SETUP;
            case "/pairings" -> RequestKind.PAIRINGS;
            case "/identify" -> RequestKind.IDENTIFY;
            default -> RequestKind.OTHER;
        };
    }

    private static RequestKind valuesKind(String method) {
        return switch (method) {
            case "GET" -> RequestKind.READ;
            case "PUT" -> RequestKind.WRITE;
            default -> RequestKind.OTHER;
        };
    }
}
