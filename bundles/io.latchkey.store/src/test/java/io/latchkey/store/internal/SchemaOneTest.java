// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static io.latchkey.store.internal.SchemaOneStore.expected;
import static io.latchkey.store.internal.SchemaOneStore.fixture;
import static io.latchkey.store.internal.SchemaOneStore.identity;
import static io.latchkey.store.internal.SchemaOneStore.pairing;
import static io.latchkey.store.internal.SchemaOneStore.rising;
import static io.latchkey.store.internal.SchemaOneStore.setup;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.ControllerKeys.Peer;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that version 0.1 of before the transactions (commit 6fa8e9c) has written is read and moved over. */
class SchemaOneTest {
    @TempDir
    Path folder;

    private Path location;
    private FileBridgeStore store;

    @BeforeEach
    void open() throws IOException {
        location = folder.resolve("store");
        StoreSamples.copy(fixture(), location);
        store = new FileBridgeStore(location);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() throws IOException {
        store.close();
        store = new FileBridgeStore(location);
    }

    @Test
    void nothingOfItIsLostOrChanged() {
        assertEquals(Set.of("home", "home-2", "home before take-over", "latchkey.controller"), store.bridges());
        assertEquals(expected(1), store.load("home"));
        assertEquals(expected(2), store.load("home-2"));
        assertEquals(
                BridgeMemory.EMPTY
                        .with(Domain.IDENTITY, identity("1A:2B:3C:4D:5E:0F", 7))
                        .with(Domain.SETUP, setup("LK0F", Optional.empty(), 7, 0))
                        .with(Domain.PAIRINGS, Pairings.NONE),
                store.load("home before take-over"));
        List<Peer> peers = List.of(
                new Peer(DeviceId.foreign("AA:BB:CC:DD:EE:01"), rising(10, 32)),
                new Peer(DeviceId.foreign("aa:bb:c:dd:e:2"), rising(11, 32)));
        assertEquals(
                BridgeMemory.EMPTY.with(
                        Domain.CONTROLLER, new ControllerKeys(new ControllerId("doctor"), rising(9, 32), peers)),
                store.load("latchkey.controller"));
    }

    @Test
    void readingItChangesNothing() throws IOException {
        List<Path> before = StoreSamples.files(fixture().resolve("home"));
        store.load("home");
        store.change("home", now -> now);
        List<Path> after = StoreSamples.files(location.resolve("home"));
        assertEquals(before.size(), after.size());
        for (int each = 0; each < before.size(); each++) {
            assertEquals(Files.readString(before.get(each)), Files.readString(after.get(each)));
        }
    }

    @Test
    void theFirstChangeMovesItOverAndKeepsTheOldFilesForTheOwner() throws IOException {
        BridgeMemory changed =
                store.change("home", now -> now.with(Domain.CONFIGURATION, StoreSamples.configuration(8)));
        assertEquals(expected(1).with(Domain.CONFIGURATION, StoreSamples.configuration(8)), changed);
        reopen();
        assertEquals(changed, store.load("home"));
        Path archive = location.resolve("home").resolve(SchemaOneFiles.ARCHIVE);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)));
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (Path file : StoreSamples.files(fixture().resolve("home"))) {
                byte[] packed = zip.getInputStream(zip.getEntry("home/" + file.getFileName()))
                        .readAllBytes();
                assertEquals(Files.readString(file), new String(packed, "UTF-8"));
            }
        }
        assertFalse(Files.exists(location.resolve("home").resolve("pairings.2.json")));
    }

    @Test
    void theOldFilesGoWithTheFirstTrustThatIsTakenAway() throws IOException {
        store.change("home", now -> now.with(Domain.CONFIGURATION, StoreSamples.configuration(8)));
        store.change(
                "home",
                now -> now.with(Domain.PAIRINGS, new Pairings(List.of(pairing("admin-1", 1, Permissions.ADMIN)))));
        for (Path file : StoreSamples.files(location.resolve("home"))) {
            assertFalse(Files.readString(file).contains("guest-1"), file.toString());
            assertFalse(file.toString().endsWith(".zip"), file.toString());
        }
    }

    /** It reads {@code <domain>.json} first of all and refuses a schema above 1 in words of its own. */
    @Test
    void theVersionThatWroteItRefusesWhatBecameOfIt() throws IOException {
        store.change("home", now -> now.with(Domain.CONFIGURATION, StoreSamples.configuration(8)));
        store.change("new", now -> now.with(Domain.CONFIGURATION, StoreSamples.configuration(1)));
        for (String bridge : List.of("home", "new")) {
            for (String domain : List.of(
                    "identity",
                    "setup",
                    "configuration",
                    "pairings",
                    "allocation",
                    "transitions",
                    "choices",
                    "controller")) {
                byte[] bytes = Files.readAllBytes(location.resolve(bridge).resolve(domain + ".json"));
                var json = JsonParser.parseString(new String(bytes, "UTF-8")).getAsJsonObject();
                assertTrue(json.get("schema").getAsInt() > 1);
                assertTrue(json.get("generation").getAsLong() > 0);
                assertTrue(json.get("value").isJsonObject() && json.has("domain"));
            }
        }
    }

    @Test
    void damageGivesNobodyTrustBack() throws IOException {
        damage("pairings.json");
        damage("setup.json");
        Files.delete(location.resolve("home").resolve("identity.json"));
        BridgeMemory found = store.load("home");
        assertEquals(Optional.empty(), found.get(Domain.PAIRINGS), "an older one knows a controller that was removed");
        assertEquals(Optional.empty(), found.get(Domain.SETUP));
        assertEquals(Optional.empty(), found.get(Domain.IDENTITY));
        assertEquals(expected(1).get(Domain.ALLOCATION), found.get(Domain.ALLOCATION));
    }

    @Test
    void damageOfOtherDomainsTakesTheOlderFileAndIsNeverTakenForAbsence() throws IOException {
        damage("configuration.json");
        assertEquals(
                6,
                store.load("home")
                        .get(Domain.CONFIGURATION)
                        .orElseThrow()
                        .number()
                        .value());
        reopen();
        damage("choices.json");
        String message =
                assertThrows(StoreException.class, () -> store.load("home")).getMessage();
        assertTrue(message.contains("choices.json") && message.contains("backup"), message);
    }

    private void damage(String name) throws IOException {
        Path file = location.resolve("home").resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x20;
        Files.write(file, bytes);
    }
}
