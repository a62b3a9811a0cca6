// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Choices;
import io.latchkey.api.store.Choices.Choice;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Setup;
import io.latchkey.api.store.Transitions;
import io.latchkey.api.store.Verifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The store that version 0.1 of before the transactions has written, and what that version had been given. */
final class SchemaOneStore {
    private SchemaOneStore() {}

    static Path fixture() {
        try {
            return Path.of(SchemaOneStore.class.getResource("/schema-1").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What that version had been given: of {@code home} with 1, of {@code home-2} with 2. */
    static BridgeMemory expected(int n) {
        Map<String, Allocation.Entry> entries = new HashMap<>();
        if (n == 1) {
            entries.put("latchkey/bridge", new Allocation.Entry(1, 9, Map.of("AccessoryInformation", 1L), "latchkey"));
            entries.put("items/openhab:Kitchen", lamp(2, "items"));
            entries.put("items/openhab:Gone", lamp(3, ""));
        } else {
            entries.put("latchkey/bridge after home", new Allocation.Entry(1, 2, Map.of(), "latchkey"));
            entries.put("items/openhab:Attic", lamp(2, "items"));
        }
        return BridgeMemory.EMPTY
                .with(Domain.IDENTITY, identity("1A:2B:3C:4D:5E:0" + n, n))
                .with(Domain.SETUP, setup("LK0" + n, Optional.of(SetupCode.of("518-08-58" + n)), n, 3))
                .with(
                        Domain.PAIRINGS,
                        new Pairings(List.of(
                                pairing("admin-" + n, n, Permissions.ADMIN),
                                pairing("guest-" + n, n + 2, Permissions.REGULAR))))
                .with(
                        Domain.CONFIGURATION,
                        new Configuration(new ConfigurationNumber(7), "shape 7", OptionalInt.of(21_000 + n), "0.1.0"))
                .with(Domain.ALLOCATION, new Allocation(entries))
                .with(
                        Domain.TRANSITIONS,
                        new Transitions(List.of(new Transitions.Running(2, 5, 1_700_000_000_000L + n, "AQEJ"))))
                .with(
                        Domain.CHOICES,
                        new Choices(List.of(
                                new Choice("openhab:TV", "Television", "ConfiguredName", Value.of("Saal")),
                                new Choice("openhab:TV", "InputSource:One", "TargetVisibilityState", Value.of(1)))));
    }

    static Setup setup(String id, Optional<SetupCode> code, int n, int attempts) {
        Verifier verifier = new Verifier(rising(n, 16), rising(n, 384));
        return new Setup(new SetupId(id), code, Optional.of(verifier), attempts);
    }

    static AccessoryIdentity identity(String id, int n) {
        return new AccessoryIdentity(DeviceId.foreign(id), rising(n, 32), rising(n + 32, 32));
    }

    static Pairing pairing(String id, int key, Permissions permissions) {
        return new Pairing(new ControllerId(id), rising(key, 32), permissions);
    }

    static Allocation.Entry lamp(long aid, String provider) {
        String hap = "-0000-1000-8000-0026BB765291";
        Map<String, Long> iids = Map.of(
                "AccessoryInformation",
                1L,
                "AccessoryInformation/00000014" + hap,
                2L,
                "Lighting",
                3L,
                "Lighting/00000025" + hap,
                4L,
                "Lighting/00000008" + hap,
                5L);
        return new Allocation.Entry(aid, 6, iids, provider);
    }

    static byte[] rising(int first, int length) {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; at++) {
            bytes[at] = (byte) (first + at);
        }
        return bytes;
    }
}
