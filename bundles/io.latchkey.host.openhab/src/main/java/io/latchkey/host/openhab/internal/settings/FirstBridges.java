// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The bridges that a fresh install begins with: one, or as many as openHAB's own HomeKit add-on was configured for, with
 * its name, ports, code, setup ID and address; the usual port is that add-on's, 9123. A port that isn't free is picked by the
 * bridge. Asks the network, otherwise pure.
 */
final class FirstBridges {
    private static final String USUAL_NAME = "openHAB";

    private final OldConfiguration old;
    private final Network network;
    private final Optional<String> bindAddress;

    FirstBridges(OldConfiguration old, Network network) {
        this.old = old;
        this.network = network;
        this.bindAddress = old.bindAddress().flatMap(network::find);
    }

    /** What this machine can do now. */
    interface Network {
        /** Whether nobody listens on that port, or will. */
        boolean isFree(int port);

        /** The address of this machine that such an address or host name stands for; may ask name servers. */
        Optional<String> find(String host);
    }

    /** The properties of each, first to last. */
    List<Map<String, Object>> properties() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int number = 1; number <= old.instances(); number++) {
            all.add(properties(number));
        }
        return all;
    }

    private Map<String, Object> properties(int number) {
        String id = number == 1 ? "home" : "instance-" + number;
        String name = old.name().orElse(USUAL_NAME);
        int port = old.usedPort() + number - 1;
        Map<String, Object> properties = new TreeMap<>();
        properties.put("id", id);
        properties.put(BridgeConfigurations.CONTEXT, id);
        properties.put("name", number == 1 ? name : name + " (" + number + ")");
        properties.put("port", port <= 65_535 && network.isFree(port) ? port : 0);
        old.setupCode().ifPresent(code -> properties.put("setupCode", code.text()));
        bindAddress.ifPresent(address -> properties.put("bindAddress", address));
        if (number == 1) {
            old.setupId().ifPresent(setupId -> properties.put("setupId", setupId.text()));
        } else {
            properties.put("selection", "instance:" + number);
        }
        return properties;
    }

    /** What a person should know about what was taken over. */
    Optional<String> note() {
        boolean isGone = old.bindAddress().isPresent() && bindAddress.isEmpty();
        List<String> notes = new ArrayList<>(old.notes());
        if (isGone) {
            notes.add("networkInterface is no address of this machine: all networks");
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notes));
    }
}
