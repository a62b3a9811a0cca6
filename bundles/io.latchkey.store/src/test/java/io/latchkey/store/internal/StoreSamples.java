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
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Setup;
import io.latchkey.api.store.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Values to store, numbered so that a test knows which one it got back. */
final class StoreSamples {
    static final String HOME = "home";

    private StoreSamples() {}

    static Configuration configuration(int number) {
        return new Configuration(new ConfigurationNumber(number), "shape " + number, OptionalInt.of(20_000), "1.0");
    }

    static AccessoryIdentity identity(int first) {
        return new AccessoryIdentity(new DeviceId("E1:91:1A:70:85:AA"), bytes(first, 32), new byte[32]);
    }

    static Setup setup(Optional<SetupCode> code, int verifier, int attempts) {
        Verifier known = new Verifier(bytes(verifier, 16), bytes(verifier, 384));
        return new Setup(new SetupId("ABCD"), code, Optional.of(known), attempts);
    }

    static Pairings pairings(String... controllers) {
        return new Pairings(Stream.of(controllers)
                .map(each -> new Pairing(new ControllerId(each), bytes(each.hashCode(), 32), Permissions.ADMIN))
                .toList());
    }

    /** As many lamps, each with the ids of its services and characteristics. */
    static Allocation allocation(int lamps) {
        Map<String, Allocation.Entry> entries = new HashMap<>();
        for (int number = 0; number < lamps; number++) {
            entries.put("items/openhab:Lamp_" + number, entry(number + 2L));
        }
        return new Allocation(entries);
    }

    private static Allocation.Entry entry(long aid) {
        Map<String, Long> iids = new HashMap<>();
        for (int service = 0; service < 3; service++) {
            iids.put("Lighting" + service, 1L + iids.size());
            for (int each = 0; each < 6; each++) {
                iids.put("Lighting" + service + "/0000002" + each + "-0000-1000-8000-0026BB765291", 1L + iids.size());
            }
        }
        return new Allocation.Entry(aid, 1L + iids.size(), iids, "items");
    }

    /** A bridge that two controllers are paired with. */
    static BridgeMemory paired(int lamps) {
        return BridgeMemory.EMPTY
                .with(Domain.IDENTITY, identity(1))
                .with(Domain.SETUP, setup(Optional.empty(), 1, 0))
                .with(Domain.PAIRINGS, pairings("ADMIN", "GUEST"))
                .with(Domain.CONFIGURATION, configuration(1))
                .with(Domain.ALLOCATION, allocation(lamps));
    }

    /** A bridge that nobody is paired with and that shows a code. */
    static BridgeMemory unpaired(int lamps) {
        return paired(lamps)
                .with(Domain.SETUP, setup(Optional.of(SetupCode.of("518-08-582")), 1, 0))
                .with(Domain.PAIRINGS, Pairings.NONE);
    }

    static byte[] bytes(int first, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) first);
        return bytes;
    }

    static void changeConfiguration(FileBridgeStore store, int from, int to) {
        for (int number = from; number <= to; number++) {
            Configuration next = configuration(number);
            store.change(HOME, now -> now.with(Domain.CONFIGURATION, next));
        }
    }

    /** A store that waits for no disk. */
    static FileBridgeStore open(Path location) {
        return new FileBridgeStore(location, new UnforcedDisk(), Clock.systemUTC());
    }

    /** All files below a folder, sorted. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The names of what lies in a folder, sorted. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }
}
