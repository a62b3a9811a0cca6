// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.transport.Listener;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Where the life of a bridge stands. Immutable; only the messages of the bridge replace one by another. */
sealed interface BridgeState {

    /** Its store has still to be read. */
    record Loading() implements BridgeState {}

    /** It knows itself; its port is closed, because its accessories aren't known yet or the port is refused. */
    record Waiting(LoadedBridge bridge) implements BridgeState {
        @Override
        public Optional<LoadedBridge> loaded() {
            return Optional.of(bridge);
        }
    }

    /**
     * Controllers can reach it.
     *
     * @param bound where
     * @param asked the address of the configuration for which that was opened
     */
    record Open(LoadedBridge bridge, Listener bound, InetSocketAddress asked) implements BridgeState {
        @Override
        public Optional<LoadedBridge> loaded() {
            return Optional.of(bridge);
        }

        @Override
        public Optional<Listener> listener() {
            return Optional.of(bound);
        }

        @Override
        public Optional<Listener> port() {
            return listener();
        }
    }

    /** It takes its leave, or has ended. */
    record Leaving(Optional<LoadedBridge> loaded, Optional<Listener> port) implements BridgeState {}

    /** What has been made of its store. */
    default Optional<LoadedBridge> loaded() {
        return Optional.empty();
    }

    /** Where controllers can reach it. */
    default Optional<Listener> listener() {
        return Optional.empty();
    }

    /** The port that is still to be closed. */
    default Optional<Listener> port() {
        return Optional.empty();
    }
}
