// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import static io.latchkey.server.internal.database.SampleAccessories.accessory;
import static io.latchkey.server.internal.database.SampleAccessories.merged;
import static io.latchkey.server.internal.database.SampleAccessories.of;
import static io.latchkey.server.internal.database.SampleAccessories.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.AccessoryShape;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.SampleCharacteristics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is shown of an accessory of which something is missing. */
class MergedAccessoryTest {
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
