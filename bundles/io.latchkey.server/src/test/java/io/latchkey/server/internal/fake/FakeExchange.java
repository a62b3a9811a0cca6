// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.fake;

import io.latchkey.api.transport.After;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Exchange;
import io.latchkey.api.transport.ExchangeHandler;
import io.latchkey.api.transport.Session;
import io.latchkey.api.transport.SessionListener;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One request of a {@link FakeSession}; an answer takes effect at once. A second one is a fault, and so is one that is given on
 * a thread that isn't the transport's.
 */
final class FakeExchange implements Exchange {
    private static final long NANOS = 3_000_000;

    private final FakeSession session;
    private final String method;
    private final String target;
    private final byte[] body;
    private final SessionListener sessions;
    private volatile ExchangeHandler handler;
    private final Set<Thread> ours = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    FakeExchange(FakeSession session, String method, String target, byte[] body, SessionListener sessions) {
        this.session = session;
        this.method = method;
        this.target = target;
        this.body = body.clone();
        this.sessions = sessions;
    }

    /** Has it handled, on this thread. */
    CompletableFuture<Answer> handle(ExchangeHandler handler) {
        this.handler = handler;
        execute(() -> handler.handle(this));
        return answer;
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return target.split("\\?", 2)[0];
    }

    @Override
    public Optional<String> query() {
        int mark = target.indexOf('?');
        return mark < 0 ? Optional.empty() : Optional.of(target.substring(mark + 1));
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    @Override
    public void execute(Runnable rest) {
        boolean isOuter = ours.add(Thread.currentThread());
        try {
            rest.run();
        } finally {
            if (isOuter) {
                ours.remove(Thread.currentThread());
            }
        }
    }

    @Override
    public void respond(Answer given) {
        requireOurs();
        if (!answer.complete(given)) {
            throw new IllegalStateException("answered twice");
        }
        handler.answered(this, given.status(), NANOS);
    }

    @Override
    public void respond(Answer given, After after) {
        requireOurs();
        if (answer.isDone()) {
            throw new IllegalStateException("answered twice");
        }
        if (after instanceof After.SecureWith secure) {
            session.secure(secure.keys(), secure.controller());
            sessions.secured(session);
        } else if (after instanceof After.Run run) {
            run.action().run();
        } else {
            session.close();
        }
        respond(given);
    }

    private void requireOurs() {
        if (!ours.contains(Thread.currentThread())) {
            IllegalStateException borrowed = new IllegalStateException("answered on a thread that brought a result");
            answer.completeExceptionally(borrowed);
            throw borrowed;
        }
    }
}
