// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import io.latchkey.api.bridge.BridgeStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once in openHAB's log that a bridge is ready, at which port, and whether it waits for pairing; again when it has
 * been away or listens elsewhere. openHAB shows what is below {@code org.openhab} from INFO on and everything else from
 * WARN on, so this one logger has a name of openHAB's; people who don't want the line set that logger to WARN. Never says
 * a code. Used by one thread at a time.
 */
final class ReadinessLog {
    /** The name that openHAB's log settings let through. */
    static final String LOGGER = "org.openhab.io.latchkey";

    private final Logger log;
    private Map<String, Integer> told = Map.of();

    ReadinessLog() {
        this(LoggerFactory.getLogger(LOGGER));
    }

    ReadinessLog(Logger log) {
        this.log = log;
    }

    /** Looks at all bridges that there are. */
    void look(List<BridgeStatus> bridges) {
        Map<String, Integer> ready = new TreeMap<>();
        for (BridgeStatus bridge : bridges) {
            if (bridge.state() == BridgeStatus.State.READY && bridge.address().isPresent()) {
                int port = bridge.address().get().getPort();
                ready.put(bridge.id(), port);
                if (!Integer.valueOf(port).equals(told.get(bridge.id()))) {
                    tell(bridge, port);
                }
            }
        }
        told = ready;
    }

    private void tell(BridgeStatus bridge, int port) {
        if (bridge.controllers() > 0) {
            log.info("Bridge \"{}\" is ready on port {}, paired with {}", bridge.name(), port, controllers(bridge));
        } else {
            log.info(
                    "Bridge \"{}\" is ready on port {} and waits for pairing: its QR code is in Settings > Add-on"
                            + " Settings > Latchkey",
                    bridge.name(),
                    port);
        }
    }

    private static String controllers(BridgeStatus bridge) {
        return bridge.controllers() == 1 ? "1 controller" : bridge.controllers() + " controllers";
    }
}
