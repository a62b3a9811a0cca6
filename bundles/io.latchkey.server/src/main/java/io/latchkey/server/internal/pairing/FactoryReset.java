// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.pairing;

import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Setup;
import java.util.Optional;

/** What a factory reset makes of a bridge's memory, as each {@link Domain} says. Pure. */
final class FactoryReset {

    private FactoryReset() {}

    /** The memory of a bridge that nobody knows and that shows the same home with the same ids. */
    static BridgeMemory of(BridgeMemory memory, AccessoryIdentity identity, Setup setup) {
        BridgeMemory fresh = memory.with(Domain.IDENTITY, identity)
                .with(Domain.SETUP, setup)
                .with(Domain.PAIRINGS, Pairings.NONE)
                .without(Domain.TRANSITIONS)
                .without(Domain.BEFORE_TAKEOVER)
                .without(Domain.BEFORE_RESTORE)
                .without(Domain.HISTORY);
        Optional<Configuration> configuration = memory.get(Domain.CONFIGURATION);
        return configuration
                .map(now -> fresh.with(Domain.CONFIGURATION, now.with(ConfigurationNumber.FIRST, now.shapeHash())))
                .orElse(fresh);
    }
}
