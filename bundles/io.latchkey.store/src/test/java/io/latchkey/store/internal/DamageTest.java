// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static io.latchkey.store.internal.Samples.configuration;
import static io.latchkey.store.internal.Samples.names;
import static io.latchkey.store.internal.Samples.saveAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged file costs at most the last change, is named, and is never taken for an empty one. */
class DamageTest {
    @TempDir
    Path location;

    private FileBridgeStore store;
    private Path home;
    private Path current;

    @BeforeEach
    void open() throws IOException {
        store = new FileBridgeStore(location);
        home = location.resolve("home");
        current = home.resolve("configuration.json");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everyFlippedBitIsNoticed() throws IOException, DamageException {
        saveAll(store, 1);
        byte[] good = Files.readAllBytes(current);
        Envelope.of(good);
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] flipped = good.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(DamageException.class, () -> Envelope.of(flipped));
        }
    }

    @Test
    void everyCutIsNoticed() throws IOException {
        saveAll(store, 1);
        byte[] good = Files.readAllBytes(current);
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThrows(DamageException.class, () -> Envelope.of(cut));
        }
    }

    @Test
    void aDamagedFileIsRecoveredNamedAndKeptAside() throws IOException {
        saveAll(store, 3);
        byte[] damaged = damage(current);
        String warning = warningOf(() -> assertEquals(Optional.of(configuration(2)), load()));
        assertTrue(warning.contains(current.toString()), warning);
        assertTrue(warning.contains("configuration.2.json"), warning);
        assertArrayEquals(damaged, Files.readAllBytes(home.resolve("configuration.json.damaged")));
        assertEquals("", warningOf(() -> assertEquals(Optional.of(configuration(2)), load())));
    }

    @Test
    void savingOverADamagedFileKeepsTheGoodGenerations() throws IOException {
        saveAll(store, 3);
        damage(current);
        store.save("home", Samples.DOMAIN, configuration(9));
        damage(current);
        assertEquals(Optional.of(configuration(2)), load());
    }

    @Test
    void recoveryLooksBackUntilSomethingIsWhole() throws IOException {
        saveAll(store, 5);
        damage(current);
        damage(home.resolve("configuration.4.json"));
        Files.write(home.resolve("configuration.3.json"), new byte[0]);
        assertEquals(Optional.of(configuration(2)), load());
    }

    @Test
    void aMissingFileIsRecoveredToo() throws IOException {
        saveAll(store, 3);
        Files.delete(current);
        String warning = warningOf(() -> assertEquals(Optional.of(configuration(2)), load()));
        assertTrue(warning.contains("is missing"), warning);
        assertTrue(Files.exists(current));
    }

    @Test
    void aLeftOverTemporaryFileIsNotTakenForTheValue() throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve("configuration.json.new"), "{ half a fi");
        assertEquals(Optional.empty(), load());
        saveAll(store, 2);
        Files.writeString(home.resolve("configuration.json.new"), "{ half a fi");
        assertEquals(Optional.of(configuration(2)), load());
        store.save("home", Samples.DOMAIN, configuration(3));
        assertFalse(Files.exists(home.resolve("configuration.json.new")));
        assertEquals(Optional.of(configuration(3)), load());
    }

    @Test
    void whenNothingIsWholeNothingIsOverwritten() throws IOException {
        saveAll(store, 2);
        byte[] damaged = damage(current);
        damage(home.resolve("configuration.1.json"));
        var before = names(home);
        String message = assertThrows(StoreException.class, this::load).getMessage();
        assertTrue(message.contains(current.toString()), message);
        assertTrue(message.contains("backup"), message);
        assertThrows(StoreException.class, () -> store.save("home", Samples.DOMAIN, configuration(3)));
        assertArrayEquals(damaged, Files.readAllBytes(current));
        assertEquals(before, names(home));
    }

    @Test
    void aNewerSchemaIsRefusedAndNotReplacedByAnOlderValue() throws IOException {
        saveAll(store, 2);
        byte[] future = new Envelope(2, "configuration", 3, new JsonObject()).bytes();
        Files.write(current, future);
        String message = assertThrows(StoreException.class, this::load).getMessage();
        assertTrue(message.contains(current.toString()), message);
        assertTrue(message.contains("newer"), message);
        assertThrows(StoreException.class, () -> store.save("home", Samples.DOMAIN, configuration(3)));
        assertArrayEquals(future, Files.readAllBytes(current));
    }

    @Test
    void theFileOfAnotherDomainIsDamage() throws IOException {
        saveAll(store, 2);
        Files.write(current, new Envelope(1, "pairings", 3, new JsonObject()).bytes());
        assertEquals(Optional.of(configuration(1)), load());
    }

    @Test
    void aWholeFileThatMakesNoSenseIsDamage() throws IOException {
        saveAll(store, 2);
        Files.write(current, new Envelope(1, "configuration", 3, new JsonObject()).bytes());
        assertEquals(Optional.of(configuration(1)), load());
    }

    @Test
    void noMessageQuotesTheFile() throws IOException {
        store.save("home", Domain.IDENTITY, Samples.identity(0x41));
        Path file = home.resolve("identity.json");
        String text = Files.readString(file);
        String seed = text.substring(text.indexOf("\"seed\"") + 9).substring(0, 20);
        assertTrue(seed.startsWith("QUFB"));
        Files.writeString(file, text.replace("\"deviceId\"", "\"deviceID\""));
        StoreException e = assertThrows(StoreException.class, () -> store.load("home", Domain.IDENTITY));
        assertFalse(String.valueOf(e).contains(seed));
        assertFalse(String.valueOf(e.getCause()).contains(seed));
    }

    private Optional<?> load() {
        return store.load("home", Samples.DOMAIN);
    }

    private static byte[] damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x20;
        Files.write(file, bytes);
        return bytes;
    }

    private static String warningOf(Runnable run) {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            run.run();
        } finally {
            System.setErr(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
