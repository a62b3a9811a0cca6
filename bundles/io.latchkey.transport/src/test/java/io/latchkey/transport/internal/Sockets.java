// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import java.lang.reflect.Field;
import java.nio.channels.NetworkChannel;
import org.eclipse.jetty.io.SocketChannelEndPoint;

/** Looks behind a session or connection, whose socket nobody else may see. */
final class Sockets {
    private Sockets() {}

    /** The socket of whatever keeps its end point as {@code raw}. */
    static NetworkChannel of(Object owner) throws ReflectiveOperationException {
        Field raw = owner.getClass().getDeclaredField("raw");
        raw.setAccessible(true);
        return (NetworkChannel) ((SocketChannelEndPoint) raw.get(owner)).getChannel();
    }
}
