// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.accessories.lighting.internal.Lighting;
import io.latchkey.accessories.sensors.internal.AirQualitySensor;
import io.latchkey.accessories.sensors.internal.Battery;
import io.latchkey.accessories.sensors.internal.ContactSensor;
import io.latchkey.accessories.sensors.internal.LightSensor;
import io.latchkey.accessories.sensors.internal.TemperatureSensor;
import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever items there are and whatever they are told: a bridge gets sound accessories and legal values. */
class AnyHomeTest {
    private static final AccessoryType[] TYPES = {
        new Lighting(),
        new AirQualitySensor(),
        new Battery(),
        new ContactSensor(),
        new LightSensor(),
        new TemperatureSensor(),
        new ButtonType()
    };
    /** What Apple's catalogue doesn't name everywhere, and phones look at since iOS 16. */
    private static final List<CharacteristicType> NAMES =
            List.of(CharacteristicTypes.NAME, CharacteristicTypes.CONFIGURED_NAME);

    private static final List<String> STATES = List.of(
            "ON",
            "OFF",
            "OPEN",
            "CLOSED",
            "0",
            "1",
            "50",
            "100",
            "-7",
            "1e20",
            "21.5 °C",
            "300 K",
            "999 °F",
            "9 klx",
            "10,20,30",
            "UNDEF",
            "NULL",
            "GOOD",
            "nonsense",
            "");
    private static final List<String> VALUES =
            List.of("0", "100", "-5", "1e30", "2700 K", "0 K", "true", "nonsense", "", "GOOD", "0.0001");
    private static final List<String> OPTIONS = List.of(
            "minValue",
            "maxValue",
            "step",
            "inverted",
            "lowThreshold",
            "instance",
            "primary",
            "dimmerMode",
            "GOOD",
            "DETECTED",
            "Brightness",
            "OnState",
            "AirQuality",
            "Name",
            "commandDelay");

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void whatABridgeGetsIsSound(
            @ForAll("items") List<Item> items,
            @ForAll("states") List<String> states,
            @ForAll("writes") List<Value> writes) {
        FakeItemRegistry registry = new FakeItemRegistry(distinct(items));
        ExposureFixture home = new ExposureFixture(TYPES).with("local", registry);
        home.open("", "*");
        home.workers.pass(FaultWarnings.PATIENCE);

        assertTrue(home.sink.log.contains("complete"));
        home.sink.accessories.values().forEach(AnyHomeTest::assertSound);
        for (int index = 0; index < states.size(); index++) {
            Item item =
                    List.copyOf(registry.items()).get(index % registry.items().size());
            String state = states.get(index);
            if (ItemState.parse(item.valueType(), state).isPresent()) {
                registry.update(item.name(), state);
            }
            characteristics(home).forEach(AnyHomeTest::assertLegal);
        }
        characteristics(home).forEach(characteristic -> writes.forEach(value -> write(characteristic, value)));
        home.workers.pass(ExposureFixture.SOON);
        assertTrue(registry.commands.stream().allMatch(command -> command.contains(" from io.latchkey$phone")));
    }

    @Provide
    Arbitrary<List<Item>> items() {
        return Arbitraries.oneOf(likely(), item(Arbitraries.of(ItemType.class), words()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    /** Items that become something. */
    private static Arbitrary<Item> likely() {
        return Arbitraries.oneOf(
                item(Arbitraries.of(ItemType.NUMBER), Arbitraries.of("TemperatureSensor", "LightSensor", "Battery")),
                item(Arbitraries.of(ItemType.CONTACT), Arbitraries.of("ContactSensor")),
                item(Arbitraries.of(ItemType.NUMBER, ItemType.STRING), Arbitraries.of("AirQualitySensor", "Button")),
                item(
                        Arbitraries.of(ItemType.COLOR),
                        Arbitraries.of("Lighting", "Lighting,Lighting.Brightness,Lighting.Hue,Lighting.Saturation")));
    }

    private static Arbitrary<Item> item(Arbitrary<ItemType> types, Arbitrary<String> words) {
        return Combinators.combine(
                        Arbitraries.of("A", "B", "C", "D", "E", "F", "G", "H"),
                        types,
                        words,
                        Arbitraries.maps(Arbitraries.of(OPTIONS), Arbitraries.of(VALUES))
                                .ofMaxSize(3),
                        Arbitraries.of("A", "B", "C", "none").set().ofMaxSize(2),
                        Arbitraries.of(ItemType.SWITCH, ItemType.DIMMER, ItemType.COLOR, ItemType.NUMBER))
                .as(AnyHomeTest::item);
    }

    @Provide
    Arbitrary<List<String>> states() {
        return Arbitraries.of(STATES).list().ofMaxSize(10);
    }

    @Provide
    Arbitrary<List<Value>> writes() {
        return Arbitraries.of(Value.TRUE, Value.FALSE, Value.of(0), Value.of(100), Value.of(250), Value.of(359.5))
                .list()
                .ofMaxSize(4);
    }

    private static Arbitrary<String> words() {
        List<String> all = new ArrayList<>(List.of("AccessoryGroup", "None", "Nonsense", "Lighting.Nonsense"));
        for (AccessoryType type : TYPES) {
            all.add(type.name());
            type.roles().forEach(role -> all.addAll(List.of(role.name(), type.name() + "." + role.name())));
        }
        return Arbitraries.of(all).list().ofMaxSize(4).map(words -> String.join(",", words));
    }

    private static Item item(
            String name, ItemType type, String words, Map<String, String> options, Set<String> groups, ItemType base) {
        return Item.of(name, type)
                .groups(groups)
                .groupType(base)
                .metadata("homekit", new Metadata(words, Map.copyOf(options)))
                .build();
    }

    private static Item[] distinct(List<Item> items) {
        Set<String> names = new HashSet<>();
        return items.stream().filter(item -> names.add(item.name())).toArray(Item[]::new);
    }

    private static List<Characteristic> characteristics(ExposureFixture home) {
        return home.sink.accessories.values().stream()
                .flatMap(accessory -> accessory.services().stream())
                .flatMap(service -> service.characteristics().stream())
                .toList();
    }

    private static void assertSound(Accessory accessory) {
        assertEquals(
                1,
                accessory.services().stream().filter(Service::isPrimary).count(),
                "primary services of " + accessory);
        assertTrue(accessory.info().name().length() >= 1);
        accessory
                .services()
                .forEach(service -> assertTrue(
                        Stream.of(
                                        service.type().required().stream(),
                                        service.type().optional().stream(),
                                        NAMES.stream())
                                .flatMap(types -> types)
                                .toList()
                                .containsAll(service.characteristics().stream()
                                        .map(Characteristic::type)
                                        .toList()),
                        service + " has what controllers ignore"));
    }

    private static void assertLegal(Characteristic characteristic) {
        characteristic
                .reader()
                .ifPresent(reader -> reader.get()
                        .whenComplete((value, failure) -> {
                            if (failure == null) {
                                assertEquals(
                                        Optional.of(value),
                                        characteristic
                                                .constraints()
                                                .accept(characteristic.type().format(), value),
                                        characteristic.type().name());
                            }
                        })
                        .toCompletableFuture()
                        .exceptionally(failure -> {
                            if (failure.getCause() instanceof AssertionError wrong) {
                                throw wrong;
                            }
                            return Value.NULL;
                        })
                        .join());
    }

    private static void write(Characteristic characteristic, Value value) {
        List<Runnable> gathered = new ArrayList<>();
        Optional<Value> accepted =
                characteristic.constraints().accept(characteristic.type().format(), value);
        characteristic
                .writer()
                .filter(writer -> accepted.isPresent())
                .ifPresent(writer -> writer.apply(new Write(
                        accepted.orElseThrow(), new ControllerId("phone"), Optional.empty(), false, gathered::add)));
        gathered.forEach(Runnable::run);
    }
}
