// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import java.net.InetAddress;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The address on which bridges listen, and by which they are announced, whose configuration names none: what the network
 * settings of the platform say. A service; of several the one of the highest ranking counts. Bridges ask when it comes and
 * each time its service properties change, such as {@link #PROPERTY}, and then move, which ends sessions but no pairings.
 * When it goes they stay where they are.
 */
@ConsumerType
public interface UsualAddress {
    /** A service property that changes with the address. */
    String PROPERTY = "latchkey.address";

    /** An address of this machine; empty for all networks. Returns at once. */
    Optional<InetAddress> address();
}
