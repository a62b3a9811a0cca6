// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.testing;

import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import java.util.List;
import java.util.OptionalInt;

/** What the contract of bridge stores has stored: parts by name, and memories that count the changes. */
final class ContractMemories {
    private ContractMemories() {}

    static Configuration configuration(int number) {
        return new Configuration(new ConfigurationNumber(number), "shape", OptionalInt.empty(), "1");
    }

    static AccessoryIdentity identity(String id) {
        return new AccessoryIdentity(new DeviceId(id), new byte[32], new byte[32]);
    }

    static Pairings pairings(String... controllers) {
        return new Pairings(List.of(controllers).stream()
                .map(each -> new Pairing(new ControllerId(each), new byte[32], Permissions.ADMIN))
                .toList());
    }

    static int number(BridgeMemory memory) {
        return memory.get(Domain.CONFIGURATION)
                .map(each -> each.number().value())
                .orElse(0);
    }

    static BridgeMemory counted(BridgeMemory now) {
        return now.with(Domain.CONFIGURATION, configuration(number(now) + 1));
    }
}
