// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.transport.ExchangeHandler;
import java.util.OptionalInt;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/**
 * Where Jetty hands over a request, head complete, body not: closes the gate, refuses what no controller sends, reads the
 * body within its bound and gives the whole to the {@link ExchangeHandler} of the listener.
 */
final class HapHandler extends Handler.Abstract.NonBlocking {

    @Override
    public boolean handle(Request request, Response response, Callback jetty) {
        Callback callback = new AbortingCallback(jetty);
        HapEndPoint endPoint =
                (HapEndPoint) request.getConnectionMetaData().getConnection().getEndPoint();
        HapConnection connection = endPoint.hapConnection();
        connection.requestBegin(request.getLength());
        request.addHttpStreamWrapper(stream -> new AnswerStream(stream, connection));
        if (!connection.session().isOpen()) {
            connection.session().close();
            callback.failed(new EofException("not to be served any more"));
            return true;
        }
        OptionalInt refusal = refusal(request, connection.listener().handler());
        if (refusal.isPresent()) {
            refuse(refusal.getAsInt(), response, callback);
        } else {
            readBody(request, new HapExchange(connection, request, response, callback));
        }
        return true;
    }

    /**
     * Tells Jetty of a failure so that it doesn't answer it: its answer and ours would race to end the exchange, and when both
     * do Jetty logs a warning that strangers can repeat at will.
     */
    private static final class AbortingCallback extends Callback.Nested {
        AbortingCallback(Callback callback) {
            super(callback);
        }

        @Override
        public void failed(Throwable cause) {
            super.failed(new Request.Handler.AbortException(cause));
        }
    }

    private static OptionalInt refusal(Request request, ExchangeHandler handler) {
        if (request instanceof TargetCustomizer.Unservable) {
            return OptionalInt.of(HttpStatus.BAD_REQUEST_400);
        }
        if (HttpMethod.CONNECT.is(request.getMethod())) {
            return OptionalInt.of(HttpStatus.METHOD_NOT_ALLOWED_405);
        }
        if (request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            return OptionalInt.of(HttpStatus.BAD_REQUEST_400);
        }
        int limit = handler.bodyLimit(request.getMethod(), HapExchange.pathOf(request));
        return request.getLength() > limit ? OptionalInt.of(HttpStatus.PAYLOAD_TOO_LARGE_413) : OptionalInt.empty();
    }

    /** Answers with nothing but a status, and closes. */
    static void refuse(int status, Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
        response.write(true, null, callback);
    }

    private static void readBody(Request request, HapExchange exchange) {
        int length = (int) Math.max(request.getLength(), 0);
        if (length == 0) {
            exchange.begin(new byte[0]);
            return;
        }
        Promise.Invocable<byte[]> complete =
                Promise.Invocable.from(InvocationType.NON_BLOCKING, exchange::begin, exchange::abandon);
        Content.Source.asByteArrayAsync(request, length, complete);
    }
}
