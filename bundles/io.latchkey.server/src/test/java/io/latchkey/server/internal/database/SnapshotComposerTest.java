// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Allocation;
import io.latchkey.server.internal.database.SnapshotComposer.Composition;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.SampleCharacteristics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Ids and shapes. */
class SnapshotComposerTest {
    private static final Accessory SELF = AccessoryDatabase.self(AccessoryInfo.named("Bridge"), () -> {});

    private static OfferedAccessory offer(Accessory accessory) {
        return OfferedAccessory.of(new AccessoryKey("test", accessory.key()), accessory);
    }

    private static List<OfferedAccessory> lamps(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(i -> offer(new LampAccessory("Lamp " + i).accessory()))
                .toList();
    }

    private static Composition compose(Allocation before, List<OfferedAccessory> offers) {
        return SnapshotComposer.compose(SELF, offers, FormerSnapshots.of(before));
    }

    private static Map<String, Long> aids(Composition composition) {
        Map<String, Long> aids = new HashMap<>();
        composition
                .snapshot()
                .accessories()
                .forEach(each -> aids.put(each.definition().key(), each.aid().value()));
        return aids;
    }

    @Test
    void idsStayWhenOthersComeAndGo() {
        Composition first = compose(Allocation.EMPTY, lamps(1, 2, 3));
        Composition less = compose(first.allocation(), lamps(3));
        Composition more = compose(less.allocation(), lamps(4, 2, 3, 1));
        assertEquals(Map.of("bridge", 1L, "Lamp 1", 2L, "Lamp 2", 3L, "Lamp 3", 4L), aids(first));
        assertEquals(Map.of("bridge", 1L, "Lamp 3", 4L), aids(less));
        assertEquals(Map.of("bridge", 1L, "Lamp 1", 2L, "Lamp 2", 3L, "Lamp 3", 4L, "Lamp 4", 5L), aids(more));
        assertEquals(
                first.snapshot().accessories().get(3).services().get(1).iid(),
                more.snapshot().accessories().get(3).services().get(1).iid());
    }

    @Test
    void anAccessoryThatIsGoneBelongsToNobody() {
        Composition first = compose(Allocation.EMPTY, lamps(1));
        assertEquals("test", first.allocation().accessories().get("test/Lamp 1").provider());
        Composition none = compose(first.allocation(), List.of());
        assertEquals("", none.allocation().accessories().get("test/Lamp 1").provider());
    }

    @Test
    void aWishIsGrantedWhenItIsFree() {
        Accessory wishing = Accessory.of("w")
                .wishedId(new AccessoryId(4711))
                .with(new LampAccessory("x").accessory().services().get(0))
                .build();
        Accessory late = Accessory.of("late")
                .wishedId(new AccessoryId(4711))
                .with(new LampAccessory("x").accessory().services().get(0))
                .build();
        Accessory bold = Accessory.of("bold")
                .wishedId(AccessoryId.BRIDGE)
                .with(new LampAccessory("x").accessory().services().get(0))
                .build();
        Composition composition = compose(Allocation.EMPTY, List.of(offer(wishing), offer(late), offer(bold)));
        assertEquals(Map.of("bridge", 1L, "w", 4711L, "late", 2L, "bold", 3L), aids(composition));
    }

    @Test
    void iidsOfRemovedCharacteristicsAreNotGivenAgain() {
        Characteristic one = Characteristic.constant(SampleCharacteristics.type(1, Format.BOOL, "pr"), Value.TRUE);
        Characteristic two = Characteristic.constant(SampleCharacteristics.type(2, Format.BOOL, "pr"), Value.TRUE);
        Characteristic three = Characteristic.constant(SampleCharacteristics.type(3, Format.BOOL, "pr"), Value.TRUE);
        Composition first = compose(Allocation.EMPTY, List.of(offer(SampleCharacteristics.of("g", one, two))));
        Composition second = compose(first.allocation(), List.of(offer(SampleCharacteristics.of("g", one, three))));
        long removed = first.allocation()
                .accessories()
                .get("test/g")
                .iids()
                .get("Gadget/00000002-1111-2222-3333-444455556666");
        Set<Long> used = new HashSet<>();
        second.snapshot()
                .accessories()
                .get(1)
                .services()
                .forEach(service -> service.characteristics()
                        .forEach(each -> used.add(each.id().iid().value())));
        assertTrue(!used.contains(removed), () -> used + " has " + removed);
        Composition third = compose(second.allocation(), List.of(offer(SampleCharacteristics.of("g", one, two))));
        assertEquals(
                removed,
                third.snapshot()
                        .accessories()
                        .get(1)
                        .services()
                        .get(1)
                        .characteristics()
                        .get(1)
                        .id()
                        .iid()
                        .value());
    }

    @Test
    void accessoryInformationHasTheFirstIid() {
        Composition composition = compose(Allocation.EMPTY, lamps(1));
        for (PublishedAccessory accessory : composition.snapshot().accessories()) {
            assertEquals(1, accessory.services().get(0).iid().value());
            assertEquals(
                    ServiceTypes.ACCESSORY_INFORMATION,
                    accessory.services().get(0).definition().type());
        }
    }

    @Test
    void theShapeKnowsLimitsAndFirmwareButNoValues() {
        String plain = shape(Constraints.NONE, "1.0", Value.of(1L));
        assertEquals(plain, shape(Constraints.NONE, "1.0", Value.of(2L)));
        assertNotEquals(plain, shape(Constraints.NONE.range(0, 5), "1.0", Value.of(1L)));
        assertNotEquals(plain, shape(Constraints.NONE, "1.1", Value.of(1L)));
    }

    private static String shape(Constraints limits, String firmware, Value value) {
        Accessory accessory = Accessory.of("g")
                .info(new AccessoryInfo("g", "m", "m", "12", firmware, Optional.empty()))
                .with(Service.of(SampleCharacteristics.service())
                        .with(Characteristic.of(SampleCharacteristics.type(1, Format.UINT8, "pr"))
                                .constraints(limits)
                                .value(() -> value)
                                .build())
                        .build())
                .build();
        return compose(Allocation.EMPTY, List.of(offer(accessory))).snapshot().shape();
    }

    @Property(tries = 50)
    void noIdIsEverGivenTwice(@ForAll @Size(max = 6) List<@Size(max = 10) Set<@IntRange(max = 12) Integer>> rounds) {
        Allocation allocation = Allocation.EMPTY;
        Map<String, Long> ever = new HashMap<>();
        for (Set<Integer> round : rounds) {
            Composition composition = compose(
                    allocation, lamps(round.stream().mapToInt(Integer::intValue).toArray()));
            allocation = composition.allocation();
            aids(composition).forEach((key, aid) -> assertEquals(aid, ever.computeIfAbsent(key, each -> aid)));
        }
        assertEquals(ever.size(), new HashSet<>(ever.values()).size());
    }
}
