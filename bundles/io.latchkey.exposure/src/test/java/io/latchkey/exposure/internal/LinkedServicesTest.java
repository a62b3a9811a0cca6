// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.latchkey.accessories.controls.internal.Doorbell;
import io.latchkey.accessories.controls.internal.ServiceLabel;
import io.latchkey.accessories.controls.internal.StatelessProgrammableSwitch;
import io.latchkey.accessories.media.internal.InputSource;
import io.latchkey.accessories.media.internal.Television;
import io.latchkey.accessories.water.internal.Faucet;
import io.latchkey.accessories.water.internal.IrrigationSystem;
import io.latchkey.accessories.water.internal.Valve;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Services of one accessory that know of each other, through the real engine. */
class LinkedServicesTest {

    @Test
    void anIrrigationSystemFollowsItsValves() {
        FakeRegistry items = new FakeRegistry(
                Home.item("Garden", "Group", "NULL", "IrrigationSystem"),
                Home.member("Garden", "Main", "Switch", "ON", "IrrigationSystem.Active"),
                Home.member(
                        "Garden",
                        "Lawn",
                        "Switch",
                        "ON",
                        "Valve",
                        "homekitTimer",
                        "true",
                        "homekitDefaultDuration",
                        60,
                        "homekitValveType",
                        "Shower"),
                Home.member(
                        "Garden",
                        "Roses",
                        "Switch",
                        "OFF",
                        "Valve",
                        "homekitTimer",
                        "true",
                        "homekitDefaultDuration",
                        300));
        Home home = new Home(new IrrigationSystem(), new Valve()).with("local", items);
        home.open("", "");
        String garden = "local:Garden";
        assertEquals("1", home.read(garden, CharacteristicTypes.IN_USE), "a valve was open from the beginning");
        assertEquals("59", home.read(garden, CharacteristicTypes.REMAINING_DURATION));
        assertEquals("1", home.read(garden, "Valve:Lawn", CharacteristicTypes.VALVE_TYPE), "whatever was noted");
        items.update("Roses", "ON");
        assertEquals("300", home.read(garden, CharacteristicTypes.REMAINING_DURATION));
        home.workers.pass(Duration.ofSeconds(20));
        assertEquals("280", home.read(garden, CharacteristicTypes.REMAINING_DURATION));
        items.update("Roses", "OFF");
        items.update("Lawn", "OFF");
        assertEquals("0", home.read(garden, CharacteristicTypes.IN_USE));
        assertEquals("0", home.read(garden, CharacteristicTypes.REMAINING_DURATION));
        assertEquals(
                2,
                home.sink.events.stream()
                        .filter("RemainingDuration=300"::equals)
                        .count(),
                "told once by the valve and once by the system");
    }

    @Test
    void aFaucetSwitchesItsValvesOff() {
        FakeRegistry items = new FakeRegistry(
                Home.item("Tap", "Group", "NULL", "Faucet"),
                Home.member("Tap", "Main", "Switch", "ON", "Faucet.Active"),
                Home.member("Tap", "Cold", "Switch", "ON", "Valve"),
                Home.member("Tap", "Hot", "Switch", "OFF", "Valve"));
        Home home = new Home(new Faucet(), new Valve()).with("local", items);
        home.open("", "");
        home.write("local:Tap", Map.of(CharacteristicTypes.ACTIVE, Value.of(0)));
        assertEquals(List.of("Main OFF from io.latchkey$phone", "Cold OFF from io.latchkey$phone"), items.commands);
    }

    @Test
    void anInputThatIsntThereCantBeChosen() {
        Home home = television(new Drawer());
        HapStatusException refused = assertInstanceOf(
                HapStatusException.class,
                assertThrows(CompletionException.class, () -> choose(home, CharacteristicTypes.ACTIVE_IDENTIFIER, 3))
                        .getCause());
        assertEquals(HapStatus.INVALID_VALUE, refused.status());
        assertEquals(-70410, refused.status().code());
        assertEquals("1", home.read("local:TV", CharacteristicTypes.ACTIVE_IDENTIFIER));
        choose(home, CharacteristicTypes.ACTIVE_IDENTIFIER, 2);
        assertEquals("2", home.read("local:TV", CharacteristicTypes.ACTIVE_IDENTIFIER));
    }

    @Test
    void buttonsKeepTheirNumbersWhenAnotherComes() {
        Drawer store = new Drawer();
        FakeRegistry items = new FakeRegistry(
                Home.item("Remote", "Group", "NULL", "AccessoryGroup"),
                Home.member("Remote", "Stop", "Switch", "OFF", "StatelessProgrammableSwitch"),
                Home.member("Remote", "Go", "Switch", "OFF", "StatelessProgrammableSwitch"));
        Home home = buttons(store).with("local", items);
        home.open("", "");
        assertEquals("1 2", numbers(home, "Go", "Stop"));
        items.put(Home.member("Remote", "Faster", "Switch", "OFF", "StatelessProgrammableSwitch"));
        home.workers.pass(Home.SOON);
        assertEquals("3 1 2", numbers(home, "Faster", "Go", "Stop"));
        home.workers.pass(Duration.ofSeconds(5));
        Home later = buttons(store).with("local", items);
        later.open("", "");
        assertEquals("3 1 2", numbers(later, "Faster", "Go", "Stop"), "after a restart too");
        items.update("Stop", "ON");
        assertEquals(List.of("ProgrammableSwitchEvent=0"), later.sink.events);
    }

    @Test
    void aDoorbellAndTheButtonBesideItArePressedTogether() {
        FakeRegistry items = new FakeRegistry(Home.item("Bell", "Switch", "OFF", "Doorbell"));
        Home home = buttons(new Drawer()).with("local", items);
        home.open("", "");
        Accessory bell = home.sink.accessories.get("local:Bell");
        assertEquals(
                List.of("Doorbell", "StatelessProgrammableSwitch"),
                bell.services().stream().map(each -> each.type().name()).toList());
        items.update("Bell", "ON");
        assertEquals(List.of("ProgrammableSwitchEvent=0", "ProgrammableSwitchEvent=0"), home.sink.events);
    }

    private static Home buttons(Drawer store) {
        return new Home(store, new Doorbell(), new ServiceLabel(), new StatelessProgrammableSwitch());
    }

    private static String numbers(Home home, String... buttons) {
        return List.of(buttons).stream()
                .map(each -> home.read(
                        "local:Remote", "StatelessProgrammableSwitch:" + each, CharacteristicTypes.SERVICE_LABEL_INDEX))
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    private static Home television(Drawer store) {
        Home home = new Home(store, new Television(), new InputSource())
                .with(
                        "local",
                        new FakeRegistry(
                                Home.item("TV", "Group", "NULL", "Television"),
                                Home.member("TV", "Power", "Switch", "OFF", "Television.Active"),
                                Home.member("TV", "One", "Switch", "OFF", "InputSource", "Identifier", 1),
                                Home.member("TV", "Two", "Switch", "OFF", "InputSource", "Identifier", 2)));
        home.open("", "");
        return home;
    }

    private static void choose(Home home, CharacteristicType type, long value) {
        home.write("local:TV", Map.of(type, Value.of(value)))
                .get(0)
                .toCompletableFuture()
                .join();
    }
}
