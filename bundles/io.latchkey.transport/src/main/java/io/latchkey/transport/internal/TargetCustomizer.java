// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Keeps a request target from Jetty that Jetty would refuse in the midst of handling it: when such an answer leaves on
 * another thread, as it may here, Jetty can end the exchange twice and logs that. {@link HapHandler} refuses it instead.
 * Called on the thread that has read the head.
 */
final class TargetCustomizer implements HttpConfiguration.Customizer {
    private static final HttpURI NOWHERE = HttpURI.from("/");

    @Override
    public Request customize(Request request, HttpFields.Mutable answerHeaders) {
        return isPath(request.getHttpURI()) ? request : new Unservable(request);
    }

    /** A fragment would be lost on the way to the handler. */
    private static boolean isPath(HttpURI target) {
        String path = target.getPath();
        return target.getFragment() == null && (path == null || path.startsWith("/"));
    }

    /** A request for what can't be a path. */
    static final class Unservable extends Request.Wrapper {
        Unservable(Request request) {
            super(request);
        }

        @Override
        public HttpURI getHttpURI() {
            return NOWHERE;
        }
    }
}
