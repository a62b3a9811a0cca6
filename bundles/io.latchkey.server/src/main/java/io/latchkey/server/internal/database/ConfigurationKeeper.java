// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** Keeps the configuration domain of one bridge: every change is durable before it is seen. Changed on work threads only. */
public final class ConfigurationKeeper {
    private final BridgeStore store;
    private final String bridge;
    private volatile Configuration configuration;

    /** Loads it; waits for the disk. */
    public ConfigurationKeeper(BridgeStore store, String bridge) {
        this.store = store;
        this.bridge = bridge;
        this.configuration = store.load(bridge, Domain.CONFIGURATION)
                .orElse(new Configuration(ConfigurationNumber.FIRST, "", OptionalInt.empty(), ""));
    }

    /** As it is now; any thread. */
    public Configuration configuration() {
        return configuration;
    }

    /** Saves a change, if it is one. */
    public synchronized void change(UnaryOperator<Configuration> change) {
        Configuration changed = change.apply(configuration);
        if (!changed.equals(configuration)) {
            store.save(bridge, Domain.CONFIGURATION, changed);
            configuration = changed;
        }
    }

    /** Takes a new shape: the number rises, except for the first shape there ever was. */
    void shape(String hash) {
        change(now -> now.shapeHash().equals(hash)
                ? now
                : new Configuration(
                        now.shapeHash().isEmpty() ? now.number() : now.number().next(),
                        hash,
                        now.port(),
                        now.firmware()));
    }
}
