// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.io.transport.mdns;

import java.util.Set;
import javax.jmdns.JmDNS;

/** The JmDNS instances that openHAB runs, one for each address. */
public interface MDNSClient {
    Set<JmDNS> getClientInstances();
}
