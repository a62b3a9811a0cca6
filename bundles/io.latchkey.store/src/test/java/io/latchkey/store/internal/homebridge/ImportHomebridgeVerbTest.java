// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.homebridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.latchkey.api.bridge.BridgeControl;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.Identities;
import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Setup;
import io.latchkey.api.verb.VerbResult;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders of Homebridge, whole and damaged, and what a bridge becomes of them. */
class ImportHomebridgeVerbTest {
    private static final String SEED = "5eed".repeat(16);
    private static final String PUBLIC = "b0b0".repeat(16);
    private static final String GUEST = "6a1f".repeat(16);
    private static final String CODE = "031-45-154";
    private static final Identities IDENTITIES =
            (id, seed) -> new AccessoryIdentity(id, seed, HexFormat.of().parseHex(PUBLIC));

    private BridgeMemory stored = BridgeMemory.EMPTY;
    private final List<BridgeStatus> bridges = new ArrayList<>();
    private final ImportHomebridgeVerb verb = new ImportHomebridgeVerb(
            fake(BridgeRuntime.class, (name, arguments) -> List.copyOf(bridges)),
            fake(BridgeControl.class, (name, arguments) -> {
                if (name.equals("replace")) {
                    stored = change(arguments[1]).apply(stored);
                }
                return CompletableFuture.completedFuture(name.equals("backup") ? Path.of("home.zip") : null);
            }),
            IDENTITIES);

    @TempDir
    private Path folder;

    @SuppressWarnings("unchecked") // as BridgeControl declares it
    private static UnaryOperator<BridgeMemory> change(Object argument) {
        return (UnaryOperator<BridgeMemory>) argument;
    }

    private interface Behaviour {
        Object call(String name, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> behaviour.call(method.getName(), arguments)));
    }

    private static BridgeStatus bridge(String id, int controllers) {
        return new BridgeStatus(
                id,
                id,
                BridgeStatus.State.READY,
                Optional.empty(),
                Optional.empty(),
                controllers,
                0,
                0,
                ConfigurationNumber.FIRST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @BeforeEach
    void aBridgeOfOurs() {
        bridges.add(bridge("home", 0));
        stored = stored.with(Domain.SETUP, new Setup(new SetupId("OURS"), Optional.empty(), Optional.empty(), 7))
                .with(
                        Domain.CONFIGURATION,
                        new Configuration(new ConfigurationNumber(3), "hash", OptionalInt.of(21_000), "1"));
    }

    private JsonObject info() {
        JsonObject clients = new JsonObject();
        clients.addProperty("ADMIN", PUBLIC);
        clients.addProperty("GUEST", GUEST);
        JsonObject permissions = new JsonObject();
        permissions.addProperty("ADMIN", 1);
        permissions.addProperty("GUEST", 0);
        JsonObject info = new JsonObject();
        info.addProperty("displayName", "Homebridge 0A1B");
        info.addProperty("category", 2);
        info.addProperty("pincode", CODE);
        info.addProperty("signSk", SEED + PUBLIC);
        info.addProperty("signPk", PUBLIC);
        info.add("pairedClients", clients);
        info.add("pairedClientsPermission", permissions);
        info.addProperty("configVersion", 12);
        info.addProperty("setupID", "HB42");
        return info;
    }

    private void put(String id, JsonObject info) throws IOException {
        Path persist = Files.createDirectories(folder.resolve("persist"));
        Files.writeString(persist.resolve("AccessoryInfo." + id + ".json"), info.toString());
        Files.writeString(persist.resolve("IdentifierCache." + id + ".json"), "{\"cache\":{}}");
    }

    private VerbResult run(String... more) {
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(List.of(more));
        VerbResult result = verb.run(arguments);
        for (String secret : List.of(SEED, PUBLIC, GUEST, CODE)) {
            assertFalse(result.toString().contains(secret), "a secret is shown");
        }
        return result;
    }

    @Test
    void identityAndPairingsAreTakenOver() throws IOException {
        put("CC223DE3CEF6", info());
        BridgeMemory before = stored;
        VerbResult shown = run();
        assertEquals(0, shown.status());
        assertTrue(shown.toString().contains("ADMIN, GUEST"), shown.toString());
        assertEquals(before, stored, "looking changes nothing");
        assertEquals(0, run("--apply").status());
        AccessoryIdentity identity = stored.get(Domain.IDENTITY).orElseThrow();
        assertEquals("CC:22:3D:E3:CE:F6", identity.deviceId().text());
        assertEquals(SEED, HexFormat.of().formatHex(identity.seed()));
        assertEquals(
                "Pairings[pairings=[Pairing[ADMIN, ADMIN], Pairing[GUEST, REGULAR]]]",
                stored.get(Domain.PAIRINGS).orElseThrow().toString());
        assertEquals(
                new Configuration(new ConfigurationNumber(13), "", OptionalInt.of(21_000), ""),
                stored.get(Domain.CONFIGURATION).orElseThrow());
        assertEquals(
                new Setup(new SetupId("HB42"), Optional.empty(), Optional.empty(), 0),
                stored.get(Domain.SETUP).orElseThrow());
    }

    @Test
    void theIdIsAsHomebridgesConfigurationHasIt() throws IOException {
        put("CC223DE3CEF6", info());
        Files.writeString(folder.resolve("config.json"), "{\"bridge\": {\"username\": \"cc:22:3D:e3:ce:f6\"}}");
        assertEquals(0, run("--apply").status());
        assertEquals(
                "cc:22:3D:e3:ce:f6",
                stored.get(Domain.IDENTITY).orElseThrow().deviceId().text());
    }

    @Test
    void severalBridgesAreAskedFor() throws IOException {
        put("CC223DE3CEF6", info());
        put("0E112233AABB", info());
        VerbResult asked = run("--apply");
        assertEquals(1, asked.status());
        assertTrue(asked.toString().contains("--from"), asked.toString());
        assertEquals(0, run("--from", "0e:11:22:33:aa:bb", "--apply").status());
        assertEquals(
                "0E:11:22:33:AA:BB",
                stored.get(Domain.IDENTITY).orElseThrow().deviceId().text());
        bridges.add(bridge("attic", 0));
        assertTrue(run("--from", "0e:11:22:33:aa:bb", "--apply").toString().contains("--bridge"));
        assertEquals(0, run("--from", "0E:11:22:33:AA:BB", "--bridge", "attic").status());
    }

    @Test
    void aPairedBridgeIsNotOverwritten() throws IOException {
        put("CC223DE3CEF6", info());
        bridges.set(0, bridge("home", 1));
        assertEquals(1, run("--apply").status());
        assertTrue(stored.get(Domain.IDENTITY).isEmpty());
    }

    @Test
    void keysThatDontBelongTogetherAreRefused() throws IOException {
        for (String[] keys : new String[][] {
            {SEED + GUEST, GUEST}, {SEED + PUBLIC, GUEST}, {SEED, PUBLIC}, {"no hex", PUBLIC}, {"", ""}
        }) {
            JsonObject info = info();
            info.addProperty("signSk", keys[0]);
            info.addProperty("signPk", keys[1]);
            put("CC223DE3CEF6", info);
            assertEquals(1, run("--apply").status());
            assertTrue(stored.get(Domain.IDENTITY).isEmpty());
        }
    }

    @Test
    void oldFilesKnowAdministratorsOnly() throws IOException {
        JsonObject info = info();
        info.remove("pairedClientsPermission");
        info.getAsJsonObject("pairedClients").addProperty("BROKEN", "no hex");
        PersistedBridge read = PersistedBridge.of(DeviceId.foreign("x"), info, IDENTITIES);
        assertTrue(read.pairings().stream().allMatch(each -> each.permissions() == Permissions.ADMIN));
        assertEquals(2, read.pairings().size());
        assertTrue(read.problems().get(0).contains("A controller is left out"));
    }

    @ParameterizedTest
    @CsvSource({"65535,1", "0,1", "70000,1", "1,2"})
    void theNumberRisesAndIsNeverZero(String stored, int next) {
        JsonObject info = info();
        info.addProperty("configVersion", stored);
        assertEquals(
                next,
                PersistedBridge.of(DeviceId.foreign("x"), info, IDENTITIES)
                        .number()
                        .value());
    }

    @Test
    void whatIsNoSuchFolderIsTold() throws IOException {
        assertEquals(1, run().status());
        assertEquals(1, verb.run(List.of()).status());
        assertEquals(1, verb.run(List.of("--apply")).status());
        assertEquals(1, verb.run(List.of(folder.resolve("nowhere").toString())).status());
        Path persist = Files.createDirectories(folder.resolve("persist"));
        Files.writeString(persist.resolve("AccessoryInfo.CC223DE3CEF6.json"), SEED + "{");
        assertEquals(1, run().status());
    }

    @Test
    void whatCouldComeNextIsOffered() {
        assertEquals(List.of(), verb.complete(List.of("")));
        assertEquals(List.of("home"), verb.complete(List.of("x", "--bridge", "")));
        assertTrue(verb.complete(List.of("x", "")).contains("--apply"));
    }
}
