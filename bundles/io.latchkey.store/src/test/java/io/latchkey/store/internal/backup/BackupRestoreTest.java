// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import static io.latchkey.store.internal.backup.BackupSamples.allocation;
import static io.latchkey.store.internal.backup.BackupSamples.bridge;
import static io.latchkey.store.internal.backup.BackupSamples.identity;
import static io.latchkey.store.internal.backup.BackupSamples.pairings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.discovery.DiscoveredBridge;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.verb.VerbResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Bridges are saved, looked at, restored elsewhere or at home, and put back; trouble changes nothing. */
class BackupRestoreTest extends BackupRig {

    @Test
    void aBridgeGoesOnInAnotherStore() throws IOException {
        BridgeMemory before = saved();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("PHONE"), "it is sealed");
        assertTrue(restore(fresh, file.toString(), "--inspect").toString().contains("PHONE, GUEST"));
        assertStatus(0, restore(fresh, file.toString()));
        assertEquals(BridgeMemory.EMPTY, fresh.load("home"), "looking changes nothing");
        assertStatus(0, restore(fresh, file.toString(), "--apply"));
        BridgeMemory after = fresh.load("home");
        for (Domain<?> domain : List.of(Domain.IDENTITY, Domain.PAIRINGS, Domain.ALLOCATION, Domain.SETUP)) {
            assertEquals(before.get(domain), after.get(domain), domain.toString());
        }
        assertEquals(8, after.get(Domain.CONFIGURATION).orElseThrow().number().value());
        assertEquals(
                OptionalInt.of(port),
                after.get(Domain.CONFIGURATION).orElseThrow().port());
        assertStatus(0, restore(fresh, "--rollback", "home"));
        assertEquals(BridgeMemory.EMPTY, fresh.load("home"));
        assertStatus(1, restore(fresh, "--rollback", "home"));
    }

    @Test
    void whoWasRemovedSinceIsNamedAndLeftOut() {
        saved();
        old.change(
                "home",
                now -> now.with(Domain.PAIRINGS, pairings("PHONE", "TABLET")).with(Domain.ALLOCATION, allocation(5)));
        String shown = restore(old, file.toString()).toString();
        assertTrue(shown.contains("left out (--with-removed takes them back): GUEST"), shown);
        assertTrue(shown.contains("they stay: TABLET"), shown);
        assertStatus(0, restore(old, file.toString(), "--apply"));
        BridgeMemory after = old.load("home");
        assertEquals(pairings("PHONE", "TABLET"), after.get(Domain.PAIRINGS).orElseThrow());
        assertEquals(allocation(5), after.get(Domain.ALLOCATION).orElseThrow(), "what was given stays given");
        assertStatus(0, restore(old, file.toString(), "--apply", "--with-removed"));
        assertEquals(
                pairings("PHONE", "TABLET", "GUEST"),
                old.load("home").get(Domain.PAIRINGS).orElseThrow());
        assertStatus(0, restore(old, "--rollback", "home"));
        assertEquals(
                pairings("PHONE", "TABLET", "GUEST"),
                old.load("home").get(Domain.PAIRINGS).orElseThrow(),
                "going back takes trust from nobody");
    }

    @Test
    void aPairedBridgeOfAnotherIdentityIsNotOverwritten() {
        saved();
        BridgeMemory other = fresh.change("home", now -> bridge(2, 1, port, "SOMEBODY"));
        assertStatus(1, restore(fresh, file.toString(), "--apply"));
        assertEquals(other, fresh.load("home"));
    }

    @Test
    void besideTheLivingOldOneNothingIsRestored() throws IOException {
        saved();
        try (ServerSocket living = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            announced.add(new DiscoveredBridge(
                    "Home",
                    List.of(InetAddress.getLoopbackAddress()),
                    living.getLocalPort(),
                    Map.of("id", identity(1).deviceId().text())));
            VerbResult refused = restore(fresh, file.toString(), "--apply");
            assertStatus(1, refused);
            assertTrue(refused.toString().contains("still answers at 127.0.0.1"), refused.toString());
            assertEquals(BridgeMemory.EMPTY, fresh.load("home"));
        }
        assertStatus(0, restore(fresh, file.toString(), "--apply"));
    }

    @Test
    void aPortThatIsTakenIsTold() throws IOException {
        saved();
        try (ServerSocket taken = new ServerSocket(port)) {
            assertTrue(taken.isBound());
            assertStatus(1, restore(fresh, file.toString(), "--apply"));
            assertEquals(BridgeMemory.EMPTY, fresh.load("home"));
            assertStatus(0, restore(fresh, file.toString(), "--apply", "--new-port"));
            assertEquals(
                    OptionalInt.empty(),
                    fresh.load("home").get(Domain.CONFIGURATION).orElseThrow().port());
        }
    }

    @Test
    void strangeDamagedAndLockedFilesChangeNothing() throws IOException {
        saved();
        byte[] whole = Files.readAllBytes(file);
        for (int at : new int[] {0, 5, 20, 30, 60, whole.length / 2, whole.length - 1}) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(file, damaged);
            assertStatus(1, restore(fresh, file.toString(), "--apply"));
        }
        for (byte[] strange : List.of(new byte[0], "{}".getBytes(StandardCharsets.UTF_8), new byte[4000])) {
            Files.write(file, strange);
            assertStatus(1, restore(fresh, file.toString(), "--apply"));
        }
        Files.write(file, whole);
        passphrase = "correct horse batterz";
        assertTrue(restore(fresh, file.toString(), "--apply").toString().contains("passphrase"));
        passphrase = null;
        assertStatus(1, restore(fresh, file.toString(), "--apply"));
        assertStatus(1, restore(fresh, folder.resolve("nowhere").toString()));
        assertEquals(BridgeMemory.EMPTY, fresh.load("home"));
        assertEquals(List.of(), List.copyOf(fresh.bridges()));
    }

    @Test
    void nothingIsOverwrittenAndNothingHalfIsLeft() throws IOException {
        saved();
        byte[] whole = Files.readAllBytes(file);
        assertStatus(1, backup(old, file.toString()));
        assertEquals(whole.length, Files.size(file));
        assertStatus(1, backup(old, folder.resolve("no/where").toString()));
        assertStatus(1, backup(old, folder.resolve("other").toString(), "attic"));
        passphrase = "short";
        assertStatus(1, backup(old, folder.resolve("other").toString()));
        assertFalse(Files.exists(folder.resolve("other")));
        assertStatus(1, backup(old));
        assertStatus(1, restore(old));
        assertStatus(1, restore(old, file.toString(), "--aply"));
    }

    @Test
    void aPassphraseComesFromAFileOfItsOwnersAlone() throws IOException {
        passphrase = null;
        Path secret = Files.writeString(folder.resolve("passphrase"), PASSPHRASE + "\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        assertTrue(backup(old, file.toString(), "--passphrase-file", secret.toString())
                .toString()
                .contains("chmod 600"));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        assertStatus(0, backup(old, file.toString(), "--passphrase-file", secret.toString()));
        passphrase = PASSPHRASE;
        assertStatus(0, restore(fresh, file.toString(), "--inspect"));
    }

    @Test
    void furtherBridgesComeAlongAndAFailureUndoesAll() {
        old.change(
                "home-2",
                now -> bridge(2, 1, port, "PHONE")
                        .with(
                                Domain.CONFIGURATION,
                                BackupSamples.configuration(2, port).furtherOf("home")));
        old.change("attic", now -> bridge(3, 1, port, "PHONE"));
        assertStatus(0, backup(old, file.toString(), "home"));
        String shown = restore(fresh, file.toString(), "--inspect").toString();
        assertTrue(shown.contains("home-2") && !shown.contains("attic"), shown);
        assertTrue(restore(fresh, file.toString(), "home-2").toString().contains("further one of home"));
        assertStatus(0, restore(fresh, file.toString(), "home", "--apply"));
        assertEquals(Optional.of(identity(2)), fresh.load("home-2").get(Domain.IDENTITY));
        assertStatus(0, restore(fresh, "--rollback", "home"));
        assertEquals(BridgeMemory.EMPTY, fresh.load("home-2"));
    }
}
