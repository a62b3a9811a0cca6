// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.takeover;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Looks whether the old add-on still runs: two servers with one identity would take each other's controllers away. */
final class OldAddOn {
    private static final String BUNDLE = "org.openhab.io.homekit";
    private static final String MENDING =
            "Remove it first, on the add-on page of openHAB's settings (HomeKit Integration) or"
                    + " with feature:uninstall openhab-misc-homekit; what it has stored stays.";

    private final BundleContext context;

    OldAddOn(BundleContext context) {
        this.context = context;
    }

    /**
     * Why nothing can be taken over now, for people.
     *
     * @param port where it listened
     * @param ours ports that bridges of ours listen on
     */
    Optional<String> hindrance(int port, Set<Integer> ours) {
        boolean active = Arrays.stream(context.getBundles())
                .anyMatch(bundle -> BUNDLE.equals(bundle.getSymbolicName())
                        && (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) != 0);
        if (active) {
            return Optional.of("The old HomeKit add-on is active. " + MENDING);
        }
        return ours.contains(port) || isFree(port)
                ? Optional.empty()
                : Optional.of("Port " + port + " is in use, so the old HomeKit add-on may still run. " + MENDING
                        + " If another program has the port, stop that for a moment.");
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port)) {
            return probe.isBound();
        } catch (IOException inUse) {
            return false;
        }
    }
}
