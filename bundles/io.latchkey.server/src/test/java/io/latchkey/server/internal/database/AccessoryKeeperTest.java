// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryOrigin;
import io.latchkey.api.model.MissingParts;
import io.latchkey.api.model.Service;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.Absence.Cause;
import io.latchkey.api.store.AccessoryState;
import io.latchkey.server.internal.fake.LampAccessory;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When an accessory leaves, and when it does not. */
class AccessoryKeeperTest {
    private static final String PROVIDER = "test";

    private final Object owner = new Object();
    private Duration passed = Duration.ofDays(1);
    private AccessoryKeeper keeper = new AccessoryKeeper(now());

    private KeeperTime now() {
        return new KeeperTime(passed.toNanos(), Instant.EPOCH.plus(passed));
    }

    private void pass(Duration time) {
        passed = passed.plus(time);
    }

    private static AccessoryKey key(String name) {
        return new AccessoryKey(PROVIDER, name);
    }

    private static Accessory lamp(String name) {
        return whole(name, MissingParts.REMOVE);
    }

    private static Accessory whole(String name, MissingParts rule) {
        return of(name, new LampAccessory(name).accessory().services(), rule);
    }

    /** A lamp that can't be dimmed. */
    private static Accessory part(String name, MissingParts rule) {
        Service full = new LampAccessory(name).accessory().services().get(0);
        Service less = Service.of(full.type())
                .primary()
                .with(full.characteristics().get(0))
                .build();
        return of(name, List.of(less), rule);
    }

    private static Accessory of(String name, List<Service> services, MissingParts rule) {
        Accessory.Builder accessory = Accessory.of(name)
                .name(name)
                .origin(new AccessoryOrigin("local", Set.of(name)))
                .missingParts(rule);
        services.forEach(accessory::with);
        return accessory.build();
    }

    private void put(String... names) {
        for (String name : names) {
            keeper.put(owner, key(name), lamp(name), now());
        }
    }

    private void remembered(String... names) {
        for (String name : names) {
            keeper.remember(key(name), Optional.of(ShapeTranslation.shape(lamp(name))), AccessoryState.UNKNOWN, now());
        }
    }

    private void absent(Cause cause, String... names) {
        for (String name : names) {
            keeper.absent(owner, key(name), new Absence(cause, "because"), now());
        }
    }

    private Set<String> shown() {
        keeper.settle(now(), key -> 0);
        return names(keeper.offers(now()));
    }

    private static Set<String> names(Collection<OfferedAccessory> offers) {
        Set<String> names = new HashSet<>();
        offers.forEach(each -> names.add(each.key().accessory()));
        return names;
    }

    private OfferedAccessory offer(String name) {
        return keeper.offers(now()).stream()
                .filter(each -> each.key().equals(key(name)))
                .findFirst()
                .orElseThrow();
    }

    private static String[] lamps(int from, int until) {
        return IntStream.range(from, until).mapToObj(i -> "Lamp " + i).toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource({"UNASKED, 29, 30", "WITHDRAWN, -1, 0", "DELETED, 59, 60"})
    void whatWasThereLeavesOnSomebodysWordWhenItsTimeIsOver(Cause cause, int stays, int gone) {
        put("Lamp");
        absent(cause, "Lamp");
        if (stays >= 0) {
            pass(Duration.ofSeconds(stays));
            assertEquals(Set.of("Lamp"), shown());
        }
        pass(Duration.ofSeconds(gone - Math.max(stays, 0)));
        assertEquals(Set.of(), shown());
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"HOST_AWAY", "MISSING"})
    void whatMayComeBackStays(Cause cause) {
        put("Lamp");
        absent(cause, "Lamp");
        pass(Duration.ofDays(1000));
        assertEquals(Set.of("Lamp"), shown());
    }

    @ParameterizedTest
    @CsvSource({"UNASKED, true", "WITHDRAWN, false", "DELETED, false", "MISSING, true", "HOST_AWAY, true"})
    void whatWasNeverThereInThisRunStaysUnlessAWordWasHeardInIt(Cause cause, boolean stays) {
        remembered("Lamp");
        absent(cause, "Lamp");
        pass(Duration.ofHours(1));
        assertEquals(stays ? Set.of("Lamp") : Set.of(), shown());
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"UNASKED", "DELETED"})
    void whatComesBackInTimeWasNeverAway(Cause cause) {
        put("Lamp");
        absent(cause, "Lamp");
        pass(Duration.ofSeconds(29));
        put("Lamp");
        pass(Duration.ofDays(1));
        assertEquals(Set.of("Lamp"), shown());
        assertTrue(offer("Lamp").isThere());
    }

    @Test
    void anotherCauseStopsTheTimeAndTheFirstAgainBeginsItAnew() {
        put("Lamp");
        absent(Cause.UNASKED, "Lamp");
        pass(Duration.ofSeconds(29));
        absent(Cause.MISSING, "Lamp");
        pass(Duration.ofHours(1));
        absent(Cause.UNASKED, "Lamp");
        pass(Duration.ofSeconds(29));
        assertEquals(Set.of("Lamp"), shown());
        absent(Cause.UNASKED, "Lamp");
        pass(Duration.ofSeconds(1));
        assertEquals(Set.of(), shown(), "saying it once more doesn't begin it anew");
    }

    @Test
    void aProviderThatLeavesStopsTheTime() {
        keeper.join(PROVIDER, owner);
        put("Lamp", "Other");
        absent(Cause.DELETED, "Lamp");
        keeper.leave(owner, PROVIDER, now());
        pass(Duration.ofDays(1));
        assertEquals(Set.of("Lamp", "Other"), shown());
        assertFalse(offer("Other").isThere());
    }

    @Test
    void removingWorksForWhatWasNeverPut() {
        remembered("Lamp");
        assertTrue(keeper.remove(owner, key("Lamp")));
        assertEquals(Set.of(), shown());
        assertFalse(keeper.remove(owner, key("Lamp")));
    }

    @Test
    void ofTwoOwnersTheOneWhoHasPutItDecides() {
        Object updated = new Object();
        put("Lamp");
        keeper.put(updated, key("Lamp"), lamp("Lamp"), now());
        absent(Cause.WITHDRAWN, "Lamp");
        assertFalse(keeper.remove(owner, key("Lamp")));
        keeper.leave(owner, PROVIDER, now());
        assertEquals(Set.of("Lamp"), shown());
        assertTrue(offer("Lamp").isThere());
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"UNASKED", "WITHDRAWN", "DELETED"})
    void halfOfABridgeDoesNotLeaveAtOnce(Cause cause) {
        put(lamps(0, 22));
        absent(cause, lamps(0, 11));
        assertEquals(11, keeper.settle(now(), key -> 0).size());
        pass(Duration.ofDays(1));
        assertEquals(22, shown().size());
        absent(Cause.DELETED, "Lamp 0");
        pass(Duration.ofDays(1));
        assertEquals(22, shown().size(), "only pruning takes it now");
        keeper.prune(key("Lamp 0"));
        assertEquals(21, shown().size());
    }

    @Test
    void whatFollowsAMistakeIsPartOfIt() {
        put(lamps(0, 22));
        absent(Cause.DELETED, lamps(0, 11));
        pass(Duration.ofMinutes(10));
        absent(Cause.DELETED, lamps(11, 19));
        pass(Duration.ofDays(1));
        assertEquals(22, shown().size());
        put(lamps(0, 19));
        absent(Cause.DELETED, "Lamp 3");
        pass(Duration.ofDays(1));
        assertEquals(21, shown().size(), "it is over when they are back");
    }

    @Test
    void tenOrLessThanHalfLeaveAsTheyWereTold() {
        put(lamps(0, 10));
        absent(Cause.WITHDRAWN, lamps(0, 10));
        assertEquals(Set.of(), shown());
        pass(Duration.ofSeconds(61));
        put(lamps(0, 23));
        absent(Cause.WITHDRAWN, lamps(0, 11));
        assertEquals(12, shown().size());
    }

    @Test
    void whatLeavesOneAfterTheOtherWithinAMinuteCountsTogether() {
        put(lamps(0, 20));
        for (int i = 0; i < 10; i++) {
            absent(Cause.WITHDRAWN, "Lamp " + i);
            assertEquals(19 - i, shown().size());
            pass(Duration.ofSeconds(5));
        }
        absent(Cause.WITHDRAWN, "Lamp 10");
        assertEquals(10, shown().size(), "the eleventh stays");
        pass(Duration.ofSeconds(61));
        absent(Cause.WITHDRAWN, "Lamp 11");
        assertEquals(9, shown().size());
    }

    @Test
    void eachBridgeIsLookedAtByItself() {
        put(lamps(0, 100));
        absent(Cause.WITHDRAWN, lamps(0, 12));
        keeper.settle(now(), key -> Integer.parseInt(key.accessory().substring(5)) < 20 ? 1 : 0);
        assertEquals(100, keeper.offers(now()).size());
    }

    @Test
    void missingPartsFollowTheRuleOfTheirDefinition() {
        keeper.put(owner, key("Lamp"), whole("Lamp", MissingParts.KEEP), now());
        keeper.put(owner, key("Lamp"), part("Lamp", MissingParts.KEEP), now());
        pass(Duration.ofDays(1));
        shown();
        assertEquals(Set.of("Lightbulb/8"), offer("Lamp").merged().missing());
        keeper.put(owner, key("Lamp"), part("Lamp", MissingParts.REMOVE_LATER), now());
        pass(Duration.ofSeconds(29));
        shown();
        assertEquals(Set.of("Lightbulb/8"), offer("Lamp").merged().missing());
        keeper.put(owner, key("Lamp"), part("Lamp", MissingParts.REMOVE_LATER), now());
        pass(Duration.ofSeconds(1));
        shown();
        assertEquals(Set.of(), offer("Lamp").merged().missing());
        assertEquals(
                1, offer("Lamp").accessory().services().get(0).characteristics().size());
    }

    @Test
    void aPartThatWasNeverThereInThisRunStaysUntilItIsPrunedOrDenied() {
        remembered("Lamp");
        keeper.put(owner, key("Lamp"), part("Lamp", MissingParts.REMOVE_LATER), now());
        pass(Duration.ofDays(1));
        shown();
        assertEquals(Set.of("Lightbulb/8"), offer("Lamp").merged().missing());
        keeper.prune(key("Lamp"));
        assertTrue(offer("Lamp").isThere());
        assertEquals(Set.of(), offer("Lamp").merged().missing());
        remembered("Other");
        keeper.put(owner, key("Other"), part("Other", MissingParts.REMOVE), now());
        assertEquals(Set.of(), offer("Other").merged().missing());
    }

    @Test
    void aPartThatIsBackIsWholeAgain() {
        keeper.put(owner, key("Lamp"), whole("Lamp", MissingParts.KEEP), now());
        keeper.put(owner, key("Lamp"), part("Lamp", MissingParts.REMOVE_LATER), now());
        pass(Duration.ofSeconds(20));
        keeper.put(owner, key("Lamp"), whole("Lamp", MissingParts.REMOVE_LATER), now());
        pass(Duration.ofDays(1));
        shown();
        assertEquals(Set.of(), offer("Lamp").merged().absent());
        assertTrue(keeper.nextLeaving().isEmpty());
    }

    @Test
    void absentOnesAreWaitedForUntilTheirProviderHasToldAll() {
        remembered("Lamp");
        assertEquals(Presence.AWAITED, offer("Lamp").absent());
        keeper.join(PROVIDER, owner);
        pass(Duration.ofHours(1));
        assertEquals(Presence.AWAITED, offer("Lamp").absent(), "its host may be slow");
        keeper.complete(owner, PROVIDER, now());
        assertEquals(Presence.ABSENT, offer("Lamp").absent());
        assertEquals(
                Cause.MISSING, keeper.all().get(0).absence().orElseThrow().why().cause());
    }

    @Test
    void aProviderThatDoesNotComeIsWaitedForThirtySecondsOnly() {
        remembered("Lamp");
        pass(Duration.ofSeconds(30));
        assertEquals(Presence.ABSENT, offer("Lamp").absent());
    }

    @Test
    void onlyTimeInWhichItCouldHaveBeenThereIsCounted() {
        Duration hour = Duration.ofHours(1);
        put("Lamp", "Other");
        absent(Cause.MISSING, "Lamp");
        keeper.count(now(), hour);
        pass(Duration.ofMinutes(59));
        assertFalse(keeper.count(now(), hour));
        absent(Cause.HOST_AWAY, "Lamp");
        pass(Duration.ofHours(5));
        assertFalse(keeper.count(now(), hour), "its host was away");
        absent(Cause.MISSING, "Lamp");
        absent(Cause.MISSING, "Other");
        pass(Duration.ofHours(5));
        assertFalse(keeper.count(now(), hour), "nothing of its host was there");
        put("Other");
        pass(Duration.ofMinutes(1));
        assertTrue(keeper.count(now(), hour));
        assertEquals(Set.of("Other"), shown());
    }

    @Test
    void zeroHoursAreForEver() {
        put("Lamp", "Other");
        absent(Cause.MISSING, "Lamp");
        for (int day = 0; day < 1000; day++) {
            pass(Duration.ofDays(1));
            assertFalse(keeper.count(now(), Duration.ZERO));
        }
        assertEquals(
                Duration.ofDays(1000),
                keeper.all().get(0).absence().orElseThrow().counted());
    }

    @Test
    void nobodyPrunesWhatMayBeComingUp() {
        remembered("Lamp");
        keeper.join(PROVIDER, owner);
        assertTrue(keeper.hindrance(key("Lamp"), now()).isPresent());
        keeper.complete(owner, PROVIDER, now());
        assertEquals(Optional.empty(), keeper.hindrance(key("Lamp"), now()));
        absent(Cause.HOST_AWAY, "Lamp");
        pass(Duration.ofMinutes(59));
        assertTrue(keeper.hindrance(key("Lamp"), now()).isPresent());
        pass(Duration.ofMinutes(1));
        assertEquals(Optional.empty(), keeper.hindrance(key("Lamp"), now()), "that host isn't coming up");
        put("Lamp");
        assertEquals(Optional.of("it is there"), keeper.hindrance(key("Lamp"), now()));
    }

    @Test
    void whatNobodyCanShowLeavesTheRememberedOneAbsent() {
        remembered("Lamp");
        List<Service> tall = IntStream.range(0, 100)
                .mapToObj(i -> Service.of(new LampAccessory("x")
                                .accessory()
                                .services()
                                .get(0)
                                .type())
                        .key("s" + i)
                        .with(new LampAccessory("x").onDefinition())
                        .build())
                .toList();
        keeper.put(owner, key("Lamp"), of("Lamp", tall, MissingParts.REMOVE), now());
        assertFalse(offer("Lamp").isThere());
        assertEquals(1, offer("Lamp").accessory().services().size());
    }

    /** Whatever happens, what was never deleted, unasked, withdrawn or removed is shown. */
    @Property(tries = 300)
    void nothingIsLostWithoutAWord(@ForAll @Size(max = 60) List<@IntRange(max = 8 * 5 - 1) Integer> events) {
        passed = Duration.ofDays(1);
        keeper = new AccessoryKeeper(now());
        Set<String> expected = new HashSet<>(Set.of(lamps(0, 2)));
        remembered(lamps(0, 2));
        for (int event : events) {
            String lamp = "Lamp " + event % 5;
            boolean known = expected.contains(lamp);
            switch (event / 5) {
                case 0 -> {
                    put(lamp);
                    expected.add(lamp);
                }
                case 1 -> absent(Cause.MISSING, lamp);
                case 2 -> absent(Cause.HOST_AWAY, lamp);
                case 3 -> keeper.leave(owner, PROVIDER, now());
                case 4 -> keeper.complete(owner, PROVIDER, now());
                case 5 -> keeper.join(PROVIDER, owner);
                case 6 -> pass(Duration.ofMinutes(2));
                default -> {
                    if (known) {
                        keeper.put(owner, key(lamp), part(lamp, MissingParts.KEEP), now());
                    }
                }
            }
            assertEquals(expected, shown());
            keeper.offers(now())
                    .forEach(each -> assertEquals(
                            2,
                            each.accessory().services().get(0).characteristics().size(),
                            "no part is lost either"));
        }
    }
}
