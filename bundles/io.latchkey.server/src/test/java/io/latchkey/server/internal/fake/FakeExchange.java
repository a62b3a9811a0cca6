// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.fake;

import io.latchkey.api.transport.After;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Exchange;
import io.latchkey.api.transport.Session;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One request of a {@link FakeSession}; an answer takes effect at once, and a second one is a fault. */
final class FakeExchange implements Exchange {
    private final FakeSession session;
    private final String method;
    private final String target;
    private final byte[] body;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    FakeExchange(FakeSession session, String method, String target, byte[] body) {
        this.session = session;
        this.method = method;
        this.target = target;
        this.body = body.clone();
    }

    CompletableFuture<Answer> answer() {
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
    public void respond(Answer given) {
        if (!answer.complete(given)) {
            throw new IllegalStateException("answered twice");
        }
    }

    @Override
    public void respond(Answer given, After after) {
        if (answer.isDone()) {
            throw new IllegalStateException("answered twice");
        }
        if (after instanceof After.SecureWith secure) {
            session.secure(secure.keys(), secure.controller());
        } else if (after instanceof After.Run run) {
            run.action().run();
        } else {
            session.close();
        }
        respond(given);
    }
}
