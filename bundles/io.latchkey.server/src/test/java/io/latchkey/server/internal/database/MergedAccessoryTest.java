// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.AccessoryShape;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.SampleCharacteristics;
import java.util.ArrayList;
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

/** What is shown of an accessory of which something is missing. */
class MergedAccessoryTest {
    private static final List<CharacteristicType> TYPES = List.of(
            CharacteristicTypes.ON,
            CharacteristicTypes.BRIGHTNESS,
            CharacteristicTypes.HUE,
            CharacteristicTypes.SATURATION,
            CharacteristicTypes.COLOR_TEMPERATURE);

    private static Characteristic of(CharacteristicType type) {
        return Characteristic.of(type)
                .value(() -> Value.FALSE)
                .onWrite(value -> {})
                .build();
    }

    /** A service of the first type and those of the numbers. */
    private static Service.Builder service(String key, Set<Integer> types) {
        Service.Builder service =
                Service.of(SampleCharacteristics.service()).key(key).with(of(TYPES.get(0)));
        IntStream.range(1, TYPES.size()).filter(types::contains).forEach(i -> service.with(of(TYPES.get(i))));
        return service;
    }

    private static Accessory accessory(List<Service> services) {
        Accessory.Builder accessory = Accessory.of("A");
        services.forEach(accessory::with);
        return accessory.build();
    }

    /** Services by number, each with a link to the next one, the first one primary. */
    private static Accessory accessory(List<Integer> services, Set<Integer> types) {
        List<Service> all = new ArrayList<>();
        for (int i = 0; i < services.size(); i++) {
            Service.Builder service = service("s" + services.get(i), types);
            if (i + 1 < services.size()) {
                service.linkedTo("s" + services.get(i + 1));
            }
            if (services.get(i) == 0) {
                service.primary();
            }
            all.add(service.build());
        }
        return accessory(all);
    }

    private static MergedAccessory merged(Accessory put, Accessory before) {
        return MergedAccessory.of(put, Optional.of(ShapeTranslation.shape(before)), part -> true);
    }

    @Property
    void aPartOfAnAccessoryHasTheShapeOfTheWhole(
            @ForAll @IntRange(min = 1, max = 8) int count,
            @ForAll @Size(max = 8) Set<@IntRange(min = 0, max = 7) Integer> away,
            @ForAll @Size(max = 4) Set<@IntRange(min = 1, max = 4) Integer> types,
            @ForAll @Size(max = 4) Set<@IntRange(min = 1, max = 4) Integer> fewer) {
        List<Integer> all = IntStream.range(0, count).boxed().toList();
        Accessory whole = accessory(all, types);
        List<Service> rest = new ArrayList<>();
        List<Integer> there = all.stream().filter(each -> !away.contains(each)).toList();
        Set<Integer> still = new HashSet<>(types);
        still.removeAll(fewer);
        for (int each : there) {
            Service.Builder service = service("s" + each, still);
            if (there.contains(each + 1)) {
                service.linkedTo("s" + (each + 1));
            }
            if (each == 0) {
                service.primary();
            }
            rest.add(service.build());
        }
        if (rest.isEmpty()) {
            return;
        }
        MergedAccessory merged = merged(accessory(rest), whole);
        assertEquals(ShapeTranslation.shape(whole), merged.shape());
        assertEquals(merged.shape(), ShapeTranslation.shape(merged.accessory()));
        int shown = merged.accessory().services().stream()
                .mapToInt(each -> each.characteristics().size())
                .sum();
        int present =
                rest.stream().mapToInt(each -> each.characteristics().size()).sum();
        assertEquals(shown - present, merged.absent().size());
        rest.forEach(service -> service.characteristics()
                .forEach(each -> assertFalse(merged.absent().contains(each), "it is there")));
    }

    @Property
    void whateverIsPutOverWhateverWasIsALegalAccessory(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 9) Integer> before,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 9) Integer> now,
            @ForAll @Size(max = 4) Set<@IntRange(min = 1, max = 4) Integer> typesBefore,
            @ForAll @Size(max = 4) Set<@IntRange(min = 1, max = 4) Integer> types,
            @ForAll @Size(max = 6) Set<@IntRange(min = 0, max = 9) Integer> kept) {
        Accessory old = accessory(before.stream().distinct().toList(), typesBefore);
        Accessory put = accessory(now.stream().distinct().toList(), types);
        MergedAccessory merged = MergedAccessory.of(
                put,
                Optional.of(ShapeTranslation.shape(old)),
                part -> kept.contains(Integer.parseInt(part.substring(1, 2))));
        Set<String> expected = new HashSet<>(MergedAccessory.parts(put));
        MergedAccessory.parts(old).stream()
                .filter(part -> kept.contains(Integer.parseInt(part.substring(1, 2))))
                .forEach(expected::add);
        assertEquals(expected, MergedAccessory.parts(merged.accessory()));
        MergedAccessory again = MergedAccessory.of(put, Optional.of(merged.shape()), merged.missing()::contains);
        assertEquals(merged.shape(), again.shape(), "once more changes nothing");
    }

    @Test
    void aWholeAccessoryIsTheSameObject() {
        Accessory lamp = new LampAccessory("Lamp").accessory();
        assertSame(lamp, merged(lamp, new LampAccessory("Lamp").accessory()).accessory());
    }

    @Test
    void withoutAWordForItNothingIsKept() {
        Accessory whole = accessory(List.of(0, 1), Set.of(1, 2));
        Accessory part = accessory(List.of(0), Set.of(1));
        MergedAccessory merged = MergedAccessory.of(part, Optional.of(ShapeTranslation.shape(whole)), any -> false);
        assertSame(part, merged.accessory());
    }

    @Test
    void anotherPrimaryTakesTheRankOfTheMissingOne() {
        Accessory before = accessory(List.of(
                service("old", Set.of()).primary().build(),
                service("other", Set.of()).build()));
        Accessory now = accessory(List.of(service("other", Set.of()).primary().build()));
        Accessory shown = merged(now, before).accessory();
        assertEquals(
                List.of("other"),
                shown.services().stream()
                        .filter(Service::isPrimary)
                        .map(Service::key)
                        .toList());
    }

    @Test
    void aServiceOfAnotherTypeKeepsNothingOfTheOldOne() {
        Accessory before = accessory(List.of(service("s", Set.of(1, 2)).build()));
        Accessory now = accessory(List.of(Service.of(ServiceTypes.SWITCH)
                .key("s")
                .with(of(CharacteristicTypes.ON))
                .build()));
        assertSame(now, merged(now, before).accessory());
    }

    @Test
    void newPartsHaveToWaitWhereThereIsNoRoomBesideMissingOnes() {
        Accessory before = accessory(IntStream.range(0, 60)
                .mapToObj(i -> service("a" + i, Set.of()).build())
                .toList());
        Accessory now = accessory(IntStream.range(0, 60)
                .mapToObj(i -> service("b" + i, Set.of()).build())
                .toList());
        MergedAccessory merged = merged(now, before);
        assertEquals(99, merged.accessory().services().size());
        assertEquals(60, merged.missing().size());
        assertEquals(21, merged.crowdedOut().size());
        assertTrue(Placement.fault(merged.accessory()).isEmpty());
    }

    @Test
    void constantsAnswerWhoeverIsThere() {
        Accessory named = accessory(List.of(Service.of(SampleCharacteristics.service())
                .key("s")
                .with(of(CharacteristicTypes.ON))
                .with(Characteristic.constant(CharacteristicTypes.NAME, Value.of("Desk")))
                .build()));
        AccessoryShape shape = ShapeTranslation.shape(named);
        MergedAccessory absent = MergedAccessory.absent("A", shape);
        Service service = absent.accessory().services().get(0);
        assertEquals(Set.of(service.characteristics().get(0)), absent.absent());
        assertEquals(
                Value.of("Desk"),
                service.characteristics()
                        .get(1)
                        .reader()
                        .orElseThrow()
                        .get()
                        .toCompletableFuture()
                        .join());
        assertEquals(shape, absent.shape());
    }
}
