// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.identity.AccessoryCategory;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** As many accessories that stand alone as a large home has, beside a bridge that is full, and a client that nobody here wrote. */
class StandaloneIT {
    private static final int FULL = 149;
    private static final int ALONE = 32;
    private static final int RUN_SECONDS = 180;
    private static final long MOST_BYTES = 256 << 10;
    private static final int COLLECTIONS = 4;

    private static FelixRuntime runtime;
    private static FrameworkBridge bridge;
    private static Set<Thread> threadsBefore;
    private static Set<Thread> threadsAfter;
    private static int descriptorsBefore;
    private static int descriptorsAfter;
    private static long heapBefore;
    private static long heapAfter;

    @BeforeAll
    static void start() throws Exception {
        runtime = FelixRuntime.start(Built.fresh("standalone"), Libraries.HIGHEST);
        Path items = Built.fresh("standalone-items").resolve("items.json");
        runtime.showItems(StandaloneHome.json(FULL, 0), items);
        bridge = FrameworkBridge.start(runtime, "home");
        Eventually.present(
                Duration.ofSeconds(30),
                "a full bridge",
                () -> Optional.of(bridge.status().accessories()).filter(shown -> shown == FULL));
        threadsBefore = Thread.getAllStackTraces().keySet();
        descriptorsBefore = descriptors();
        heapBefore = heap();
        runtime.showItems(StandaloneHome.json(FULL, ALONE), items);
        Eventually.present(
                Duration.ofSeconds(60),
                ALONE + " servers",
                () -> Optional.of(servers()).filter(ready -> ready.size() == ALONE));
        threadsAfter = Thread.getAllStackTraces().keySet();
        descriptorsAfter = descriptors();
        heapAfter = heap();
    }

    @AfterAll
    static void stop() throws Exception {
        if (runtime != null) {
            runtime.close();
        }
    }

    @Test
    void eachPairsWithAForeignClientAndShowsItsAccessoryAlone() throws Exception {
        List<BridgeStatus> all = new ArrayList<>(servers());
        all.add(bridge.status());
        Map<String, JsonObject> seen = look(all);
        assertEquals(ALONE + 1, seen.size());
        for (BridgeStatus server : servers()) {
            JsonObject told = seen.get(server.id());
            assertEquals("[1]", told.getAsJsonArray("aids").toString());
            assertEquals(
                    "[\"" + server.name() + "\"]", told.getAsJsonArray("names").toString());
        }
        assertEquals(FULL + 1, seen.get("home").getAsJsonArray("aids").size());
    }

    @Test
    void eachHasItsOwnIdentityPortAndCategory() {
        Set<Object> devices = new HashSet<>();
        Set<Object> ports = new HashSet<>();
        for (BridgeStatus server : servers()) {
            devices.add(server.deviceId().orElseThrow());
            ports.add(server.address().orElseThrow().getPort());
            assertEquals(Optional.of(AccessoryCategory.LIGHTING), server.standalone());
        }
        assertEquals(ALONE, devices.size());
        assertEquals(ALONE, ports.size());
    }

    @Test
    void oneCostsAThreadAndFourDescriptorsAtMost() {
        Set<String> more = threadsAfter.stream()
                .filter(thread -> !threadsBefore.contains(thread))
                .map(Thread::getName)
                .collect(Collectors.toSet());
        assertTrue(more.size() <= ALONE, more.size() + " threads more: " + more);
        int grown = descriptorsAfter - descriptorsBefore;
        assertTrue(grown <= 4 * ALONE, grown + " descriptors more");
    }

    @Test
    void oneCostsAQuarterOfAMegabyteAtMost() {
        long each = (heapAfter - heapBefore) / ALONE;
        assertTrue(each <= MOST_BYTES, each + " bytes each");
    }

    /** What is left when nothing more can be collected. */
    private static long heap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
            least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private static List<BridgeStatus> servers() {
        return runtime.service(BridgeRuntime.class).bridges().stream()
                .filter(each -> each.standalone().isPresent() && each.state() == BridgeStatus.State.READY)
                .toList();
    }

    private static Map<String, JsonObject> look(List<BridgeStatus> servers) throws IOException, InterruptedException {
        Npm npm = Npm.install();
        List<Map<String, Object>> addresses = servers.stream()
                .map(each -> Map.<String, Object>of(
                        "id", each.id(),
                        "host", each.address().orElseThrow().getAddress().getHostAddress(),
                        "port", each.address().orElseThrow().getPort(),
                        "deviceId", each.deviceId().orElseThrow().text()))
                .toList();
        Process node = npm.start(
                "standalone",
                Map.of("SERVERS", new Gson().toJson(addresses), "SETUP_CODE", FrameworkBridge.CODE.text()));
        Eventually.endAfter(RUN_SECONDS, node);
        try (BufferedReader lines = node.inputReader()) {
            Map<String, JsonObject> seen = lines.lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .collect(Collectors.toMap(told -> told.get("step").getAsString(), told -> told));
            Npm.finish(node, RUN_SECONDS, "hap-controller after " + seen.keySet(), npm.log("standalone"));
            return seen;
        } finally {
            node.destroyForcibly();
        }
    }

    private static int descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return (int) open.count();
        }
    }
}
