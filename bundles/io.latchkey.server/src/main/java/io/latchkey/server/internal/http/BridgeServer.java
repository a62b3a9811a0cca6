// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import io.latchkey.api.model.HapStatus;
import io.latchkey.api.transport.After;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Exchange;
import io.latchkey.api.transport.ExchangeHandler;
import io.latchkey.api.transport.Session;
import io.latchkey.api.transport.SessionListener;
import io.latchkey.server.internal.pairing.Trust;
import io.latchkey.server.internal.session.Client;
import io.latchkey.server.internal.session.Clients;
import java.util.Map;
import java.util.Optional;

/**
 * Answers all requests of one bridge: finds the resource by path and method, after the one check whether the session may go
 * there at all. Paths are matched byte for byte; a query where none belongs is passed over. Which refusal comes first
 * follows HomeKitADK: a plain connection learns only that it must be verified, nothing about paths or methods. Runs on I/O
 * threads and never blocks.
 */
public final class BridgeServer implements ExchangeHandler, SessionListener {
    private static final int PAIRING_BODY = 4 * 1024;
    private static final int JSON_BODY = 256 * 1024;

    private final Clients clients;
    private final Trust trust;
    private final PairingResources pairing;
    private final Map<String, Route> routes;

    /** Builds the route table of one bridge. */
    public BridgeServer(
            Clients clients,
            Trust trust,
            PairingResources pairing,
            AccessoriesResource accessories,
            CharacteristicsResource characteristics) {
        this.clients = clients;
        this.trust = trust;
        this.pairing = pairing;
        this.routes = Map.of(
                "/identify",
                Route.plain("POST", pairing::identify),
                "/pair-setup",
                Route.plain("POST", pairing::pairSetup),
                "/pair-verify",
                Route.plain("POST", pairing::pairVerify),
                "/pairings",
                new Route(true, false, Map.of("POST", pairing::pairings)),
                "/accessories",
                Route.secured(Map.of("GET", accessories)),
                "/characteristics",
                Route.secured(Map.of("GET", characteristics::read, "PUT", characteristics::write)),
                "/prepare",
                Route.secured(Map.of("PUT", characteristics::prepare)),
                "/resource",
                Route.secured(Map.of("POST", refusal(HapStatus.RESOURCE_DOES_NOT_EXIST))),
                "/secure-message",
                Route.secured(Map.of("POST", refusal(HapStatus.RESOURCE_DOES_NOT_EXIST))));
    }

    @Override
    public int bodyLimit(String method, String path) {
        return path.startsWith("/pair") ? PAIRING_BODY : JSON_BODY;
    }

    @Override
    public void handle(Exchange exchange) {
        Optional<Client> client = clients.find(exchange.session());
        if (client.isEmpty()) {
            exchange.respond(Answer.empty(HttpAnswers.UNAVAILABLE), new After.Close());
            return;
        }
        Optional<Route> route = route(exchange);
        if (!client.get().isSecured()) {
            plain(exchange, client.get(), route);
        } else if (client.get().isTransient()) {
            exchange.respond(Answer.empty(HttpAnswers.BAD_REQUEST));
        } else if (client.get().controller().flatMap(trust::find).isEmpty()) {
            Answer gone = HttpAnswers.status(HttpAnswers.AUTHORIZATION_REQUIRED, HapStatus.INSUFFICIENT_PRIVILEGES);
            exchange.respond(gone, new After.Close());
        } else {
            secured(exchange, client.get(), route);
        }
    }

    @Override
    public void opened(Session session) {
        clients.opened(session);
    }

    /** A pairing may have been removed while the last plain answer of pair-verify was on its way. */
    @Override
    public void secured(Session session) {
        boolean isTrusted = clients.find(session)
                .filter(client -> client.isTransient()
                        || client.controller().flatMap(trust::find).isPresent())
                .isPresent();
        if (!isTrusted) {
            session.close();
        }
    }

    @Override
    public void closed(Session session) {
        clients.closed(session);
        pairing.closed(session);
    }

    private Optional<Route> route(Exchange exchange) {
        return Optional.ofNullable(routes.get(exchange.path()));
    }

    private static void plain(Exchange exchange, Client client, Optional<Route> route) {
        if (route.isEmpty() || route.get().secured()) {
            boolean told = route.isPresent()
                    && route.get().json()
                    && route.get().methods().containsKey(exchange.method());
            exchange.respond(
                    told
                            ? HttpAnswers.status(
                                    HttpAnswers.AUTHORIZATION_REQUIRED, HapStatus.INSUFFICIENT_AUTHORIZATION)
                            : Answer.empty(HttpAnswers.AUTHORIZATION_REQUIRED));
            return;
        }
        dispatch(exchange, client, route.get());
    }

    private static void secured(Exchange exchange, Client client, Optional<Route> route) {
        if (route.isEmpty()) {
            exchange.respond(Answer.empty(HttpAnswers.NOT_FOUND));
        } else if (route.get().secured()) {
            dispatch(exchange, client, route.get());
        } else if (exchange.path().equals("/identify")) {
            exchange.respond(HttpAnswers.status(HttpAnswers.BAD_REQUEST, HapStatus.INSUFFICIENT_PRIVILEGES));
        } else {
            exchange.respond(Answer.empty(HttpAnswers.BAD_REQUEST));
        }
    }

    private static void dispatch(Exchange exchange, Client client, Route route) {
        Resource resource = route.methods().get(exchange.method());
        if (resource == null) {
            exchange.respond(Answer.empty(HttpAnswers.METHOD_NOT_ALLOWED));
        } else {
            resource.handle(exchange, client);
        }
    }

    private static Resource refusal(HapStatus status) {
        return (exchange, client) -> exchange.respond(HttpAnswers.status(HttpAnswers.NOT_FOUND, status));
    }
}
