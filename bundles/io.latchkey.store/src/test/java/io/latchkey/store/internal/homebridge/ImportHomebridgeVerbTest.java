// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.homebridge;

import static io.latchkey.store.internal.homebridge.HomebridgeSamples.CODE;
import static io.latchkey.store.internal.homebridge.HomebridgeSamples.GUEST;
import static io.latchkey.store.internal.homebridge.HomebridgeSamples.IDENTITIES;
import static io.latchkey.store.internal.homebridge.HomebridgeSamples.PUBLIC;
import static io.latchkey.store.internal.homebridge.HomebridgeSamples.SEED;
import static io.latchkey.store.internal.homebridge.HomebridgeSamples.info;
import static io.latchkey.store.internal.homebridge.HomebridgeSamples.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.latchkey.api.bridge.BridgeControl;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.ConfigurationNumber;
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

/** Folders of Homebridge, whole and damaged, and what a bridge becomes of them. */
class ImportHomebridgeVerbTest {
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
                Optional.empty(),
                Optional.empty(),
                "io.latchkey.bridge~" + id);
    }

    @BeforeEach
    void aBridgeOfOurs() {
        bridges.add(bridge("home", 0));
        stored = stored.with(Domain.SETUP, new Setup(new SetupId("OURS"), Optional.empty(), Optional.empty(), 7))
                .with(
                        Domain.CONFIGURATION,
                        new Configuration(new ConfigurationNumber(3), "hash", OptionalInt.of(21_000), "1"));
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
        put(folder, "CC223DE3CEF6", info());
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
                new Configuration(new ConfigurationNumber(13), "", OptionalInt.of(21_000), "1"),
                stored.get(Domain.CONFIGURATION).orElseThrow());
        assertEquals(
                new Setup(new SetupId("HB42"), Optional.empty(), Optional.empty(), 0),
                stored.get(Domain.SETUP).orElseThrow());
    }

    @Test
    void theIdIsAsHomebridgesConfigurationHasIt() throws IOException {
        put(folder, "CC223DE3CEF6", info());
        Files.writeString(folder.resolve("config.json"), "{\"bridge\": {\"username\": \"cc:22:3D:e3:ce:f6\"}}");
        assertEquals(0, run("--apply").status());
        assertEquals(
                "cc:22:3D:e3:ce:f6",
                stored.get(Domain.IDENTITY).orElseThrow().deviceId().text());
    }

    @Test
    void severalBridgesAreAskedFor() throws IOException {
        put(folder, "CC223DE3CEF6", info());
        put(folder, "0E112233AABB", info());
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
        put(folder, "CC223DE3CEF6", info());
        bridges.set(0, bridge("home", 1));
        assertEquals(1, run("--apply").status());
        assertTrue(stored.get(Domain.IDENTITY).isEmpty());
    }

    @Test
    void whatHomebridgePublishesOutsideItsBridgeIsTakenByOneThatStandsAlone() throws IOException {
        JsonObject external = info();
        external.addProperty("category", 31);
        put(folder, "CC223DE3CEF6", external);
        VerbResult none = run("--apply");
        assertEquals(1, none.status());
        assertTrue(none.toString().contains("standalone=true"), none.toString());
        bridges.add(alone("home-TV", "TV"));
        stored = stored.with(
                Domain.CONFIGURATION,
                stored.get(Domain.CONFIGURATION).orElseThrow().standalone("home", "exposure/local:TV"));
        assertEquals(0, run("--apply").status());
        assertEquals(
                "CC:22:3D:E3:CE:F6",
                stored.get(Domain.IDENTITY).orElseThrow().deviceId().text());
        assertEquals(
                new Configuration(new ConfigurationNumber(13), "", OptionalInt.of(21_000), "1")
                        .standalone("home", "exposure/local:TV"),
                stored.get(Domain.CONFIGURATION).orElseThrow());
        bridges.add(alone("home-Den", "Den"));
        assertTrue(run().toString().contains("--bridge"));
        assertEquals(0, run("--bridge", "home-Den", "--apply").status());
        assertEquals(1, run("--bridge", "home", "--apply").status());
    }

    private static BridgeStatus alone(String id, String name) {
        BridgeStatus bridge = bridge(id, 0);
        return new BridgeStatus(
                id,
                name,
                bridge.state(),
                bridge.address(),
                bridge.deviceId(),
                0,
                1,
                0,
                bridge.configuration(),
                bridge.setupCode(),
                bridge.payload(),
                bridge.problem(),
                bridge.refused(),
                bridge.configurationPid(),
                Optional.of(AccessoryCategory.TELEVISION));
    }

    @Test
    void keysThatDontBelongTogetherAreRefused() throws IOException {
        for (String[] keys : new String[][] {
            {SEED + GUEST, GUEST}, {SEED + PUBLIC, GUEST}, {SEED, PUBLIC}, {"no hex", PUBLIC}, {"", ""}
        }) {
            JsonObject info = info();
            info.addProperty("signSk", keys[0]);
            info.addProperty("signPk", keys[1]);
            put(folder, "CC223DE3CEF6", info);
            assertEquals(1, run("--apply").status());
            assertTrue(stored.get(Domain.IDENTITY).isEmpty());
        }
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
