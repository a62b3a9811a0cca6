// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
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
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.ControllerKeys.Peer;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Setup;
import io.latchkey.api.store.StoreException;
import io.latchkey.api.store.Transitions;
import io.latchkey.api.store.Verifier;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

    static Path fixture() {
        try {
            return Path.of(SchemaOneTest.class.getResource("/schema-1").toURI());
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

    private static Setup setup(String id, Optional<SetupCode> code, int n, int attempts) {
        Verifier verifier = new Verifier(rising(n, 16), rising(n, 384));
        return new Setup(new SetupId(id), code, Optional.of(verifier), attempts);
    }

    private static AccessoryIdentity identity(String id, int n) {
        return new AccessoryIdentity(DeviceId.foreign(id), rising(n, 32), rising(n + 32, 32));
    }

    private static Pairing pairing(String id, int key, Permissions permissions) {
        return new Pairing(new ControllerId(id), rising(key, 32), permissions);
    }

    private static Allocation.Entry lamp(long aid, String provider) {
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

    private static byte[] rising(int first, int length) {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; at++) {
            bytes[at] = (byte) (first + at);
        }
        return bytes;
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
