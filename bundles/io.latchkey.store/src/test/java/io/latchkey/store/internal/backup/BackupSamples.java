// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Setup;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Bridges to save and to restore. */
final class BackupSamples {
    private BackupSamples() {}

    static AccessoryIdentity identity(int number) {
        return new AccessoryIdentity(new DeviceId("E1:91:1A:70:85:0" + number), bytes(number, 32), bytes(-number, 32));
    }

    static Pairings pairings(String... controllers) {
        return new Pairings(Stream.of(controllers)
                .map(each -> new Pairing(new ControllerId(each), bytes(each.hashCode(), 32), Permissions.ADMIN))
                .toList());
    }

    /** As many lamps, the first of which has aid 2. */
    static Allocation allocation(int lamps) {
        Map<String, Allocation.Entry> entries = new HashMap<>();
        for (int lamp = 0; lamp < lamps; lamp++) {
            entries.put(
                    "items/local:Lamp_" + lamp,
                    new Allocation.Entry(lamp + 2, 3, Map.of("l", 1L, "l/On", 2L), "items"));
        }
        return new Allocation(entries);
    }

    static Configuration configuration(int number, int port) {
        return new Configuration(new ConfigurationNumber(number), "shape", OptionalInt.of(port), "1.0");
    }

    static BridgeMemory bridge(int identity, int lamps, int port, String... controllers) {
        return BridgeMemory.EMPTY
                .with(Domain.IDENTITY, identity(identity))
                .with(Domain.SETUP, new Setup(new SetupId("ABCD"), Optional.empty(), Optional.empty(), 0))
                .with(Domain.PAIRINGS, pairings(controllers))
                .with(Domain.CONFIGURATION, configuration(7, port))
                .with(Domain.ALLOCATION, allocation(lamps));
    }

    /** A bridge that runs. */
    static BridgeStatus status(String id, Optional<InetSocketAddress> address) {
        return new BridgeStatus(
                id,
                id,
                BridgeStatus.State.READY,
                address,
                Optional.empty(),
                0,
                0,
                0,
                ConfigurationNumber.FIRST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "io.latchkey.bridge~" + id);
    }

    static byte[] bytes(int value, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
