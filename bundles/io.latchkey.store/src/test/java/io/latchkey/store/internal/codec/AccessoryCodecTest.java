// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import static io.latchkey.store.internal.codec.CodecRoundTrip.again;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.api.model.AccessoryOrigin;
import io.latchkey.api.model.Catalogue;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicType.Trait;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.HapUuid;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Unit;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.AccessoryShape;
import io.latchkey.api.store.AccessoryShapes;
import io.latchkey.api.store.CharacteristicShape;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.ServiceShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Shapes of accessories come back as they were, whatever type they are of. */
class AccessoryCodecTest {
    private static final CharacteristicType OWN = new CharacteristicType(
            "Volts",
            "Volts of the mains",
            new HapUuid("E863F10A-079E-48FF-8F27-9C2605A29F52"),
            Format.FLOAT,
            Optional.of(Unit.LUX),
            Set.of(),
            Constraints.NONE,
            Map.of(),
            EventUrgency.PROMPT,
            Set.of(Trait.ADMIN_READ));

    private static CharacteristicShape usual(CharacteristicType type) {
        return new CharacteristicShape(
                type, type.permissions(), type.constraints(), Optional.empty(), Optional.empty());
    }

    private static AccessoryShape accessory(CharacteristicShape... characteristics) {
        return new AccessoryShape(
                AccessoryInfo.named("Lamp"),
                Optional.empty(),
                List.of(new ServiceShape(
                        ServiceTypes.LIGHTBULB, "Lightbulb", true, false, List.of(), List.of(characteristics))));
    }

    @Test
    void everyTypeOfTheCatalogueIsTheSameObjectAgain() {
        for (CharacteristicType type : Catalogue.characteristics()) {
            AccessoryShape read = roundTrip(accessory(usual(type)));
            assertSame(type, read.services().get(0).characteristics().get(0).type());
        }
        for (ServiceType type : Catalogue.services()) {
            ServiceShape service = new ServiceShape(
                    type, type.name(), false, true, List.of("a", "b"), List.of(usual(CharacteristicTypes.NAME)));
            AccessoryShape shape = new AccessoryShape(
                    new AccessoryInfo("ä", "b\"", "", "d", "1.2", Optional.of("3")),
                    Optional.of(new AccessoryOrigin("local", Set.of("Lamp", "Lamp_Colour"))),
                    List.of(service));
            assertSame(type, roundTrip(shape).services().get(0).type());
        }
    }

    @Test
    void aTypeOfSomebodysOwnIsWrittenInFull() {
        CharacteristicType changed = new CharacteristicType(
                "On",
                "On",
                CharacteristicTypes.ON.uuid(),
                Format.UINT8,
                Optional.empty(),
                Set.of(),
                Constraints.NONE,
                Map.of(),
                EventUrgency.EACH,
                Set.of());
        for (CharacteristicType type : List.of(OWN, changed)) {
            CharacteristicShape shape = new CharacteristicShape(
                    type,
                    Set.of(Permission.PAIRED_READ, Permission.HIDDEN),
                    Constraints.NONE.range(0, 400).step(0.5),
                    Optional.of("of the mains"),
                    Optional.empty());
            assertEquals(
                    type.urgency(),
                    roundTrip(accessory(shape))
                            .services()
                            .get(0)
                            .characteristics()
                            .get(0)
                            .type()
                            .urgency());
        }
        ServiceShape service = new ServiceShape(
                new ServiceType("Meter", "Meter", OWN.uuid(), List.of(), List.of()),
                "Meter:Mains",
                false,
                false,
                List.of(),
                List.of(usual(OWN)));
        roundTrip(new AccessoryShape(AccessoryInfo.named("Meter"), Optional.empty(), List.of(service)));
    }

    @Property(tries = 100)
    void limitsComeBackToTheLastDigit(
            @ForAll @DoubleRange(min = -1e6, max = 0) double low,
            @ForAll @DoubleRange(min = 0, max = 1e6) double high,
            @ForAll @DoubleRange(min = 0.01, max = 100) double step,
            @ForAll @IntRange(min = 1, max = 256) int length,
            @ForAll @IntRange(min = -5, max = 5) int value) {
        for (Constraints limits : List.of(
                Constraints.NONE.range(low, high),
                Constraints.NONE.range(low, high).step(step),
                Constraints.NONE.step(step).textLength(length),
                Constraints.NONE.dataLength(length).validValues(List.of(value, 7)))) {
            AccessoryShape read = roundTrip(accessory(new CharacteristicShape(
                    CharacteristicTypes.BRIGHTNESS,
                    Set.of(Permission.PAIRED_READ),
                    limits,
                    Optional.empty(),
                    Optional.of(Value.of(low)))));
            assertEquals(
                    limits.toString(),
                    read.services()
                            .get(0)
                            .characteristics()
                            .get(0)
                            .constraints()
                            .toString());
        }
    }

    private static AccessoryShape roundTrip(AccessoryShape shape) {
        AccessoryShapes shapes = new AccessoryShapes(Map.of("test/Lamp", shape));
        AccessoryShapes read = again(Domain.ACCESSORIES, shapes);
        assertEquals(shapes, read);
        return read.accessories().get("test/Lamp");
    }
}
