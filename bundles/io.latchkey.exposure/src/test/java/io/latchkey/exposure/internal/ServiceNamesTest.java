// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.accessories.controls.internal.EnergyMeter;
import io.latchkey.accessories.controls.internal.Switchable;
import io.latchkey.accessories.lighting.internal.Lighting;
import io.latchkey.accessories.media.internal.InputSource;
import io.latchkey.accessories.media.internal.Television;
import io.latchkey.accessories.media.internal.TelevisionSpeaker;
import io.latchkey.accessories.sensors.internal.Battery;
import io.latchkey.accessories.sensors.internal.MotionSensor;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Choices;
import io.latchkey.api.store.Choices.Choice;
import io.latchkey.api.store.Domain;
import io.latchkey.exposure.internal.live.BridgeMemoryWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the services of one accessory are called, and what people call them in Home. */
class ServiceNamesTest {
    private static final String STRIP = "local:gStrip";
    private static final String KETTLE = "Switchable:Strip_1";

    private final OneBridgeStore store = new OneBridgeStore();
    private final FakeItemRegistry strip = new FakeItemRegistry(
            labelled("Power Strip", "gStrip", "Group", "NULL", "AccessoryGroup"),
            labelled("Kettle", "gStrip", "Strip_1", "Switch", "OFF", "Switchable"),
            labelled("Toaster", "gStrip", "Strip_2", "Switch", "OFF", "Switchable"),
            labelled("Radio", "gStrip", "Strip_3", "Switch", "ON", "Switchable"));

    private static Item labelled(String label, String name, String type, String state, String homekit) {
        return ExposureFixture.builder(name, type, state, homekit).label(label).build();
    }

    private static Item labelled(
            String label, String group, String name, String type, String state, String homekit, Object... options) {
        return ExposureFixture.builder(name, type, state, homekit, options)
                .label(label)
                .groups(Set.of(group))
                .build();
    }

    private ExposureFixture home(FakeItemRegistry registry) {
        ExposureFixture home = new ExposureFixture(
                        store,
                        new Battery(),
                        new EnergyMeter(),
                        new InputSource(),
                        new Lighting(),
                        new MotionSensor(),
                        new Switchable(),
                        new Television(),
                        new TelevisionSpeaker())
                .with("local", registry);
        home.open("", "");
        return home;
    }

    /** Each service with its Name and, after a slash, its ConfiguredName. */
    private static Map<String, String> names(ExposureFixture home, String key) {
        return home.sink.accessories.get(key).services().stream()
                .collect(Collectors.toMap(
                        service -> service.key(),
                        service -> service.find(CharacteristicTypes.NAME)
                                        .map(name -> home.read(key, service.key(), CharacteristicTypes.NAME))
                                        .orElse("-")
                                + "/"
                                + service.find(CharacteristicTypes.CONFIGURED_NAME)
                                        .map(name -> home.read(key, service.key(), CharacteristicTypes.CONFIGURED_NAME))
                                        .orElse("-")));
    }

    private static void rename(ExposureFixture home, String key, String service, String name) {
        home.write(key, service, Map.of(CharacteristicTypes.CONFIGURED_NAME, Value.of(name)))
                .forEach(answer -> answer.toCompletableFuture().join());
    }

    private static HapStatus refusal(ExposureFixture home, String key, String service, String name) {
        try {
            rename(home, key, service, name);
            return HapStatus.SUCCESS;
        } catch (CompletionException refused) {
            return ((HapStatusException) refused.getCause()).status();
        }
    }

    @Test
    void theFirstMemberOfAGroupIsCalledLikeItsItemToo() {
        ExposureFixture home = home(new FakeItemRegistry(
                labelled("Desk", "gDesk", "Group", "ON", "AccessoryGroup"),
                labelled("Left Lamp", "gDesk", "Desk_Left", "Switch", "ON", "Lighting"),
                labelled("Right Lamp", "gDesk", "Desk_Right", "Switch", "OFF", "Lighting")));
        assertEquals("Desk", home.sink.accessories.get("local:gDesk").info().name());
        assertEquals(
                Map.of("Lighting:Desk_Left", "Left Lamp/Left Lamp", "Lighting:Desk_Right", "Right Lamp/Right Lamp"),
                names(home, "local:gDesk"));
    }

    @Test
    void eachOfSeveralServicesHasANameThatPeopleCanChange() {
        ExposureFixture home = home(strip);
        assertEquals(
                Map.of(
                        KETTLE,
                        "Kettle/Kettle",
                        "Switchable:Strip_2",
                        "Toaster/Toaster",
                        "Switchable:Strip_3",
                        "Radio/Radio"),
                names(home, STRIP));
        Characteristic name = home.sink.characteristic(STRIP, KETTLE, CharacteristicTypes.CONFIGURED_NAME);
        assertEquals(Set.of(Permission.PAIRED_READ, Permission.PAIRED_WRITE, Permission.EVENTS), name.permissions());
    }

    @Test
    void oneServiceAloneIsCalledLikeItsAccessory() {
        ExposureFixture home = home(new FakeItemRegistry(labelled("Lamp", "Lamp", "Switch", "OFF", "Lighting")));
        assertEquals(Map.of("Lighting", "-/-"), names(home, "local:Lamp"));
    }

    @Test
    void whatNobodySeesDoesntCount() {
        ExposureFixture home = home(new FakeItemRegistry(
                labelled("Lamp", "Lamp", "Group", "NULL", "Lighting"),
                labelled("Power", "Lamp", "On", "Switch", "OFF", "Lighting.OnState"),
                labelled("Cell", "Lamp", "Cell", "Number", "80", "Battery"),
                labelled("Watt", "Lamp", "Watt", "Number", "8", "EnergyMeter"),
                labelled("TV", "TV", "Group", "NULL", "Television,TelevisionSpeaker"),
                labelled("On", "TV", "Active", "Switch", "OFF", "Television.Active"),
                labelled("Mute", "TV", "Mute", "Switch", "OFF", "TelevisionSpeaker.Mute"),
                labelled("Blu ray", "TV", "One", "Switch", "OFF", "InputSource")));
        assertEquals(
                Map.of("Lighting", "-/-", "Battery:Cell", "Cell/-", "EnergyMeter:Watt", "Watt/-"),
                names(home, "local:Lamp"));
        assertEquals(
                Map.of("Television", "-/TV", "TelevisionSpeaker", "-/-", "InputSource:One", "Blu ray/Blu ray"),
                names(home, "local:TV"));
    }

    @Test
    void furtherServicesOfOneItemSayWhatTheyAre() {
        ExposureFixture home = home(new FakeItemRegistry(
                labelled("Corner", "Corner", "Switch", "OFF", "Lighting,MotionSensor"),
                labelled("Hall", "Hall", "Group", "NULL", "AccessoryGroup"),
                labelled("Ceiling", "Hall", "Ceiling", "Switch", "OFF", "Lighting,MotionSensor")));
        assertEquals(
                Map.of("Lighting", "Corner/Corner", "MotionSensor", "Corner Motion Sensor/Corner Motion Sensor"),
                names(home, "local:Corner"));
        assertEquals(
                Map.of(
                        "Lighting:Ceiling", "Ceiling/Ceiling",
                        "MotionSensor:Ceiling", "Ceiling Motion Sensor/Ceiling Motion Sensor"),
                names(home, "local:Hall"));
    }

    @Test
    void theRoleNameIsTheNameOfItsService() {
        ExposureFixture home = home(new FakeItemRegistry(
                labelled("Desk", "Desk", "Group", "NULL", "Lighting,MotionSensor"),
                labelled("Power", "Desk", "On", "Switch", "OFF", "OnState"),
                labelled("Motion", "Desk", "Motion", "Switch", "OFF", "MotionDetectedState"),
                ExposureFixture.builder("Title", "String", "Watchman!", "MotionSensor.Name")
                        .groups(Set.of("Desk"))
                        .build(),
                labelled("Strip 4", "Desk", "Other", "Switch", "OFF", "Switchable", "Name", "Fan heater")));
        assertEquals("Desk", home.sink.accessories.get("local:Desk").info().name());
        assertEquals(
                Map.of(
                        "Lighting", "Desk/Desk",
                        "MotionSensor", "Watchman/Watchman",
                        "Switchable:Other", "Fan heater/Fan heater"),
                names(home, "local:Desk"));
        assertTrue(home.exposure
                .inspection()
                .verdicts(home.exposure.hosts().iterator().next(), ExposureFixture.item("Title", "String", "", ""))
                .get(0)
                .becomes()
                .contains("Name of Desk"));
    }

    @Test
    void theRoleNameIsWhereATelevisionAndItsInputsBegin() {
        ExposureFixture home = home(new FakeItemRegistry(
                labelled("TV", "TV", "Group", "NULL", "Television"),
                labelled("On", "TV", "Active", "Switch", "OFF", "Television.Active"),
                labelled("One", "TV", "One", "Switch", "OFF", "InputSource", "Name", "Blu ray")));
        assertEquals(Map.of("Television", "-/TV", "InputSource:One", "Blu ray/Blu ray"), names(home, "local:TV"));
    }

    @Test
    void aNameThatWasGivenInHomeStays() {
        ExposureFixture home = home(strip);
        rename(home, STRIP, KETTLE, "Mia\u2019s Tea");
        assertEquals(List.of("ConfiguredName=Mia\u2019s Tea"), home.sink.events, "the other controllers hear of it");
        assertEquals("Kettle/Mia\u2019s Tea", names(home, STRIP).get(KETTLE));
        assertEquals(0, store.saves, "not on the thread that asks");
        home.workers.pass(BridgeMemoryWriter.DELAY);
        assertEquals(1, store.saves);

        strip.put(labelled("Boiler", "gStrip", "Strip_1", "Switch", "OFF", "Switchable"));
        home.workers.pass(ExposureFixture.SOON);
        assertEquals("Boiler/Mia\u2019s Tea", names(home, STRIP).get(KETTLE));
        assertEquals(1, home.sink.events.size(), "nothing is called otherwise");

        ExposureFixture later = home(strip);
        assertEquals("Boiler/Mia\u2019s Tea", names(later, STRIP).get(KETTLE));
        assertEquals("Toaster/Toaster", names(later, STRIP).get("Switchable:Strip_2"));
    }

    @Test
    void aNameThatNobodyGaveFollowsItsItem() {
        ExposureFixture home = home(strip);
        Characteristic on = home.sink.characteristic(STRIP, KETTLE, CharacteristicTypes.ON);
        strip.put(labelled("Boiler", "gStrip", "Strip_1", "Switch", "OFF", "Switchable"));
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(List.of("ConfiguredName=Boiler"), home.sink.events);
        assertEquals("Boiler/Boiler", names(home, STRIP).get(KETTLE));
        assertEquals(
                on, home.sink.characteristic(STRIP, KETTLE, CharacteristicTypes.ON), "what the service does goes on");
        strip.update("Strip_1", "ON");
        assertEquals("true", home.read(STRIP, KETTLE, CharacteristicTypes.ON));
    }

    /** Phones do that when they pair. */
    @Test
    void theNameThatIsThereIsNoChoice() {
        ExposureFixture home = home(strip);
        rename(home, STRIP, KETTLE, "Kettle");
        home.workers.pass(BridgeMemoryWriter.DELAY);
        assertEquals(0, store.saves);
        rename(home, STRIP, KETTLE, "Tea");
        rename(home, STRIP, KETTLE, "Kettle");
        home.workers.pass(BridgeMemoryWriter.DELAY);
        strip.put(labelled("Boiler", "gStrip", "Strip_1", "Switch", "OFF", "Switchable"));
        home.workers.pass(ExposureFixture.SOON);
        assertEquals("Boiler/Boiler", names(home, STRIP).get(KETTLE));
        assertEquals(List.of("ConfiguredName=Tea", "ConfiguredName=Kettle", "ConfiguredName=Boiler"), home.sink.events);
    }

    @Test
    void aTelevisionFollowsItsItemToo() {
        FakeItemRegistry registry = new FakeItemRegistry(
                labelled("TV", "TV", "Group", "NULL", "Television"),
                labelled("On", "TV", "Active", "Switch", "OFF", "Television.Active"),
                labelled("HDMI 1", "TV", "One", "Switch", "OFF", "InputSource"));
        ExposureFixture home = home(registry);
        rename(home, "local:TV", "Television", "TV");
        rename(home, "local:TV", "InputSource:One", "Blu ray");
        rename(home, "local:TV", "InputSource:One", "HDMI 1");
        rename(home, "local:TV", "InputSource:One", "Console");
        registry.put(labelled("Telly", "TV", "Group", "NULL", "Television"));
        registry.put(labelled("HDMI 2", "TV", "One", "Switch", "OFF", "InputSource"));
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(Map.of("Television", "-/Telly", "InputSource:One", "HDMI 2/Console"), names(home, "local:TV"));
        assertEquals("-/Telly", names(home(registry), "local:TV").get("Television"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u0000", "Tea\nTime", "\uD83D\uDCFA", "..."})
    void whatNobodyCanReadIsRefused(String name) {
        ExposureFixture home = home(strip);
        assertEquals(HapStatus.INVALID_VALUE, refusal(home, STRIP, KETTLE, name));
        assertEquals("Kettle/Kettle", names(home, STRIP).get(KETTLE));
        assertEquals(List.of(), home.sink.events);
        ExposureFixture television = home(new FakeItemRegistry(
                labelled("TV", "TV", "Group", "NULL", "Television"),
                labelled("On", "TV", "Active", "Switch", "OFF", "Television.Active"),
                labelled("One", "TV", "One", "Switch", "OFF", "InputSource")));
        assertEquals(HapStatus.INVALID_VALUE, refusal(television, "local:TV", "Television", name));
        assertEquals(HapStatus.INVALID_VALUE, refusal(television, "local:TV", "InputSource:One", name));
        assertEquals("-/TV", names(television, "local:TV").get("Television"));
    }

    @Test
    void whatIsStoredAndIsNoNameIsPassedOver() {
        Choices illegal = new Choices(List.of(new Choice(STRIP, KETTLE, "ConfiguredName", Value.of(7))));
        store.change("home", memory -> memory.with(Domain.CHOICES, illegal));
        assertEquals("Kettle/Kettle", names(home(strip), STRIP).get(KETTLE));
    }

    @Test
    void aNameThatIsTakenBackWhileTheStoreCantBeReadIsTakenBack() {
        Choices before = new Choices(List.of(new Choice(STRIP, KETTLE, "ConfiguredName", Value.of("Tea"))));
        store.change("home", memory -> memory.with(Domain.CHOICES, before));
        store.isJammed = true;
        ExposureFixture home = home(strip);
        store.isJammed = false;
        rename(home, STRIP, KETTLE, "Kettle");
        home.workers.pass(BridgeMemoryWriter.DELAY);
        assertEquals("Kettle/Kettle", names(home(strip), STRIP).get(KETTLE));
    }

    @Test
    void aNameIsThereWhileTheHostIsAway() {
        ExposureFixture home = home(strip);
        assertEquals(ItemState.OnOff.OFF, strip.item("Strip_1").orElseThrow().state());
        home.exposure.removeRegistry(strip);
        assertEquals("Kettle", home.read(STRIP, KETTLE, CharacteristicTypes.CONFIGURED_NAME));
    }
}
