// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static io.latchkey.exposure.internal.ExposureFixture.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.accessories.lighting.internal.Lighting;
import io.latchkey.accessories.sensors.internal.TemperatureSensor;
import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Accessory types come, change, are overridden and go while a bridge is open. */
class TypesComeAndGoTest {
    private static final AccessoryType LIGHTING = new Lighting();
    private static final AccessoryType TEMPERATURE = new TemperatureSensor();
    private static final Map<String, Object> HIGH = Map.of("service.ranking", 10, "service.id", 99L);

    private final FakeItemRegistry registry = new FakeItemRegistry(
            item("Lamp", "Dimmer", "40", "Lighting,Lighting.Brightness"),
            item("Outside", "Number", "7.26 °C", "TemperatureSensor"));
    private final ExposureFixture home = new ExposureFixture(LIGHTING, TEMPERATURE).with("local", registry);

    @Test
    void aTypeThatIsUpdatedIsPutOnceAndNothingIsRemoved() {
        home.open("", "");
        home.sink.log.clear();
        home.exposure.removeType(LIGHTING);
        home.exposure.addType(new Lighting(), Map.of());
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(List.of("put local:Lamp"), home.sink.log);
        assertEquals(List.of(), home.sink.events);
    }

    @Test
    void whatATypeMadeIsAbsentWhenItLeavesAndTheSameWhenItIsBack() {
        home.open("", "");
        Accessory before = home.sink.accessories.get("local:Lamp");
        home.sink.log.clear();
        home.exposure.removeType(LIGHTING);
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(List.of("absent local:Lamp MISSING"), home.sink.log);
        assertEquals(
                "MISSING: \"Lighting\" of item Lamp is no accessory type or characteristic that is installed",
                home.sink.why("local:Lamp"));
        registry.update("Lamp", "70");
        assertEquals(List.of(), home.sink.events, "nobody is there to say what it means");
        home.workers.pass(Duration.ofHours(2));
        assertEquals(List.of("absent local:Lamp MISSING"), home.sink.log, "it stays for as long as that takes");
        home.exposure.addType(new Lighting(), Map.of());
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(List.of("absent local:Lamp MISSING", "put local:Lamp"), home.sink.log);
        assertEquals(shape(before), shape(home.sink.accessories.get("local:Lamp")));
        assertEquals("70", home.read("local:Lamp", CharacteristicTypes.BRIGHTNESS));
    }

    @Test
    void anOverrideComesAndGoesWithTheSameKeys() {
        home.open("", "");
        Accessory first = home.sink.accessories.get("local:Lamp");
        home.sink.log.clear();
        AccessoryType other = new Lighting();
        home.exposure.addType(other, HIGH);
        home.workers.pass(ExposureFixture.SOON);
        Accessory second = home.sink.accessories.get("local:Lamp");
        assertEquals(List.of("put local:Lamp"), home.sink.log, "replaced once");
        home.exposure.removeType(other);
        home.workers.pass(ExposureFixture.SOON);
        Accessory third = home.sink.accessories.get("local:Lamp");
        assertEquals(List.of("put local:Lamp", "put local:Lamp"), home.sink.log, "and once again");
        assertNotSame(first, second);
        assertNotSame(second, third);
        assertEquals(shape(first), shape(second));
        assertEquals(shape(first), shape(third));
        assertEquals(first.wishedId(), third.wishedId());
        home.workers.pass(Duration.ofMinutes(2));
        assertEquals(2, home.sink.log.size(), "nothing is left to be settled");
        assertEquals(List.of(), home.sink.events);
    }

    @Test
    void aLowerRankingIsntSeen() {
        home.open("", "");
        home.sink.log.clear();
        AccessoryType lower = new Lighting();
        home.exposure.addType(lower, Map.of("service.ranking", -1, "service.id", 1L));
        home.workers.pass(ExposureFixture.SOON);
        home.exposure.removeType(lower);
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(List.of(), home.sink.log);
    }

    @Test
    void anOverrideThatWasThereFirstCounts() {
        AccessoryType other = new Lighting();
        home.exposure.addType(other, HIGH);
        home.open("", "");
        home.sink.log.clear();
        home.exposure.removeType(LIGHTING);
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(List.of(), home.sink.log, "nobody used the other");
        home.exposure.removeType(other);
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(Set.of("local:Lamp"), home.sink.absences.keySet());
    }

    @Test
    void typesThatComeLateHoldNothingUp() {
        ExposureFixture late = new ExposureFixture(TEMPERATURE).with("local", registry);
        late.sink.remember("local:Lamp", "Lamp");
        late.open("", "");
        assertEquals(List.of("absent local:Lamp MISSING", "put local:Outside", "complete"), late.sink.log);
        late.exposure.addType(LIGHTING, Map.of());
        late.workers.pass(ExposureFixture.SOON);
        assertEquals("put local:Lamp", late.sink.log.get(3));
    }

    @Test
    void aTypeThatThrowsCostsItsAccessoryAlone() {
        AccessoryType broken = new TimerType() {
            @Override
            public Optional<Behaviour<?>> behaviour() {
                throw new NoClassDefFoundError("a bundle that was refreshed");
            }
        };
        registry.put(item("Odd", "Switch", "OFF", "Timer"));
        home.exposure.addType(broken, Map.of());
        home.sink.remember("local:Odd", "Odd");
        home.open("", "");
        assertEquals(Set.of("local:Lamp", "local:Outside"), home.sink.accessories.keySet());
        assertTrue(
                home.sink
                        .why("local:Odd")
                        .matches("MISSING: accessory type .* fails in behaviour: java.lang.NoClassDefFoundError.*"),
                home.sink.why("local:Odd"));
    }

    private static List<String> shape(Accessory accessory) {
        return accessory.services().stream()
                .map(service -> service.key() + " " + service.isPrimary() + " " + characteristics(service))
                .toList();
    }

    private static List<String> characteristics(Service service) {
        return service.characteristics().stream()
                .map((Characteristic each) -> each.type() + " " + each.permissions() + " " + each.constraints())
                .toList();
    }
}
