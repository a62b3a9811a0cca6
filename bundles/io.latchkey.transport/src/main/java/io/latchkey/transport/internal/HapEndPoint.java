// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/**
 * The end point that the HTTP connection sees: plaintext on both sides, whatever the wire looks like. It reads through its
 * {@link HapConnection} and hands every write to the {@link SocketWriter}; the writer that it inherits is never used.
 */
final class HapEndPoint extends AbstractEndPoint implements EndPoint.Wrapper {
    private final HapConnection hap;
    private final EndPoint raw;

    HapEndPoint(HapConnection hap, EndPoint raw) {
        super(null);
        this.hap = hap;
        this.raw = raw;
        super.setIdleTimeout(-1);
    }

    HapConnection hapConnection() {
        return hap;
    }

    @Override
    public EndPoint unwrap() {
        return raw;
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return raw.getLocalSocketAddress();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return raw.getRemoteSocketAddress();
    }

    @Override
    public Object getTransport() {
        return raw;
    }

    @Override
    public long getIdleTimeout() {
        return raw.getIdleTimeout();
    }

    @Override
    public void setIdleTimeout(long milliseconds) {
        raw.setIdleTimeout(milliseconds);
    }

    @Override
    public boolean isOpen() {
        return super.isOpen() && raw.isOpen();
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int filled = hap.fill(buffer);
        if (filled < 0) {
            shutdownInput();
        }
        return filled;
    }

    @Override
    public boolean flush(ByteBuffer... buffers) {
        throw new UnsupportedOperationException("all writes go through the writer");
    }

    @Override
    public void write(Callback callback, ByteBuffer... buffers) {
        hap.writer().write(callback, buffers);
    }

    @Override
    public Callback cancelWrite(Throwable cause) {
        return hap.writer().cancelWrite(cause).orElse(null);
    }

    @Override
    protected void onIncompleteFlush() {
        throw new IllegalStateException("all writes go through the writer");
    }

    @Override
    protected void needsFillInterest() {
        hap.needsFill();
    }

    @Override
    protected void doShutdownOutput() {
        hap.writer().shutdown();
    }

    @Override
    protected void doClose() {
        hap.writer().terminate(null);
        raw.close();
    }
}
