// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
import io.latchkey.api.transport.After;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Exchange;
import io.latchkey.api.transport.Session;
import io.latchkey.pairing.Effect;
import io.latchkey.pairing.Outcome;
import io.latchkey.pairing.PairingError;
import io.latchkey.pairing.PairingTlv;
import io.latchkey.pairing.Reply;
import io.latchkey.server.internal.pairing.Trust;
import io.latchkey.server.internal.session.Client;
import io.latchkey.server.internal.session.Clients;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The paths by which a controller comes to be trusted: {@code /pair-setup}, {@code /pair-verify}, {@code /pairings} and
 * {@code /identify} (HAP specification R2, chapter 5). The computing is done on {@code latchkey-crypto}, and a request to
 * verify waits for nothing else; when there is too much to do, the controller is told that the bridge is busy.
 */
public final class PairingResources {
    private static final Logger LOG = LoggerFactory.getLogger(PairingResources.class);

    private final Trust trust;
    private final Clients clients;
    private final Workers workers;
    private final Runnable identify;
    private final SetupRate setupRate;

    /**
     * Prepares the resources of one bridge.
     *
     * @param identify lets the bridge itself show itself; returns at once
     */
    public PairingResources(Trust trust, Clients clients, Workers workers, Runnable identify) {
        this.trust = trust;
        this.clients = clients;
        this.workers = workers;
        this.identify = identify;
        this.setupRate = new SetupRate(workers::nanoTime);
    }

    void identify(Exchange exchange, Client client) {
        if (trust.isPaired()) {
            exchange.respond(HttpAnswers.status(HttpAnswers.BAD_REQUEST, HapStatus.INSUFFICIENT_PRIVILEGES));
            return;
        }
        identify.run();
        exchange.respond(Answer.empty(HttpAnswers.NO_CONTENT));
    }

    void pairSetup(Exchange exchange, Client client) {
        clients.all().stream()
                .filter(Client::isTransient)
                .forEach(each -> each.session().close());
        if (trust.isPaired() || !isBeginning(exchange.body())) { // refusing costs nothing
            answer(exchange, client, () -> trust.pairSetup(exchange.session(), exchange.body()));
            return;
        }
        setupRate
                .begin(exchange.session().remote().getAddress())
                .ifPresentOrElse(wait -> begin(exchange, client, wait), () -> exchange.respond(busy(exchange.body())));
    }

    private void begin(Exchange exchange, Client client, Duration wait) {
        Runnable beginning = () -> answer(exchange, client, () -> trust.pairSetup(exchange.session(), exchange.body()));
        if (wait.isZero()) {
            beginning.run();
            return;
        }
        try {
            workers.schedule(wait, beginning);
        } catch (RejectedExecutionException stopping) {
            exchange.respond(busy(exchange.body()));
        }
    }

    void pairVerify(Exchange exchange, Client client) {
        answer(
                exchange,
                client,
                () -> CompletableFuture.completedFuture(null)
                        .thenApplyAsync(start -> trust.pairVerify(client, exchange.body()), workers.crypto()));
    }

    void pairings(Exchange exchange, Client client) {
        ControllerId requester = client.controller().orElseThrow();
        answer(exchange, client, () -> trust.pairings(exchange.session(), requester, exchange.body()));
    }

    /** Frees what a closed connection has held. */
    void closed(Session session) {
        trust.closed(session);
    }

    private static void answer(Exchange exchange, Client client, Supplier<CompletionStage<Outcome>> step) {
        CompletionStage<Outcome> outcome;
        try {
            outcome = step.get();
        } catch (RejectedExecutionException full) {
            outcome = CompletableFuture.failedFuture(full);
        }
        outcome.whenComplete((done, failure) -> exchange.execute(() -> {
            if (failure == null) {
                answer(exchange, client, done);
            } else if (cause(failure) instanceof RejectedExecutionException) {
                exchange.respond(busy(exchange.body()));
            } else {
                exchange.respond(Answer.empty(HttpAnswers.INTERNAL_ERROR));
                LOG.error("A step of pairing failed that should not", failure);
            }
        }));
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
    }

    private static void answer(Exchange exchange, Client client, Outcome outcome) {
        Reply reply = outcome.reply();
        Answer answer = reply.body().length == 0
                ? Answer.empty(reply.status())
                : Answer.of(reply.status(), Reply.CONTENT_TYPE, reply.body());
        Optional<After> after = outcome.effects().stream()
                .filter(Effect.Secured.class::isInstance)
                .map(effect -> after((Effect.Secured) effect, client))
                .findFirst();
        after.ifPresentOrElse(then -> exchange.respond(answer, then), () -> exchange.respond(answer));
    }

    private static After after(Effect.Secured secured, Client client) {
        return new After.SecureWith(secured.keys(), secured.controller().orElseGet(client::becomeTransient));
    }

    private static boolean isBeginning(byte[] request) {
        try {
            return Tlv8.read(request)
                    .find(PairingTlv.STATE)
                    .filter(value -> value.length == 1 && value[0] == 1)
                    .isPresent();
        } catch (MalformedTlv8Exception malformed) {
            return false;
        }
    }

    private static Answer busy(byte[] request) {
        try {
            int state = Tlv8.read(request)
                    .find(PairingTlv.STATE)
                    .filter(value -> value.length == 1)
                    .map(value -> value[0] + 1)
                    .orElseThrow(() -> new IllegalArgumentException("no state"));
            byte[] body = {PairingTlv.STATE, 1, (byte) state, PairingTlv.ERROR, 1, (byte) PairingError.BUSY.code()};
            return Answer.of(HttpAnswers.OK, Reply.CONTENT_TYPE, body);
        } catch (MalformedTlv8Exception | IllegalArgumentException malformed) {
            return Answer.empty(HttpAnswers.BAD_REQUEST);
        }
    }
}
