// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.controller.AccessoryClients;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.api.verb.VerbResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceRegistration;

/** The verb {@code doctor} on plain Felix: it names what is brought about and nothing else, and leaves nothing behind. */
class DoctorIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long LONGEST_MILLIS = 10_000;

    private FelixRuntime runtime;

    @BeforeEach
    void start() throws Exception {
        runtime = FelixRuntime.start(Built.fresh("doctor"), Libraries.HIGHEST);
    }

    @AfterEach
    void stop() throws Exception {
        runtime.close();
    }

    @Test
    void healthyHomeHasNothingToMendAndNothingIsLeftBehind() throws Exception {
        runtime.showItems(HomeFile.SMALL);
        FrameworkBridge bridge = FrameworkBridge.start(runtime, "home");
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        VerbResult result;
        try {
            result = Verbs.run(runtime, "doctor");
        } finally {
            System.setErr(before);
        }
        assertEquals("", log.toString(StandardCharsets.UTF_8), "the log is quiet about what only looks");
        String text = Verbs.text(result);
        assertEquals(0, result.status(), text);
        assertTrue(text.startsWith("All bridges\n  right: "), text);
        assertTrue(text.contains("\nBridge home (\"Test home\")\n  right: "), text);
        assertTrue(text.endsWith("Nothing to mend."), text);
        assertTrue(text.contains("could pair with a copy of this bridge"), text);
        assertEquals(0, bridge.status().controllers());
        assertEquals(0, bridge.status().sessions());
        assertEquals(
                List.of(),
                runtime.service(AccessoryClients.class)
                        .paired()
                        .toCompletableFuture()
                        .get(SOON.toSeconds(), TimeUnit.SECONDS));
    }

    @Test
    void homeOf149AccessoriesIsLookedAtInTenSeconds() throws Exception {
        runtime.showItems(LargeHomeIT.home(149));
        FrameworkBridge.start(runtime, "home");
        long begun = System.nanoTime();
        VerbResult result = Verbs.run(runtime, "doctor", "home");
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        assertEquals(0, result.status(), Verbs.text(result));
        assertTrue(Verbs.text(result).contains("read all 149 accessories"), Verbs.text(result));
        assertTrue(millis < LONGEST_MILLIS, millis + " ms");
    }

    @Test
    void accessoryThatDoesNotAnswerIsNamed() throws Exception {
        runtime.showItems(HomeFile.SMALL);
        ServiceRegistration<AccessoryProvider> stuck =
                runtime.context().registerService(AccessoryProvider.class, new StuckHeater(), null);
        FrameworkBridge bridge = FrameworkBridge.start(runtime, "home");
        Eventually.until(
                SOON,
                "the heater",
                () -> bridge.accessories().stream().anyMatch(each -> each.name().equals("Cellar Heater")));
        List<String> codes = wrong(1, "home", "--json");
        assertEquals(List.of("accessory-slow"), codes);
        assertTrue(Verbs.text(Verbs.run(runtime, "doctor")).contains("Cellar Heater: On."));
        stuck.unregister();
    }

    @Test
    void portOfAnotherProgramIsNamedAndNothingElse() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, Object> settings = FrameworkBridge.settings("home");
            settings.put("port", other.getLocalPort());
            runtime.configureBridge("home", settings);
            BridgeRuntime bridges = runtime.service(BridgeRuntime.class);
            Eventually.until(
                    SOON,
                    "the bridge to fail",
                    () -> bridges.bridges().stream().anyMatch(each -> each.state() == State.FAILED));
            assertEquals(List.of("port-taken"), wrong(2, "--json"));
            assertTrue(Verbs.text(Verbs.run(runtime, "doctor")).contains("in use by this program itself"));
        }
    }

    @Test
    void bridgeForPhonesOnLoopbackIsNamed() throws Exception {
        FrameworkBridge.start(runtime, "home", Map.of("mdns", true));
        assertEquals(List.of("loopback-only"), wrong(2, "--json"));
    }

    @Test
    void storeOfAnotherProcessIsNamedThoughNoBridgeCanRun() throws Exception {
        Path folder = Built.fresh("doctor-shared");
        Path lock = Files.createDirectory(folder.resolve("store")).resolve(".lock");
        runtime.close();
        try (FileChannel other = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = other.lock()) {
            runtime = FelixRuntime.start(folder, Libraries.HIGHEST);
            assertEquals(List.of("store-shared"), wrong(2, "--json"));
            assertTrue(held.isValid());
        }
    }

    @Test
    void withoutABridgeThatIsSaid() {
        assertEquals(List.of("no-bridge"), wrong(2, "--json"));
        assertEquals(1, Verbs.run(runtime, "doctor", "cellar").status());
    }

    /** The codes of what is not right, with that status of the verb. */
    private List<String> wrong(int status, String... arguments) {
        VerbResult result = Verbs.run(runtime, "doctor", arguments);
        assertEquals(status, result.status(), Verbs.text(result));
        List<String> codes = new ArrayList<>();
        for (JsonElement each :
                JsonParser.parseString(Verbs.text(result)).getAsJsonObject().getAsJsonArray("findings")) {
            JsonObject finding = each.getAsJsonObject();
            if (!finding.get("severity").getAsString().equals("right")) {
                codes.add(finding.get("code").getAsString());
            }
        }
        return codes;
    }

    /** A heater whose device never says whether it is on. */
    private record StuckHeater() implements AccessoryProvider {
        @Override
        public String id() {
            return "stuck";
        }

        @Override
        public AutoCloseable open(BridgeView bridge, AccessorySink sink) {
            Characteristic on = Characteristic.of(CharacteristicTypes.ON)
                    .read(CompletableFuture<Value>::new)
                    .onWrite(value -> {})
                    .build();
            sink.put(Accessory.of("heater")
                    .name("Cellar Heater")
                    .with(Service.of(ServiceTypes.SWITCH).with(on).build())
                    .build());
            sink.complete();
            return () -> {};
        }
    }
}
