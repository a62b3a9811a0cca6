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
        FakeItemRegistry items = new FakeItemRegistry(
                ExposureFixture.item("Garden", "Group", "NULL", "IrrigationSystem"),
                ExposureFixture.member("Garden", "Main", "Switch", "ON", "IrrigationSystem.Active"),
                ExposureFixture.member(
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
                ExposureFixture.member(
                        "Garden",
                        "Roses",
                        "Switch",
                        "OFF",
                        "Valve",
                        "homekitTimer",
                        "true",
                        "homekitDefaultDuration",
                        300));
        ExposureFixture home = new ExposureFixture(new IrrigationSystem(), new Valve()).with("local", items);
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
        FakeItemRegistry items = new FakeItemRegistry(
                ExposureFixture.item("Tap", "Group", "NULL", "Faucet"),
                ExposureFixture.member("Tap", "Main", "Switch", "ON", "Faucet.Active"),
                ExposureFixture.member("Tap", "Cold", "Switch", "ON", "Valve"),
                ExposureFixture.member("Tap", "Hot", "Switch", "OFF", "Valve"));
        ExposureFixture home = new ExposureFixture(new Faucet(), new Valve()).with("local", items);
        home.open("", "");
        home.write("local:Tap", Map.of(CharacteristicTypes.ACTIVE, Value.of(0)));
        assertEquals(List.of("Main OFF from io.latchkey$phone", "Cold OFF from io.latchkey$phone"), items.commands);
    }

    @Test
    void anInputThatIsntThereCantBeChosen() {
        ExposureFixture home = television(new OneBridgeStore());
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
        OneBridgeStore store = new OneBridgeStore();
        FakeItemRegistry items = new FakeItemRegistry(
                ExposureFixture.item("Remote", "Group", "NULL", "AccessoryGroup"),
                ExposureFixture.member("Remote", "Stop", "Switch", "OFF", "StatelessProgrammableSwitch"),
                ExposureFixture.member("Remote", "Go", "Switch", "OFF", "StatelessProgrammableSwitch"));
        ExposureFixture home = buttons(store).with("local", items);
        home.open("", "");
        assertEquals("1 2", numbers(home, "Go", "Stop"));
        items.put(ExposureFixture.member("Remote", "Faster", "Switch", "OFF", "StatelessProgrammableSwitch"));
        home.workers.pass(ExposureFixture.SOON);
        assertEquals("3 1 2", numbers(home, "Faster", "Go", "Stop"));
        home.workers.pass(Duration.ofSeconds(5));
        ExposureFixture later = buttons(store).with("local", items);
        later.open("", "");
        assertEquals("3 1 2", numbers(later, "Faster", "Go", "Stop"), "after a restart too");
        items.update("Stop", "ON");
        assertEquals(List.of("ProgrammableSwitchEvent=0"), later.sink.events);
    }

    @Test
    void aDoorbellAndTheButtonBesideItArePressedTogether() {
        FakeItemRegistry items = new FakeItemRegistry(ExposureFixture.item("Bell", "Switch", "OFF", "Doorbell"));
        ExposureFixture home = buttons(new OneBridgeStore()).with("local", items);
        home.open("", "");
        Accessory bell = home.sink.accessories.get("local:Bell");
        assertEquals(
                List.of("Doorbell", "StatelessProgrammableSwitch"),
                bell.services().stream().map(each -> each.type().name()).toList());
        items.update("Bell", "ON");
        assertEquals(List.of("ProgrammableSwitchEvent=0", "ProgrammableSwitchEvent=0"), home.sink.events);
    }

    private static ExposureFixture buttons(OneBridgeStore store) {
        return new ExposureFixture(store, new Doorbell(), new ServiceLabel(), new StatelessProgrammableSwitch());
    }

    private static String numbers(ExposureFixture home, String... buttons) {
        return List.of(buttons).stream()
                .map(each -> home.read(
                        "local:Remote", "StatelessProgrammableSwitch:" + each, CharacteristicTypes.SERVICE_LABEL_INDEX))
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    private static ExposureFixture television(OneBridgeStore store) {
        ExposureFixture home = new ExposureFixture(store, new Television(), new InputSource())
                .with(
                        "local",
                        new FakeItemRegistry(
                                ExposureFixture.item("TV", "Group", "NULL", "Television"),
                                ExposureFixture.member("TV", "Power", "Switch", "OFF", "Television.Active"),
                                ExposureFixture.member("TV", "One", "Switch", "OFF", "InputSource", "Identifier", 1),
                                ExposureFixture.member("TV", "Two", "Switch", "OFF", "InputSource", "Identifier", 2)));
        home.open("", "");
        return home;
    }

    private static void choose(ExposureFixture home, CharacteristicType type, long value) {
        home.write("local:TV", Map.of(type, Value.of(value)))
                .get(0)
                .toCompletableFuture()
                .join();
    }
}
