// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import static io.latchkey.server.internal.database.SampleAccessories.accessory;
import static io.latchkey.server.internal.database.SampleAccessories.merged;
import static io.latchkey.server.internal.database.SampleAccessories.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Service;
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

/** The shape of what is shown, whatever is missing. */
class MergedShapeTest {
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
}
