// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The bridges that a fresh install begins with: one, or as many as openHAB's own HomeKit add-on was configured for, with
 * its name, ports, code, setup ID and address. Asks the network what is free, otherwise pure.
 */
final class FirstBridges {
    private static final String USUAL_NAME = "openHAB";

    private final OldConfiguration old;
    private final Network network;

    FirstBridges(OldConfiguration old, Network network) {
        this.old = old;
        this.network = network;
    }

    /** What this machine can do now. */
    interface Network {
        /** This machine's. */
        Network REAL = new Network() {
            @Override
            public boolean isFree(int port) {
                try (ServerSocket socket = new ServerSocket(port)) {
                    return socket.isBound();
                } catch (IOException taken) {
                    return false;
                }
            }

            @Override
            public boolean has(String address) {
                try {
                    return NetworkInterface.getByInetAddress(InetAddress.getByName(address)) != null;
                } catch (IOException none) {
                    return false;
                }
            }
        };

        /** Whether nobody listens on that port. */
        boolean isFree(int port);

        /** Whether that is an address of this machine. */
        boolean has(String address);
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
        old.bindAddress().filter(network::has).ifPresent(address -> properties.put("bindAddress", address));
        if (number == 1) {
            old.setupId().ifPresent(setupId -> properties.put("setupId", setupId.text()));
        } else {
            properties.put("selection", "instance:" + number);
        }
        return properties;
    }

    /** What a person should know about what was taken over. */
    Optional<String> note() {
        boolean isGone =
                old.bindAddress().isPresent() && !network.has(old.bindAddress().get());
        List<String> notes = new ArrayList<>(old.notes());
        if (isGone) {
            notes.add("networkInterface is no address of this machine: all networks");
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notes));
    }
}
