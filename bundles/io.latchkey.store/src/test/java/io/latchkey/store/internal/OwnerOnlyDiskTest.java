// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.store.BridgeMemory;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store also works where there are no owners: here, inside a zip file. */
class OwnerOnlyDiskTest {
    @TempDir
    Path folder;

    @Test
    void storesWhereTheFileSystemKnowsNoOwners() throws IOException {
        Path file = folder.resolve("disk.zip");
        try (FileSystem system = FileSystems.newFileSystem(file, Map.of("create", "true"))) {
            Path home = system.getPath("/store/home");
            OwnerOnlyDisk disk = new OwnerOnlyDisk(home);
            BridgeMemory changed = new BridgeFolder(disk, home, new NightlyCopies(disk, home.resolve("copies")))
                    .change(now -> StoreSamples.paired(3));
            assertEquals(changed, new BridgeFolder(disk, home, new NightlyCopies(disk, home.resolve("copies"))).load());
        }
    }

    /** A service of Windows has a name that is no account: what it makes tells who it is. */
    @Test
    void theOwnerIsWhoeverOwnsWhatIsMadeThere() throws IOException {
        assertEquals(Files.getOwner(folder), OwnerOnlyDisk.owner(folder.resolve("still/to/be/made")));
        assertEquals(List.of(), StoreSamples.names(folder));
    }
}
