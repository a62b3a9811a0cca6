// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.itests.openhab.Openhab;
import io.latchkey.itests.openhab.Openhab.Source;
import io.latchkey.itests.wire.Accessories;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** openHAB loses its items and finds them again in all ways that it has, under the eyes of a home hub. */
class HomeNeverShrinksInOpenhabIT {
    private static final String ON = "25";
    private static final int UNREACHABLE = -70402;
    private static final String SLIP = "Switch ((Desk \"Desk Lamp\"\n";
    private static final String FILE = "home.items";
    private static final String GROUPS = "groups.items";
    private static final Duration TOLD = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofMinutes(10);

    private WatchedHome home;
    private String lamp;

    @BeforeEach
    void watchAHome() throws Exception {
        home = WatchedHome.ofOpenhab("openhab", WholeHome.ITEMS);
        lamp = Accessories.find(home.watch().home(), "Desk Lamp", ON);
        home.watch().subscribe(lamp);
    }

    @AfterEach
    void close() throws Exception {
        home.close();
    }

    @Test
    void aFileIsBrokenForTenMinutes() throws Exception {
        long since = System.nanoTime();
        home.openhab().update("Desk", "ON");
        home.watch().events().assertHeardWithin(TOLD, since, lamp);
        assertFalse(home.openhab().save(FILE, WholeHome.ITEMS + SLIP));
        home.pass(LONG);
        assertTrue(home.absent().contains("Desk Lamp"), "absent: " + home.absent());
        assertEquals(UNREACHABLE, home.watch().read(lamp).get("status").getAsInt());
        isToldOnReturn(() -> home.openhab().load(WholeHome.ITEMS));
    }

    @Test
    void theFileOfGroupsHasASlip() throws Exception {
        String groups = lines(WholeHome.ITEMS, true);
        home.openhab().load(lines(WholeHome.ITEMS, false));
        home.openhab().save(GROUPS, groups);
        home.awaitWhole();
        assertFalse(home.openhab().save(GROUPS, groups + SLIP));
        home.pass(LONG);
        assertFalse(home.absent().isEmpty());
        assertTrue(home.openhab().save(GROUPS, groups));
        home.awaitWhole();
    }

    @Test
    void theFileIsRemovedAndAddedAnew() throws Exception {
        for (int round = 0; round < 3; round++) {
            home.openhab().deleteFile(FILE);
            home.openhab().load(WholeHome.ITEMS);
            home.pass(Duration.ofSeconds(30));
            home.awaitWhole();
        }
        home.openhab().deleteFile(FILE);
        home.pass(LONG);
        assertEquals(UNREACHABLE, home.watch().read(lamp).get("status").getAsInt());
        isToldOnReturn(() -> home.openhab().load(WholeHome.ITEMS));
    }

    @Test
    void aFileOfFiveThousandItemsIsReadAnew() throws Exception {
        String many = IntStream.range(0, 5000)
                .mapToObj(number -> "Switch Many" + number + " \"Many\" (AllOfThem) {widget=\"w\"}")
                .collect(Collectors.joining("\n", "Group AllOfThem\n", "\n"));
        home.openhab().load(many + WholeHome.ITEMS);
        home.pass(Duration.ofMinutes(1));
        home.openhab().load(many.replace("\"Many\"", "\"One of many\"") + WholeHome.ITEMS);
        home.pass(Duration.ofMinutes(1));
        assertFalse(home.openhab().save(FILE, many + SLIP + WholeHome.ITEMS));
        home.pass(Duration.ofMinutes(1));
        home.openhab().load(many + WholeHome.ITEMS);
        home.awaitWhole();
    }

    @Test
    void providersAreRefreshed() throws Exception {
        Openhab house = home.openhab();
        for (List<Source> order : List.of(
                List.of(Source.values()),
                List.of(Source.FILE_METADATA, Source.STORED_METADATA, Source.STORED_ITEMS, Source.FILE_ITEMS))) {
            order.forEach(source -> house.provide(source, false));
            home.pass(LONG);
            for (Source source : order) {
                house.provide(source, true);
                home.pass(Duration.ofSeconds(40));
            }
            home.awaitWhole();
        }
    }

    @Test
    void openhabStartsWithItsStatesThreeMinutesLate() throws Exception {
        home.stop();
        home.start(Set.of());
        home.status();
        home.openhab().load(WholeHome.ITEMS);
        home.pass(Duration.ofMinutes(3));
        home.openhab().ready(true);
        home.awaitWhole();
    }

    @Test
    void metadataComesTwoMinutesBehindItems() throws Exception {
        home.stop();
        home.start(Set.of());
        home.openhab().provide(Source.FILE_METADATA, false);
        home.openhab().load(WholeHome.ITEMS);
        home.openhab().ready(true);
        home.status();
        home.pass(Duration.ofMinutes(2));
        assertFalse(home.absent().isEmpty());
        home.openhab().provide(Source.FILE_METADATA, true);
        home.awaitWhole();
    }

    @Test
    void aRestartReadsOneFileOfTwo() throws Exception {
        home.openhab().load(lines(WholeHome.ITEMS, false));
        home.openhab().save(GROUPS, lines(WholeHome.ITEMS, true));
        home.awaitWhole();
        home.stop();
        home.start(Set.of());
        home.openhab().load(lines(WholeHome.ITEMS, false));
        assertFalse(home.openhab().save(GROUPS, lines(WholeHome.ITEMS, true) + SLIP));
        home.openhab().ready(true);
        home.status();
        home.pass(LONG);
        assertTrue(home.openhab().save(GROUPS, lines(WholeHome.ITEMS, true)));
        home.awaitWhole();
    }

    /** The lines of groups that ask for something, or the others. */
    private static String lines(String items, boolean groups) {
        return items.lines()
                .filter(line -> groups == line.startsWith("Group"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void isToldOnReturn(Runnable word) {
        long since = System.nanoTime();
        word.run();
        home.watch().events().assertHeardWithin(TOLD, since, lamp);
        home.awaitWhole();
    }
}
