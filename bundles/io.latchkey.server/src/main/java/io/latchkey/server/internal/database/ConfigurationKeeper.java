// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import io.latchkey.server.internal.store.StoredBridge;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** The configuration domain of one bridge: every change is durable before it is seen. Safe for all threads. */
public final class ConfigurationKeeper {
    private static final Configuration NEW = new Configuration(ConfigurationNumber.FIRST, "", OptionalInt.empty(), "");

    private final StoredBridge stored;

    /** Shows and changes what is stored there. */
    public ConfigurationKeeper(StoredBridge stored) {
        this.stored = stored;
    }

    /** As it is now. */
    public Configuration configuration() {
        return of(stored.memory());
    }

    /** Stores a change. */
    public CompletionStage<BridgeMemory> change(UnaryOperator<Configuration> change) {
        return stored.change(memory -> memory.with(Domain.CONFIGURATION, change.apply(of(memory))));
    }

    /** The memory with a new shape: the number rises, except for the first shape there ever was. */
    static BridgeMemory shaped(BridgeMemory memory, String hash) {
        Configuration now = of(memory);
        if (now.shapeHash().equals(hash)) {
            return memory;
        }
        ConfigurationNumber number =
                now.shapeHash().isEmpty() ? now.number() : now.number().next();
        return memory.with(Domain.CONFIGURATION, now.with(number, hash));
    }

    /** What a bridge's memory says. */
    static Configuration of(BridgeMemory memory) {
        return memory.get(Domain.CONFIGURATION).orElse(NEW);
    }
}
