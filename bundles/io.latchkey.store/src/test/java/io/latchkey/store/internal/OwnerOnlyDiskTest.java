// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static io.latchkey.store.internal.Samples.configuration;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store also works where there are neither owners nor second names: here, inside a zip file. */
class OwnerOnlyDiskTest {
    @TempDir
    Path folder;

    @Test
    void savesWhereTheFileSystemKnowsNoOwnersAndNoLinks() throws IOException {
        Path file = folder.resolve("disk.zip");
        try (FileSystem system = FileSystems.newFileSystem(file, Map.of("create", "true"))) {
            Path home = system.getPath("/store/home");
            DomainFiles<?> files = save(system, home, 3);
            assertEquals(Optional.of(configuration(3)), files.load());
            assertEquals(
                    List.of("configuration.1.json", "configuration.2.json", "configuration.json"), Samples.names(home));
        }
    }

    private static DomainFiles<?> save(FileSystem system, Path home, int count) throws IOException {
        var files = new DomainFiles<>(new OwnerOnlyDisk(system), home, Samples.DOMAIN);
        for (int number = 1; number <= count; number++) {
            files.save(configuration(number));
        }
        return files;
    }
}
