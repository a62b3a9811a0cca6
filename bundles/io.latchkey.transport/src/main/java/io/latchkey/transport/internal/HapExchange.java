// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.transport.After;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Exchange;
import io.latchkey.api.transport.Session;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request and its one answer. The answer is written as a whole, so it always has a length and always is one message for
 * the {@link SocketWriter}.
 */
final class HapExchange implements Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(HapExchange.class);

    private final HapConnection connection;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile Optional<Thread> handling = Optional.empty();
    private byte[] body = {};

    HapExchange(HapConnection connection, Request request, Response response, Callback callback) {
        this.connection = connection;
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    static String pathOf(Request request) {
        String path = request.getHttpURI().getPath();
        return path == null ? "" : path;
    }

    @Override
    public Session session() {
        return connection.session();
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String path() {
        return pathOf(request);
    }

    @Override
    public Optional<String> query() {
        return Optional.ofNullable(request.getHttpURI().getQuery());
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    @Override
    public void execute(Runnable rest) {
        if (handling.equals(Optional.of(Thread.currentThread()))) {
            guarded(rest);
        } else {
            connection.listener().onIo(() -> guarded(rest));
        }
    }

    @Override
    public void respond(Answer answer) {
        respond(answer, Optional.empty());
    }

    @Override
    public void respond(Answer answer, After after) {
        respond(answer, Optional.of(after));
    }

    @Override
    public String toString() {
        return method() + " " + path() + " of " + session();
    }

    /** The body is complete: hands over to the handler. */
    void begin(byte[] complete) {
        body = complete;
        connection.requestHanded(this);
        handling = Optional.of(Thread.currentThread());
        guarded(() -> connection.listener().handler().handle(this));
        handling = Optional.empty();
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (Throwable bug) {
            LOG.error("{} has failed", this, bug);
            if (!answered.get()) {
                respond(Answer.empty(HttpStatus.INTERNAL_SERVER_ERROR_500));
            }
        }
    }

    /** The body never became complete; failing the callback would let Jetty answer on two threads at once. */
    void abandon(Throwable cause) {
        LOG.debug("{}: its body has no end", this, cause);
        HapHandler.refuse(HttpStatus.BAD_REQUEST_400, response, callback);
    }

    private void respond(Answer answer, Optional<After> after) {
        if (!answered.compareAndSet(false, true)) {
            throw new IllegalStateException("answered before: " + this);
        }
        long nanos = connection.answered();
        connection.listener().notifyAnswered(this, answer.status(), nanos);
        after.ifPresent(connection::afterAnswer);
        response.setStatus(answer.status());
        answer.contentType().ifPresent(type -> response.getHeaders().put(HttpHeader.CONTENT_TYPE, type));
        if (answer.status() != HttpStatus.NO_CONTENT_204) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
        }
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }
}
