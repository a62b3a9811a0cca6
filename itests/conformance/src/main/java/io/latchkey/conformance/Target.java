// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.api.discovery.InstanceName;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.itests.wire.HapWire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.OptionalLong;

/** The server that the suite is pointed at. */
public interface Target extends AutoCloseable {

    /** Where it listens; may be another after a restart. */
    InetSocketAddress address();

    /** Its instance name; of a server whose record nobody has read, any. */
    default InstanceName name() {
        return HapWire.BRIDGE;
    }

    /** Its setup code. */
    SetupCode code();

    /**
     * Stops the server and starts it again with what it has stored.
     *
     * @return whether that can be done here
     */
    boolean restart() throws IOException;

    /**
     * The process that it runs in, when it is Latchkey itself on this computer. Then the suite also asks for what Latchkey
     * promises where the protocol leaves freedom.
     */
    default OptionalLong process() {
        return OptionalLong.empty();
    }

    @Override
    void close() throws IOException;
}
