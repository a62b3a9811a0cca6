// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/**
 * The ports and addresses of this machine. While openHAB's own HomeKit add-on is installed no port is free: it will want its
 * own ones back at its next start. May wait for a name server.
 */
final class ThisMachine implements FirstBridges.Network {
    private static final String OLD_ADD_ON = "org.openhab.io.homekit";

    private final BundleContext context;

    ThisMachine(BundleContext context) {
        this.context = context;
    }

    @Override
    public boolean isFree(int port) {
        if (Arrays.stream(context.getBundles()).anyMatch(bundle -> OLD_ADD_ON.equals(bundle.getSymbolicName()))) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    @Override
    public Optional<String> find(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return NetworkInterface.getByInetAddress(address) == null
                    ? Optional.empty()
                    : Optional.of(address.getHostAddress());
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }
}
