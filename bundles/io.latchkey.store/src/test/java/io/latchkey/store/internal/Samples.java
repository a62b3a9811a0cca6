// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Values to save, numbered so that a test knows which one it got back. */
final class Samples {
    static final Domain<Configuration> DOMAIN = Domain.CONFIGURATION;

    private Samples() {}

    static Configuration configuration(int number) {
        return new Configuration(new ConfigurationNumber(number), "shape " + number, OptionalInt.of(20_000), "1.0");
    }

    static AccessoryIdentity identity(int first) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) first);
        return new AccessoryIdentity(new DeviceId("E1:91:1A:70:85:AA"), seed, new byte[32]);
    }

    /** The names of the files in a folder, sorted. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    static void saveAll(FileBridgeStore store, int count) {
        for (int number = 1; number <= count; number++) {
            store.save("home", DOMAIN, configuration(number));
        }
    }
}
