// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Callback;

/**
 * Hears when an answer has left or failed, before the HTTP connection may read on: the one place where keys are changed and
 * the gate is opened. It also knows the reason phrase that HTTP does not.
 */
final class AnswerStream extends HttpStream.Wrapper {
    private static final int AUTHORIZATION_REQUIRED = 470;
    private static final String AUTHORIZATION_REASON = "Connection Authorization Required";

    private final HapConnection connection;

    AnswerStream(HttpStream stream, HapConnection connection) {
        super(stream);
        this.connection = connection;
    }

    @Override
    public void send(
            MetaData.Request request, MetaData.Response response, boolean last, ByteBuffer content, Callback callback) {
        super.send(request, withReason(response), last, content, callback);
    }

    @Override
    public void succeeded() {
        connection.requestEnd();
        super.succeeded();
    }

    @Override
    public void failed(Throwable cause) {
        connection.requestFailed();
        super.failed(cause);
    }

    private static MetaData.Response withReason(MetaData.Response response) {
        if (response == null || response.getStatus() != AUTHORIZATION_REQUIRED) {
            return response;
        }
        return new MetaData.Response(
                response.getStatus(),
                AUTHORIZATION_REASON,
                response.getHttpVersion(),
                response.getHttpFields(),
                response.getContentLength(),
                response.getTrailersSupplier());
    }
}
