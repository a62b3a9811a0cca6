// SPDX-License-Identifier: EPL-2.0
package io.latchkey.console.internal;

import io.latchkey.api.bridge.BridgeStatus;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * What a person reads who has just started a bridge: how to pair, where it listens, or why it doesn't. Pure.
 *
 * <p>Contains the setup code, so it goes to the terminal only, never into a log.
 */
final class GreetingText {
    private GreetingText() {}

    /**
     * The greeting of a bridge.
     *
     * @param colours whether the terminal understands ANSI colours
     * @return lines, each with a line feed at its end; empty while there is nothing to say yet
     */
    static Optional<String> of(BridgeStatus bridge, boolean colours) {
        return switch (bridge.state()) {
            case STARTING -> Optional.empty();
            case READY -> bridge.address().map(address -> pairing(bridge, colours) + ready(bridge, address));
            case FAILED -> bridge.problem().map(problem -> named(bridge) + "can't start: " + problem + '\n');
        };
    }

    private static String pairing(BridgeStatus bridge, boolean colours) {
        return bridge.payload()
                .map(payload -> "Setup code: " + payload.code().text() + '\n' + QrBlocks.draw(payload.uri(), colours))
                .orElse("");
    }

    private static String ready(BridgeStatus bridge, InetSocketAddress address) {
        String how = bridge.setupCode()
                .map(code -> "setup code " + code.text())
                .orElse("paired with " + bridge.controllers() + " controllers");
        String line = named(bridge) + "is ready on " + text(address) + " (" + how + ")\n";
        return address.getAddress().isLoopbackAddress() ? line + "Add --lan to pair an iPhone\n" : line;
    }

    private static String named(BridgeStatus bridge) {
        return "Bridge \"" + bridge.name() + "\" ";
    }

    private static String text(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        if (host.isAnyLocalAddress()) {
            return "*:" + address.getPort();
        }
        String plain = host.getHostAddress();
        return (plain.contains(":") ? "[" + plain + "]" : plain) + ":" + address.getPort();
    }
}
