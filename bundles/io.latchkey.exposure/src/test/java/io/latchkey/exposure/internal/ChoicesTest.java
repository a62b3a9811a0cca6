// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.accessories.media.internal.InputSource;
import io.latchkey.accessories.media.internal.Television;
import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Choices;
import io.latchkey.api.store.Choices.Choice;
import io.latchkey.api.store.Domain;
import io.latchkey.exposure.internal.live.BridgeMemoryWriter;
import io.latchkey.exposure.internal.live.ChoiceMemory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What controllers choose where no item keeps it outlives a restart. */
class ChoicesTest {
    private static final String TV = "local:TV";

    private final OneBridgeStore store = new OneBridgeStore();

    /** A lamp without a behaviour whose brightness nobody plays. */
    private static final class Dim implements AccessoryType {
        @Override
        public String name() {
            return "Dim";
        }

        @Override
        public ServiceType service() {
            return ServiceTypes.LIGHTBULB;
        }

        private static final List<Role> ROLES = List.of(
                Role.required("OnState", CharacteristicTypes.ON)
                        .items(ItemType.SWITCH)
                        .by(Mappings.bool()),
                Role.optional("Brightness", CharacteristicTypes.BRIGHTNESS)
                        .items(ItemType.DIMMER)
                        .preset(Value.of(10))
                        .kept()
                        .by(Mappings.percent()));

        @Override
        public List<Role> roles() {
            return ROLES;
        }
    }

    private ExposureFixture television() {
        ExposureFixture home = new ExposureFixture(store, new Television(), new InputSource())
                .with(
                        "local",
                        new FakeItemRegistry(
                                ExposureFixture.item("TV", "Group", "NULL", "Television", "ConfiguredName", "Kino"),
                                ExposureFixture.member("TV", "Power", "Switch", "OFF", "Television.Active"),
                                ExposureFixture.member("TV", "One", "Switch", "OFF", "InputSource")));
        home.open("", "");
        return home;
    }

    @Test
    void whatWasChosenIsThereAfterARestart() {
        ExposureFixture home = television();
        assertEquals("Kino", home.read(TV, CharacteristicTypes.CONFIGURED_NAME), "where it starts");
        home.write(TV, Map.of(CharacteristicTypes.CONFIGURED_NAME, Value.of("Saal")));
        home.write(TV, "InputSource:One", Map.of(CharacteristicTypes.TARGET_VISIBILITY_STATE, Value.of(1)));
        assertEquals("1", home.read(TV, "InputSource:One", CharacteristicTypes.CURRENT_VISIBILITY_STATE));
        home.workers.pass(BridgeMemoryWriter.DELAY);
        ExposureFixture later = television();
        assertEquals("Saal", later.read(TV, CharacteristicTypes.CONFIGURED_NAME));
        assertEquals("1", later.read(TV, "InputSource:One", CharacteristicTypes.TARGET_VISIBILITY_STATE));
        assertEquals("1", later.read(TV, "InputSource:One", CharacteristicTypes.CURRENT_VISIBILITY_STATE));
        assertEquals("1", later.read(TV, CharacteristicTypes.ACTIVE_IDENTIFIER), "which nobody chose");
    }

    @Test
    void severalChoicesAreWrittenOnce() {
        ExposureFixture home = television();
        for (int count = 0; count < 20; count++) {
            home.write(TV, Map.of(CharacteristicTypes.CONFIGURED_NAME, Value.of("Saal " + count)));
        }
        assertEquals(0, store.saves, "not on the thread that asks");
        home.workers.pass(BridgeMemoryWriter.DELAY);
        assertEquals(1, store.saves);
        home.write(TV, Map.of(CharacteristicTypes.CONFIGURED_NAME, Value.of("Saal 19")));
        home.workers.pass(BridgeMemoryWriter.DELAY);
        assertEquals(1, store.saves, "nothing is new");
    }

    @Test
    void whatWasntWrittenYetIsWrittenAtTheEnd() throws Exception {
        ExposureFixture home = new ExposureFixture(store, new Dim())
                .with("local", new FakeItemRegistry(ExposureFixture.item("Lamp", "Switch", "OFF", "Dim")));
        AutoCloseable open = home.open("", "");
        home.write("local:Lamp", Map.of(CharacteristicTypes.BRIGHTNESS, Value.of(70)));
        assertEquals("70", home.read("local:Lamp", CharacteristicTypes.BRIGHTNESS), "kept without a behaviour too");
        assertEquals(List.of("Brightness=70"), home.sink.events);
        open.close();
        assertEquals(
                new Choices(List.of(new Choice("local:Lamp", "Dim", "Brightness", Value.of(70)))),
                store.load("home", Domain.CHOICES).orElseThrow());
    }

    @Test
    void whatIsNotLegalAnyMoreIsForgotten() {
        Choices illegal = new Choices(List.of(new Choice(TV, "Television", "ConfiguredName", Value.of(7))));
        store.change("home", memory -> memory.with(Domain.CHOICES, illegal));
        assertEquals("Kino", television().read(TV, CharacteristicTypes.CONFIGURED_NAME));
    }

    @Test
    void aStoreInTroubleIsToldAndKeepsNothingElseFromWorking() {
        store.isJammed = true;
        List<String> heard = CapturedLog.of(() -> {
            ExposureFixture home = television();
            home.write(TV, Map.of(CharacteristicTypes.CONFIGURED_NAME, Value.of("Saal")));
            home.workers.pass(BridgeMemoryWriter.DELAY);
            assertEquals("Saal", home.read(TV, CharacteristicTypes.CONFIGURED_NAME));
        });
        assertEquals(
                2,
                heard.stream().filter(line -> line.contains("chosen in Home")).count(),
                heard.toString());
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenOnceThatWorks() {
        ExposureFixture home = television();
        store.isJammed = true;
        home.write(TV, Map.of(CharacteristicTypes.CONFIGURED_NAME, Value.of("Saal")));
        home.workers.pass(BridgeMemoryWriter.DELAY);
        assertEquals(0, store.saves);
        store.isJammed = false;
        home.workers.pass(BridgeMemoryWriter.DELAY);
        assertEquals("Saal", television().read(TV, CharacteristicTypes.CONFIGURED_NAME));
    }

    @Test
    void whatCouldNotBeReadIsNotOverwritten() {
        Choices before = new Choices(List.of(new Choice(TV, "Television", "ConfiguredName", Value.of("Saal"))));
        store.change("home", memory -> memory.with(Domain.CHOICES, before));
        store.isJammed = true;
        ExposureFixture home = television();
        store.isJammed = false;
        home.write(TV, "InputSource:One", Map.of(CharacteristicTypes.TARGET_VISIBILITY_STATE, Value.of(1)));
        home.workers.pass(BridgeMemoryWriter.DELAY);
        assertEquals("Saal", television().read(TV, CharacteristicTypes.CONFIGURED_NAME));
    }

    @Test
    void aBridgeThatWasPurgedStaysPurged() {
        ExposureFixture home = television();
        store.purge("home");
        home.write(TV, Map.of(CharacteristicTypes.CONFIGURED_NAME, Value.of("Saal")));
        home.workers.pass(BridgeMemoryWriter.DELAY);
        assertEquals(Set.of(), store.memory.domains());
    }

    @Test
    void theOldestOfVeryManyAreForgotten() {
        ExposureFixture home = new ExposureFixture(store);
        ChoiceMemory memory = new ChoiceMemory("home", store, home.workers);
        for (int count = 0; count <= 2000; count++) {
            memory.keep("local:" + count, "S", CharacteristicTypes.ACTIVE, Value.of(count));
        }
        assertTrue(memory.value("local:0", "S", CharacteristicTypes.ACTIVE).isEmpty());
        assertTrue(memory.value("local:1", "S", CharacteristicTypes.ACTIVE).isPresent());
        home.workers.pass(Duration.ofSeconds(10));
        assertEquals(
                2000, store.load("home", Domain.CHOICES).orElseThrow().made().size());
    }
}
