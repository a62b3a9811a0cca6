// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.crypto.FrameCipher;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpCompliance.Violation;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;

/**
 * Builds the layers of a connection: socket, {@link HapConnection}, Jetty's HTTP connection. HTTP is strict, but judges
 * neither whom a peer takes us for nor what it asks for, and says nothing about itself.
 */
final class HapConnectionFactory extends AbstractConnectionFactory {
    private static final int REQUEST_HEAD = 32 * 1024;
    private static final int ANSWER_HEAD = 4096;

    private final HttpConnectionFactory http;
    private final HapListener listener;

    HapConnectionFactory(HapListener listener) {
        super("hap");
        this.listener = listener;
        this.http = new HttpConnectionFactory(configuration());
        http.setInputBufferSize(4 * FrameCipher.MAX_PLAINTEXT);
        installBean(http);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint raw) {
        HapConnection hap = new HapConnection(raw, listener);
        if (!listener.admit(hap.session())) {
            hap.session().end();
            raw.close();
        }
        HapEndPoint decrypted = hap.decrypted();
        decrypted.setConnection(http.newConnection(connector, decrypted));
        return configure(hap, connector, raw);
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setHttpCompliance(HttpCompliance.STRICT.with("HAP", Violation.MISMATCHED_AUTHORITY));
        http.setUriCompliance(UriCompliance.UNSAFE); // the handler knows the few paths, undecoded
        http.addCustomizer(new TargetCustomizer());
        http.setRequestHeaderSize(REQUEST_HEAD);
        http.setResponseHeaderSize(ANSWER_HEAD);
        http.setHeaderCacheSize(0); // each persistent connection would keep about 99 KB otherwise
        http.setSendDateHeader(false);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setUseInputDirectByteBuffers(false);
        http.setUseOutputDirectByteBuffers(false);
        return http;
    }
}
