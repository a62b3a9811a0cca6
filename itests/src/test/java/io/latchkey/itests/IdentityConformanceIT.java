// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeControl;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.discovery.Advertised;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.discovery.Advertiser;
import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupHash;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** B131 to B137: what controllers know a bridge and its accessories by stays, and its record on the network says it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IdentityConformanceIT {
    private static final String RUN = " " + ProcessHandle.current().pid();
    private static final String LONG_NAME = "K\u00fcche und " + "\u5c45\u9593".repeat(10) + RUN;
    private static final String TWIN = "Twin" + RUN;
    private static final String SETUP_ID = "7OSX";
    private static final String ON = "25";
    private static final Map<String, Object> TWIN_SETTINGS = Map.of("mdns", true, "name", TWIN);
    private static IdentityRig rig;
    private static Advertised rival;
    private static CompletableFuture<Void> twin;

    @BeforeAll
    static void beginAllBridges() throws Exception {
        rig = new IdentityRig("Hall", "Porch");
        Configuration last = new Configuration(new ConfigurationNumber(65_535), "", OptionalInt.empty(), "");
        rig.runtime().service(BridgeStore.class).change("wraps", now -> now.with(Domain.CONFIGURATION, last));
        Map<String, Map<String, Object>> settings = Map.of(
                "stable", Map.of(),
                "clock", Map.of(),
                "wraps", Map.of(),
                "announced", Map.of("mdns", true, "name", "Announced" + RUN, "setupId", SETUP_ID),
                "long", Map.of("mdns", true, "name", LONG_NAME));
        rival = advertiseRival();
        twin = rival.announced().toCompletableFuture().thenRunAsync(() -> begin("twin", TWIN_SETTINGS));
        CompletableFuture.allOf(settings.keySet().stream()
                        .map(id -> CompletableFuture.runAsync(() -> begin(id, settings.get(id))))
                        .toArray(CompletableFuture[]::new))
                .get(30, TimeUnit.SECONDS);
    }

    @AfterAll
    static void endAll() throws Exception {
        rig.close();
    }

    @Test
    @Order(1)
    @DisplayName("B131 Ids stay over reorder, insertion, removal, return and restart")
    void idsStay() throws Exception {
        rig.show("stable", "Hall", "Porch", "Attic+");
        Map<String, Map<String, Long>> before = rig.numbers("stable");
        rig.showAlike("stable", "clock", "Attic+", "Hall", "Porch");
        assertEquals(before, rig.numbers("stable"), "another order");
        rig.show("stable", "Attic+", "New", "Porch", "Hall");
        assertKept(before, rig.numbers("stable"));
        rig.show("stable", "New", "Hall");
        rig.show("stable", "Hall", "New", "Attic+", "Porch");
        Map<String, Map<String, Long>> after = rig.numbers("stable");
        assertKept(before, after);
        rig.end("stable");
        rig.begin("stable", Map.of());
        assertEquals(after, rig.numbers("stable"), "after a restart");
    }

    @Test
    @Order(2)
    @DisplayName("B132 Ids that were given up are not given again")
    void idsAreNotReused() throws Exception {
        Set<Long> given = new HashSet<>();
        rig.show("stable", "One", "Two", "Three+");
        Map<String, Long> lamp = rig.numbers("stable").get("Three");
        rig.numbers("stable").values().forEach(each -> given.add(each.get("aid")));
        rig.show("stable", "One", "Three");
        rig.show("stable", "One", "Three*", "Four");
        assertTrue(given.add(rig.numbers("stable").get("Four").get("aid")), "an aid of its own");
        Map<String, Long> outlet = rig.numbers("stable").get("Three");
        outlet.forEach((what, iid) -> assertEquals(lamp.getOrDefault(what, iid), iid, what));
        outlet.keySet().removeAll(lamp.keySet());
        assertFalse(outlet.isEmpty());
        outlet.forEach((what, iid) -> assertFalse(lamp.containsValue(iid), what + " has an iid of the lamp"));
        rig.end("stable");
        rig.begin("stable", Map.of());
        rig.show("stable", "Four", "Five");
        assertTrue(given.add(rig.numbers("stable").get("Five").get("aid")), "also after a restart");
    }

    @Test
    @Order(3)
    @DisplayName("B133 The configuration number rises by one for each real change, not for values or order")
    void configurationNumberRisesWithTheShape() throws Exception {
        rig.show("stable", "Hall", "Porch");
        int before = rig.configuration("stable");
        try (WireClient session = rig.session("stable")) {
            String hall = Accessories.find(session.accessories(), "Hall", ON);
            assertEquals(204, session.put(hall, "value", "true").status());
        }
        rig.showAlike("stable", "clock", "Porch", "Hall");
        assertEquals(before, rig.configuration("stable"), "values and order are no change");
        rig.show("stable", "Porch", "Hall", "Attic", "Shed");
        assertEquals(before + 1, rig.configuration("stable"), "two at once are one change");
        rig.show("stable", "Porch+", "Hall", "Attic", "Shed");
        assertEquals(before + 2, rig.configuration("stable"), "another service is a change");
        rig.show("stable", "Porch+", "Hall");
        assertEquals(before + 3, rig.configuration("stable"), "a removal is a change");
    }

    @Test
    @Order(4)
    @DisplayName("B133 After 65535 the configuration number is 1")
    void configurationNumberWraps() throws Exception {
        assertEquals(65_535, rig.configuration("wraps"));
        rig.show("wraps", "Hall", "Porch", "Attic");
        assertEquals(1, rig.configuration("wraps"));
    }

    @Test
    @Order(5)
    @DisplayName("B134 The record says what it must, and follows pairing and shape")
    void recordSaysWhatItMust() throws Exception {
        String id = rig.status("announced").deviceId().orElseThrow().text();
        int number = rig.configuration("announced");
        Map<String, String> text = rig.record("Announced" + RUN, said -> true).text();
        assertEquals(
                Map.of(
                        "c#", Integer.toString(number),
                        "ff", "0",
                        "id", id,
                        "md", "Bridge",
                        "pv", "1.1",
                        "s#", "1",
                        "sf", "1",
                        "ci", "2",
                        "sh", hash(SETUP_ID + id)),
                text);
        rig.show("announced", "Hall");
        rig.record("Announced" + RUN, said -> said.get("sf").equals("0"));
        rig.record("Announced" + RUN, said -> said.get("c#").equals(Integer.toString(number + 1)));
        try (WireClient session = rig.session("announced")) {
            session.remove(session.pairings().get(0).controller());
        }
        rig.record("Announced" + RUN, said -> said.get("sf").equals("1"));
        assertEquals("yf4bzw==", hash("7OSXE1:91:1A:70:85:AA"), "as HomeKitADK has it");
    }

    @Test
    @Order(6)
    @DisplayName("B135 A name longer than 63 bytes is cut between characters, alike in record and database")
    void longNameIsCut() throws Exception {
        assertTrue(LONG_NAME.getBytes(StandardCharsets.UTF_8).length > 63);
        String shown;
        try (WireClient session = rig.session("long")) {
            shown = session.accessories().get(0).getAsJsonObject().toString();
        }
        String name = LONG_NAME;
        while (!shown.contains("\"" + name + "\"")) {
            name = name.substring(0, name.length() - 1);
        }
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(length > 63 - 4 && length <= 63, length + " bytes: " + name);
        String id = rig.status("long").deviceId().orElseThrow().text();
        rig.record(name, said -> said.get("id").equals(id));
    }

    @Test
    @Order(7)
    @DisplayName("B135 A name that is taken gets a suffix, and the same one after a restart")
    void suffixStays() throws Exception {
        twin.get(30, TimeUnit.SECONDS);
        String id = rig.status("twin").deviceId().orElseThrow().text();
        String suffixed = TWIN + " " + id.substring(id.length() - 5).replace(":", "");
        rig.record(suffixed, said -> said.get("id").equals(id));
        rig.end("twin");
        rig.begin("twin", TWIN_SETTINGS);
        rig.record(suffixed, said -> said.get("id").equals(id));
        try (WireClient session = rig.session("twin")) {
            String own = session.accessories().get(0).toString();
            assertTrue(own.contains("\"" + TWIN + "\""), "the database has no suffix");
        }
        rival.withdraw();
    }

    @Test
    @Order(8)
    @DisplayName("B136 A device id is six random bytes, stays over a restart and is another one after a reset")
    void deviceIdHasItsPattern() throws Exception {
        Set<String> ids = new HashSet<>();
        for (String bridge : List.of("stable", "clock", "wraps", "announced", "long", "twin")) {
            String id = rig.status(bridge).deviceId().orElseThrow().text();
            assertTrue(id.matches("[0-9A-F]{2}(:[0-9A-F]{2}){5}"), id);
            assertTrue(ids.add(id), "each has its own");
        }
        DeviceId before = rig.status("clock").deviceId().orElseThrow();
        rig.end("clock");
        rig.begin("clock", Map.of());
        assertEquals(before, rig.status("clock").deviceId().orElseThrow());
        rig.runtime()
                .service(BridgeControl.class)
                .reset("clock")
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        assertTrue(ids.add(rig.status("clock").deviceId().orElseThrow().text()), "a new one");
    }

    @Test
    @Order(9)
    @DisplayName("B137 A store that was damaged or half written is recovered")
    void damagedStoreIsRecovered() throws Exception {
        rig.show("stable", "Hall", "Porch", "Attic");
        rig.show("stable", "Hall", "Porch", "Attic+");
        Map<String, Map<String, Long>> before = rig.numbers("stable");
        String id = rig.status("stable").deviceId().orElseThrow().text();
        rig.end("stable");
        Files.write(rig.manifests("stable").firstKey(), new byte[0]);
        try (Stream<Path> files = Files.list(rig.replica("stable", "first"))) {
            for (Path part : files.filter(file -> file.getFileName().toString().length() > 64)
                    .toList()) {
                byte[] bytes = Files.readAllBytes(part);
                Files.write(part, Arrays.copyOf(bytes, bytes.length / 2));
            }
        }
        Files.writeString(rig.replica("stable", "second").resolve("generation-999.json.new"), "{\"half");
        rig.begin("stable", Map.of());
        assertEquals(id, rig.status("stable").deviceId().orElseThrow().text());
        assertKept(before, rig.numbers("stable"));
    }

    @Test
    @Order(10)
    @DisplayName("B137 An identity that can't be recovered is not replaced by a new one, and works when it is put back")
    void identityIsNotReplaced() throws Exception {
        String id = rig.status("stable").deviceId().orElseThrow().text();
        rig.end("stable");
        Map<Path, byte[]> whole = rig.manifests("stable");
        for (Path manifest : whole.keySet()) {
            Files.write(manifest, Arrays.copyOf(whole.get(manifest), whole.get(manifest).length / 2));
        }
        rig.beginInTrouble("stable");
        Eventually.until(
                IdentityRig.SOON,
                "the bridge to say what is wrong",
                () -> rig.status("stable").problem().orElse("").contains("backup of the folder"));
        assertNotEquals(BridgeStatus.State.READY, rig.status("stable").state());
        assertEquals(whole.keySet(), rig.manifests("stable").keySet(), "nothing was written in their place");
        rig.end("stable");
        for (Path manifest : whole.keySet()) {
            Files.write(manifest, whole.get(manifest));
        }
        rig.begin("stable", Map.of());
        assertEquals(id, rig.status("stable").deviceId().orElseThrow().text());
        rig.numbers("stable");
    }

    private static void begin(String id, Map<String, Object> settings) {
        try {
            rig.begin(id, settings);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static void assertKept(Map<String, Map<String, Long>> before, Map<String, Map<String, Long>> now) {
        before.forEach((name, numbers) -> assertEquals(numbers, now.get(name), name));
    }

    private static Advertised advertiseRival() {
        DeviceId id = new DeviceId("11:22:33:44:55:66");
        Advertisement rival = new Advertisement(
                TWIN,
                7,
                id,
                "Rival",
                ConfigurationNumber.FIRST,
                false,
                AccessoryCategory.of(2).orElseThrow(),
                new SetupHash("yf4bzw=="));
        return rig.runtime().service(Advertiser.class).advertise(rival, InetAddress.getLoopbackAddress());
    }

    private static String hash(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-512").digest(text.getBytes(StandardCharsets.US_ASCII));
        return Base64.getEncoder().encodeToString(Arrays.copyOf(hash, 4));
    }
}
