// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.bridge.Severity;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.Optional;

/**
 * Why a bridge doesn't listen where it wants to: it can't listen at all, or it goes on where it was before. Tries the port
 * for an instant, so only where the bridge doesn't listen itself. Never waits.
 */
final class PortHindrance {
    private final PortHolder holder;

    PortHindrance(PortHolder holder) {
        this.holder = holder;
    }

    /** What keeps that bridge from its address or its port. */
    Optional<Diagnosis> of(ExaminedBridge bridge) {
        return bridge.wanted().filter(wanted -> !isThere(bridge, wanted)).flatMap(wanted -> hindrance(bridge, wanted));
    }

    private static boolean isThere(ExaminedBridge bridge, InetSocketAddress wanted) {
        return bridge.status()
                .address()
                .filter(bound -> wanted.getPort() == 0 || bound.getPort() == wanted.getPort())
                .filter(bound -> bound.getAddress().equals(wanted.getAddress())
                        || bound.getAddress().isAnyLocalAddress()
                                && wanted.getAddress().isAnyLocalAddress())
                .isPresent();
    }

    private Optional<Diagnosis> hindrance(ExaminedBridge bridge, InetSocketAddress wanted) {
        try {
            if (!wanted.getAddress().isAnyLocalAddress()
                    && NetworkInterface.getByInetAddress(wanted.getAddress()) == null) {
                return Optional.of(strangeAddress(bridge, wanted));
            }
            return wanted.getPort() == 0 || isFree(wanted) ? Optional.empty() : Optional.of(taken(bridge, wanted));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    private static boolean isFree(InetSocketAddress wanted) {
        try (ServerSocketChannel probe = ServerSocketChannel.open()) {
            probe.setOption(StandardSocketOptions.SO_REUSEADDR, true).bind(wanted, 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private Diagnosis taken(ExaminedBridge bridge, InetSocketAddress wanted) {
        int port = wanted.getPort();
        return told(
                "port-taken",
                bridge,
                "Port " + port + ", which the bridge wants, is in use by " + holder.of(port) + ".",
                "Find that program (ss -ltnp 'sport = :" + port + "') and end it; another Latchkey, openHAB"
                        + " or Homebridge for one. Or give the bridge another port with its setting port. Homes that are"
                        + " paired find it there.");
    }

    private static Diagnosis strangeAddress(ExaminedBridge bridge, InetSocketAddress wanted) {
        return told(
                "address-not-ours",
                bridge,
                "The bridge wants to listen on " + wanted.getAddress().getHostAddress()
                        + ", which is no address of this machine at the moment.",
                "Empty its setting bindAddress, so that it listens on all networks, or name an address that this machine"
                        + " has and keeps (a fixed one, or one that the router reserves for it).");
    }

    private static Diagnosis told(String code, ExaminedBridge bridge, String seen, String cure) {
        Optional<InetSocketAddress> bound = bridge.status().address();
        return new Diagnosis(
                code,
                bound.isPresent() ? Severity.MEND : Severity.UNREACHABLE,
                Optional.of(bridge.id()),
                seen,
                bound.map(before -> "The bridge goes on where it was, on " + Port.text(before)
                                + ", and won't listen there any more after a restart.")
                        .orElse("The bridge can't listen, so that nobody can pair with it or reach its accessories."),
                cure);
    }
}
