// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Allocation;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.SampleCharacteristics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Limits, and bridges that fill up, lose accessories and get them back. */
class PlacementTest {
    private static final Accessory SELF = AccessoryDatabase.self(AccessoryInfo.named("Bridge"), () -> {});

    private static OfferedAccessory offer(Accessory accessory) {
        return OfferedAccessory.of(new AccessoryKey("test", accessory.key()), accessory);
    }

    private static Stream<OfferedAccessory> lamps(int from, int until) {
        return IntStream.range(from, until).mapToObj(i -> offer(new LampAccessory("Lamp " + i).accessory()));
    }

    private static List<Integer> sizes(Placement placement) {
        return placement.shares().stream().map(List::size).toList();
    }

    /** What the bridges have allocated once they have shown that. */
    private static List<Allocation> shown(Placement placement, List<Allocation> before) {
        return IntStream.range(0, placement.shares().size())
                .mapToObj(index -> SnapshotComposer.compose(
                                SELF,
                                placement.shares().get(index),
                                FormerSnapshots.of(index < before.size() ? before.get(index) : Allocation.EMPTY))
                        .allocation())
                .toList();
    }

    private static List<Allocation> shown(List<OfferedAccessory> offers, List<Allocation> before) {
        return shown(Placement.of(offers, before), before);
    }

    private static Map<String, Integer> places(Placement placement) {
        Map<String, Integer> places = new HashMap<>();
        for (int index = 0; index < placement.shares().size(); index++) {
            for (OfferedAccessory offer : placement.shares().get(index)) {
                places.put(offer.key().accessory(), index);
            }
        }
        return places;
    }

    @Test
    void whatFitsNeedsOneBridgeAndOneMoreNeedsTwo() {
        assertEquals(List.of(0), sizes(Placement.of(List.of(), List.of(Allocation.EMPTY))));
        assertEquals(List.of(149), sizes(Placement.of(lamps(0, 149).toList(), List.of(Allocation.EMPTY))));
        assertEquals(List.of(149, 1), sizes(Placement.of(lamps(0, 150).toList(), List.of(Allocation.EMPTY))));
        assertEquals(List.of(149, 149, 22), sizes(Placement.of(lamps(0, 320).toList(), List.of(Allocation.EMPTY))));
    }

    @Test
    void aNewOneThatComesFirstPushesNobodyAway() {
        List<Allocation> full = shown(lamps(0, 149).toList(), List.of(Allocation.EMPTY));
        Placement fuller =
                Placement.of(Stream.concat(lamps(1000, 1001), lamps(0, 149)).toList(), full);
        assertEquals(List.of(149, 1), sizes(fuller));
        assertEquals(1, places(fuller).get("Lamp 1000"));
    }

    @Test
    void anAccessoryStaysWhereItIsWhenOthersLeave() {
        List<Allocation> two = shown(lamps(0, 160).toList(), List.of(Allocation.EMPTY));
        Placement less = Placement.of(lamps(140, 160).toList(), two);
        assertEquals(List.of(9, 11), sizes(less));
        List<OfferedAccessory> fresh =
                Stream.concat(lamps(140, 160), lamps(500, 502)).toList();
        assertEquals(List.of(11, 11), sizes(Placement.of(fresh, shown(less, two))));
    }

    @Test
    void oneThatReturnsGoesWhereItWas() {
        List<Allocation> two = shown(lamps(0, 151).toList(), List.of(Allocation.EMPTY));
        List<Allocation> without = shown(lamps(100, 150).toList(), two);
        Placement back = Placement.of(lamps(0, 151).toList(), without);
        assertEquals(1, places(back).get("Lamp 150"));
        assertEquals(0, places(back).get("Lamp 0"));
        assertEquals(shown(back, without), two);
    }

    @Test
    void oneThatReturnsToAFullBridgeGoesOnAndStaysThere() {
        List<Allocation> full = shown(lamps(0, 149).toList(), List.of(Allocation.EMPTY));
        List<Allocation> other = shown(lamps(1, 150).toList(), full);
        Placement back = Placement.of(lamps(0, 150).toList(), other);
        assertEquals(1, places(back).get("Lamp 0"));
        List<Allocation> two = shown(back, other);
        assertEquals(1, places(Placement.of(lamps(0, 10).toList(), two)).get("Lamp 0"));
    }

    @Test
    void aWishedIdIsGrantedOnEachBridge() {
        List<Allocation> full = shown(lamps(0, 149).toList(), List.of(Allocation.EMPTY));
        Accessory wishing = Accessory.of("w")
                .wishedId(new AccessoryId(4711))
                .with(new LampAccessory("x").accessory().services().get(0))
                .build();
        List<OfferedAccessory> more =
                Stream.concat(lamps(0, 149), Stream.of(offer(wishing))).toList();
        assertEquals(4711, shown(more, full).get(1).accessories().get("test/w").aid());
    }

    @Test
    void whatTenBridgesCanNotShowIsLeftOut() {
        Placement most = Placement.of(lamps(0, 1491).toList(), List.of(Allocation.EMPTY));
        assertEquals(10, most.shares().size());
        assertEquals(
                List.of("Lamp 1490"), most.leftOut().stream().map(LeftOut::key).toList());
        assertTrue(most.leftOut().get(0).why().contains("configure another bridge"));
    }

    @Property(tries = 20)
    void nobodyMovesWhileShown(@ForAll @Size(max = 5) List<@Size(max = 4) Set<@IntRange(max = 5) Integer>> rounds) {
        List<Allocation> allocations = List.of(Allocation.EMPTY);
        Map<String, Integer> before = Map.of();
        for (Set<Integer> round : rounds) {
            List<OfferedAccessory> offers = new ArrayList<>();
            round.forEach(block -> lamps(block * 75, block * 75 + 75).forEach(offers::add));
            Placement placement = Placement.of(offers, allocations);
            Map<String, Integer> now = places(placement);
            assertEquals(offers.size(), now.size());
            before.forEach((key, place) -> assertEquals(place, now.getOrDefault(key, place)));
            allocations = shown(placement, allocations);
            before = now;
        }
    }

    @Test
    void whatNoControllerTakesIsLeftOut() {
        Service.Builder wide = Service.of(SampleCharacteristics.service());
        for (int i = 1; i <= 101; i++) {
            wide.with(Characteristic.constant(SampleCharacteristics.type(i, Format.BOOL, "pr"), Value.TRUE));
        }
        Accessory.Builder tall = Accessory.of("tall");
        for (int i = 0; i < 100; i++) {
            tall.with(Service.of(SampleCharacteristics.service())
                    .key("s" + i)
                    .with(Characteristic.constant(CharacteristicTypes.NAME, Value.of("x")))
                    .build());
        }
        Accessory doubled = Accessory.of("doubled")
                .with(Service.of(SampleCharacteristics.service())
                        .key("AccessoryInformation")
                        .with(Characteristic.constant(CharacteristicTypes.NAME, Value.of("x")))
                        .build())
                .build();
        Placement placement = Placement.of(
                List.of(offer(Accessory.of("wide").with(wide.build()).build()), offer(tall.build()), offer(doubled)),
                List.of(Allocation.EMPTY));
        assertEquals(3, placement.leftOut().size());
        assertEquals(List.of(List.of()), placement.shares());
    }
}
