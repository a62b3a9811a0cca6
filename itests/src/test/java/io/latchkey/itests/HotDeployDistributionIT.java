// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The examples of docs/write-an-accessory.md come into the unpacked distribution by its folder {@code deploy}, are updated,
 * move into a kar and go, while the sessions of a foreign controller stay open; each step is timed.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HotDeployDistributionIT {
    private static final Pattern READY =
            Pattern.compile("is ready on 127\\.0\\.0\\.1:(\\d+) \\(setup code (\\d{3}-\\d{2}-\\d{3})\\)");
    private static final Pattern DEVICE_ID = Pattern.compile("(?:[0-9A-F]{2}:){5}[0-9A-F]{2}");
    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d+)\\D*$");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int AWAY = -70402;
    private static final Set<Integer> ALLOWED = Set.of(0, AWAY);
    /** One that looks, and one that listens for each accessory. */
    private static final int SESSIONS = 6;

    private static final String ON = "25";
    private static final String POSITION = "6D";
    private static final String ITEMS = HomeFile.SMALL.replace("]", """
              , {"type": "Rollershutter", "name": "Pool", "label": "Pool", "state": "0",
                 "metadata": {"homekit": {"value": "PoolCover"}}}]
            """);

    private static KarafProcess karaf;
    private static Onlooker onlooker;

    @BeforeAll
    static void start() throws Exception {
        Path folder = Built.fresh("hot-deploy-distribution");
        Path items = Files.writeString(folder.resolve("items.json"), ITEMS);
        karaf = KarafProcess.unpack(
                folder,
                Map.of(
                        "io.latchkey.bridge-garden.cfg",
                        "id = garden\nname = Garden\nbindAddress = 127.0.0.1\nport = 0\n",
                        "io.latchkey.host.local.cfg",
                        "file = " + items + "\n"));
        Matcher ready = matched(READY, karaf.start());
        String deviceId = matched(DEVICE_ID, bridge()).group();
        onlooker = Onlooker.start("127.0.0.1", Integer.parseInt(ready.group(1)), deviceId, ready.group(2));
        onlooker.awaited(SOON, 0, "a first look", told -> Onlooker.isHome(told, home -> home.has("Study")));
    }

    @AfterAll
    static void end() {
        if (onlooker != null) {
            onlooker.close();
        }
        if (karaf != null) {
            karaf.close();
        }
    }

    @Test
    @Order(1)
    void aJarThatIsDroppedShowsItsAccessory() throws Exception {
        JsonObject before = onlooker.home();
        int number = number();
        int moment = onlooker.now();
        long written = put(Example.FOUNTAIN, Files.readAllBytes(Example.FOUNTAIN.built()));
        JsonObject seen = shown(moment, "Fountain");
        tell("fountain.jar written, in the controller's list after", written, seen);
        assertKept(before, "Fountain");
        assertEquals(number + 1, number(), "one rise of the configuration number");
    }

    @Test
    @Order(2)
    void aTypeThatIsDroppedShowsTheItemThatWaitedForIt() throws Exception {
        JsonObject before = onlooker.home();
        int number = number();
        int moment = onlooker.now();
        long written = put(Example.POOL_COVER, Files.readAllBytes(Example.POOL_COVER.built()));
        JsonObject seen = shown(moment, "Pool");
        tell("pool-cover.jar written, in the controller's list after", written, seen);
        assertKept(before, "Pool");
        assertEquals(number + 1, number(), "one rise of the configuration number");
        assertHeard("latchkey:send Pool 30", onlooker.id("Pool", POSITION), "70");
    }

    @Test
    @Order(3)
    void anUpdateOfAProviderIsNotSeen() throws Exception {
        int number = number();
        String on = switchedOn();
        int moment = onlooker.now();
        long written = put(Example.FOUNTAIN, Example.FOUNTAIN.version("1.0.1"));
        JsonObject seen = answering(moment, on);
        tell("fountain.jar replaced, the new one answers after", written, seen);
        tellGap(moment, "Fountain");
        onlooker.awaited(SOON, moment, "to hear that it is off now", told -> isEvent(told, on, "0"));
        assertUnseen(moment, number);
    }

    @Test
    @Order(4)
    void anUpdateOfATypeIsNotSeen() throws Exception {
        int number = number();
        int moment = onlooker.now();
        put(Example.POOL_COVER, Example.POOL_COVER.version("1.0.1"));
        Eventually.until(
                SOON,
                "the new type to be active",
                () -> karaf.console("bundle:list -t 0 -s --no-format")
                        .lines()
                        .anyMatch(line -> line.contains(Example.POOL_COVER.bundle())
                                && line.contains("1.0.1")
                                && line.contains("Active")));
        assertHeard("latchkey:send Pool 60", onlooker.id("Pool", POSITION), "40");
        System.out.println("pool-cover.jar replaced");
        tellGap(moment, "Pool");
        assertUnseen(moment, number);
    }

    @Test
    @Order(5)
    void movingFromJarsIntoAKarIsNotSeen() throws Exception {
        int number = number();
        String on = switchedOn();
        int moment = onlooker.now();
        Files.delete(Example.FOUNTAIN.in(karaf.deploy()));
        Files.delete(Example.POOL_COVER.in(karaf.deploy()));
        long written = put(Example.GARDEN, Files.readAllBytes(Example.GARDEN.built()));
        JsonObject seen = answering(moment, on);
        tell("jars replaced by garden.kar, the new fountain answers after", written, seen);
        tellGap(moment, "Fountain");
        assertHeard("latchkey:send Pool 50", onlooker.id("Pool", POSITION), "50");
        tellGap(moment, "Pool");
        assertUnseen(moment, number);
    }

    @Test
    @Order(6)
    void whatIsRemovedStaysUntilSomebodyPrunesIt() throws Exception {
        JsonObject before = onlooker.home().deepCopy();
        int number = number();
        int moment = onlooker.now();
        Files.delete(Example.GARDEN.in(karaf.deploy()));
        long deleted = System.currentTimeMillis();
        JsonObject away = onlooker.awaited(SOON, moment, "-70402", told -> Onlooker.isStatus("Fountain", AWAY, told));
        tell("garden.kar deleted, the fountain answers -70402 after", deleted, away);
        onlooker.awaited(SOON, moment, "-70402", told -> Onlooker.isStatus("Pool", AWAY, told));
        assertHeard("latchkey:send DeskLamp ON", onlooker.id("Desk Lamp", ON), "1");
        assertSays(
                "latchkey:absent", "its provider isn't there", "no accessory type or characteristic that is installed");
        assertSays("latchkey:prune fountain --apply", "can't be pruned");
        assertSays("latchkey:prune Pool", "Nothing has been done yet");
        assertEquals(before, onlooker.home(), "both stay in the list");
        assertEquals(List.of(), onlooker.lists(moment), "new lists");
        assertSays("latchkey:prune Pool --apply", "Taken out of Home: 1");
        onlooker.awaited(
                SOON, moment, "Pool to leave the list", told -> Onlooker.isHome(told, home -> !home.has("Pool")));
        before.remove("Pool");
        assertEquals(before, onlooker.home(), "all others are as they were");
        assertEquals(1, onlooker.lists(moment).size(), "it goes once, and nothing else changes");
        assertEquals(number + 1, number(), "one rise");
    }

    @Test
    @Order(7)
    void noSessionWasClosed() throws Exception {
        assertEquals(SESSIONS, onlooker.end(), "as many connections as there were sessions");
        assertEquals(
                List.of(),
                onlooker.since(0).stream()
                        .filter(told -> Onlooker.isA("disconnect", told))
                        .toList());
        assertEquals(0, karaf.stop());
    }

    /** Puts a file into the folder {@code deploy} in one moment, and tells when that was. */
    private static long put(Example example, byte[] content) throws IOException {
        Path whole = Files.write(karaf.deploy().resolveSibling("incoming"), content);
        Files.move(whole, example.in(karaf.deploy()), StandardCopyOption.ATOMIC_MOVE);
        return System.currentTimeMillis();
    }

    private static JsonObject shown(int moment, String accessory) {
        return onlooker.awaited(
                SOON, moment, accessory + " in the list", told -> Onlooker.isHome(told, home -> home.has(accessory)));
    }

    private static void assertSays(String command, String... words) throws Exception {
        String said = karaf.console(command);
        for (String word : words) {
            assertTrue(said.contains(word), command + " says " + said);
        }
    }

    /** Switches the fountain on, which a new one doesn't know. */
    private static String switchedOn() throws IOException {
        String on = onlooker.id("Fountain", ON);
        int moment = onlooker.now();
        onlooker.write(on, true);
        onlooker.awaited(SOON, moment, "the fountain to be on", told -> Onlooker.isRead("Fountain", on, "1", told));
        return on;
    }

    private static JsonObject answering(int moment, String on) {
        return onlooker.awaited(
                SOON, moment, "the new fountain to answer", told -> Onlooker.isRead("Fountain", on, "0", told));
    }

    private static void assertHeard(String command, String id, String value) throws Exception {
        int moment = onlooker.now();
        karaf.console(command);
        onlooker.awaited(SOON, moment, "to hear of " + command, told -> isEvent(told, id, value));
    }

    private static boolean isEvent(JsonObject told, String id, String value) {
        return Onlooker.isA("event", told)
                && told.getAsJsonObject("changed").has(id)
                && told.getAsJsonObject("changed").get(id).getAsString().equals(value);
    }

    /** Nothing but that one accessory is new. */
    private static void assertKept(JsonObject before, String accessory) {
        JsonObject now = onlooker.home().deepCopy();
        now.remove(accessory);
        assertEquals(before, now);
    }

    /** The list is the same, and nothing answered anything else than its value or that its bundle is away. */
    private static void assertUnseen(int moment, int number) throws Exception {
        assertEquals(List.of(), onlooker.lists(moment), "new lists");
        for (String accessory : onlooker.home().keySet()) {
            Set<Integer> statuses = onlooker.statuses(moment, accessory);
            boolean isExample = accessory.equals("Fountain") || accessory.equals("Pool");
            assertTrue((isExample ? ALLOWED : Set.of(0)).containsAll(statuses), accessory + " answered " + statuses);
        }
        assertEquals(number, number(), "the configuration number");
    }

    private static void tell(String what, long since, JsonObject seen) {
        System.out.println(what + " " + (Onlooker.at(seen) - since) + " ms");
    }

    /** Tells how long the controller saw that an accessory's bundle was away. */
    private static void tellGap(int moment, String accessory) {
        List<JsonObject> reads = onlooker.since(moment).stream()
                .filter(told -> Onlooker.isRead(accessory, told))
                .toList();
        for (int each = 0; each + 1 < reads.size(); each++) {
            if (Onlooker.isStatus(accessory, AWAY, reads.get(each))) {
                tell("  " + accessory + " answered -70402 for", Onlooker.at(reads.get(each)), reads.get(each + 1));
                return;
            }
        }
        System.out.println("  " + accessory + " never answered -70402");
    }

    private static int number() throws Exception {
        return Integer.parseInt(matched(LAST_NUMBER, bridge().stripTrailing()).group(1));
    }

    /** The line that Karaf's console shows of the bridge. */
    private static String bridge() throws Exception {
        return Eventually.present(
                SOON,
                "the bridge in the console",
                () -> karaf.console("latchkey:bridges")
                        .lines()
                        .filter(line -> line.contains("Garden"))
                        .findFirst());
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertTrue(matcher.find(), text);
        return matcher;
    }
}
