// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.transport.After;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Exchange;
import io.latchkey.api.transport.ExchangeHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The routes of a {@link TestBridge}: {@code /verify} secures, {@code /later} is answered by the test,
 * {@code /here} says whether the rest is done in place, {@code /large} answers with much, {@code /close} closes, {@code
 * /fail} throws, anything else is told back.
 */
final class TestHandler implements ExchangeHandler {
    static final int BODY_LIMIT = 10_000;
    static final byte[] LARGE = "0123456789abcdef".repeat(20_000).getBytes(StandardCharsets.US_ASCII);

    final BlockingQueue<Exchange> waiting = new LinkedBlockingQueue<>();
    final List<String> heads = new CopyOnWriteArrayList<>();

    @Override
    public int bodyLimit(String method, String path) {
        heads.add(path);
        return BODY_LIMIT;
    }

    /** Whether it answers as an accessory does to whoever hasn't verified. */
    volatile boolean refusesStrangers;

    @Override
    public void handle(Exchange exchange) {
        if (refusesStrangers && !exchange.session().isSecured()) {
            exchange.respond(Answer.empty(470));
            return;
        }
        switch (exchange.path()) {
            case "/verify" ->
                exchange.respond(text("M4"), new After.SecureWith(TestBridge.KEYS, TestBridge.CONTROLLER));
            case "/later" -> waiting.add(exchange);
            case "/large" -> exchange.respond(Answer.of(200, "application/hap+json", LARGE));
            case "/close" -> exchange.respond(text("bye"), new After.Close());
            case "/here" -> {
                Thread handling = Thread.currentThread();
                exchange.execute(() -> exchange.respond(text("" + (handling == Thread.currentThread()))));
            }
            case "/fail" -> throw new IllegalStateException("on purpose");
            case "/status" ->
                exchange.respond(Answer.empty(Integer.parseInt(exchange.query().orElseThrow())));
            default ->
                exchange.respond(text(exchange.method() + " " + exchange.path() + " "
                        + exchange.query().orElse("-") + " "
                        + new String(exchange.body(), StandardCharsets.UTF_8)));
        }
    }

    static Answer text(String text) {
        return Answer.of(200, "application/hap+json", text.getBytes(StandardCharsets.UTF_8));
    }
}
