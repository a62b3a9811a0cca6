// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.item.Option;
import io.latchkey.exposure.internal.language.Selection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How tags make accessories of whole homes: what wins, what is left out, and what people are told. */
class SemanticMetadataTest {
    private final SemanticFixture home = new SemanticFixture();

    @Test
    void aSingleItemIsAThingToo() {
        home.item("Lamp", "Dimmer", "Lightbulb Control Light")
                .item("Bulb", "Color", "Lightbulb")
                .item("Air", "Number", "CO2Sensor Measurement CO2")
                .item("Ring", "String", "Button Status");
        assertEquals(
                List.of(
                        "Air: CarbonDioxideSensor(CarbonDioxideDetectedState!,CarbonDioxideLevel=Air)",
                        "Bulb: Lighting(OnState=Bulb,Brightness=Bulb,Hue=Bulb,Saturation=Bulb)",
                        "Lamp: Lighting(OnState=Lamp,Brightness=Lamp)",
                        "Ring: StatelessProgrammableSwitch(ProgrammableSwitchEvent=Ring)"),
                home.accessories());
    }

    @Test
    void pointsWithoutEquipmentAreAccessoriesButGroupsThatSumUpArent() {
        home.group("Kitchen", "Kitchen")
                .item("Plain", "Switch", "Switch", "Kitchen")
                .item("Light", "Dimmer", "Control Light", "Kitchen")
                .item("Warmth", "Number", "Measurement Temperature", "Kitchen")
                .item("Rain", "Number", "Forecast Rain", "Kitchen")
                .item("Untagged", "Switch", "", "Kitchen")
                .add(Item.of("AllLights", ItemType.GROUP)
                        .groupType(ItemType.SWITCH)
                        .tags(Set.of("Switch", "Light")));
        assertEquals(
                List.of(
                        "Light: Lighting(OnState=Light,Brightness=Light)",
                        "Plain: Switchable(OnState=Plain)",
                        "Warmth: TemperatureSensor(CurrentTemperature=Warmth)"),
                home.accessories());
    }

    @Test
    void thingsInThingsAreFurtherServices() {
        home.group("Heating", "HVAC")
                .group("Valve1", "RadiatorControl", "Heating")
                .item("V1Now", "Number", "Measurement Temperature", "Valve1")
                .item("V1Wish", "Number", "Setpoint Temperature", "Valve1")
                .item("V1Low", "Switch", "LowBattery", "Valve1")
                .item("Out", "Number", "TemperatureSensor Measurement Temperature", "Heating");
        assertEquals(
                List.of("Heating: TemperatureSensor:Out(CurrentTemperature=Out)"
                        + " Thermostat:Valve1(TargetHeatingCoolingMode!,CurrentTemperature=V1Now,TargetTemperature=V1Wish)"
                        + " Battery:Valve1(BatteryLowStatus=V1Low)"),
                home.accessories());
        assertEquals(Map.of(), home.said());
    }

    @Test
    void irrigationHasItsValves() {
        home.group("Lawn", "Irrigation")
                .item("Main", "Switch", "Control Water", "Lawn")
                .item("Zone1", "Switch", "Valve Control Water", "Lawn")
                .item("Zone2", "Switch", "Valve Control Water", "Lawn");
        assertEquals(
                List.of("Lawn: IrrigationSystem(Active=Main)[Valve:Zone1, Valve:Zone2]"
                        + " Valve:Zone1(ActiveStatus=Zone1,InUseStatus=Zone1,ServiceIndex!)"
                        + " Valve:Zone2(ActiveStatus=Zone2,InUseStatus=Zone2,ServiceIndex!)"
                        + " ServiceLabel()[Valve:Zone1, Valve:Zone2]"),
                home.accessories());
    }

    @Test
    void buttonsOfAKeypadAreNumberedThroughItsParts() {
        home.group("Pad", "RemoteControl")
                .item("B2", "String", "Button Status", "Pad")
                .item("B1", "String", "Button Status", "Pad")
                .item("B3", "String", "Control", "Pad");
        List<Item> items = home.overlay().items();
        assertEquals(
                List.of("1", "2", "3"),
                List.of("B1", "B2", "B3").stream()
                        .map(name -> note(items, name).text("ServiceIndex").orElseThrow())
                        .toList());
        assertEquals("ServiceLabel", note(items, "Pad").value());
    }

    @Test
    void televisionsHaveTheInputsThatTheirChannelLists() {
        home.group("TV", "Television")
                .item("On", "Switch", "Control Power", "TV")
                .add(Item.of("Channel", ItemType.NUMBER)
                        .tags(Set.of("Control", "Channel"))
                        .groups(Set.of("TV"))
                        .commandOptions(
                                List.of(new Option("1", "News"), new Option("7", "Games"), new Option("x", "?"))));
        assertEquals(
                List.of(
                        "TV: Television(Active=On,ActiveIdentifier=Channel)[InputSource:Channel=1, InputSource:Channel=7]"
                                + " InputSource:Channel=1(Identifier!) InputSource:Channel=7(Identifier!)"),
                home.accessories());
    }

    @Test
    void whatSomebodyNotedWinsForTheWholeThing() {
        home.group("Own", "Lightbulb")
                .noted("OwnSwitch", "Switch", "Switch Light", "Switchable", "Own")
                .item("OwnDim", "Dimmer", "Control Brightness", "Own")
                .noted("Whole", "Group", "Lightbulb", "Lighting")
                .item("WholeSwitch", "Switch", "Switch Light", "Whole")
                .noted("Mixed", "Group", "", "AccessoryGroup")
                .group("Inside", "Lightbulb", "Mixed")
                .item("InsideSwitch", "Switch", "Switch Light", "Inside")
                .noted("Never", "Group", "Lightbulb", "None")
                .item("NeverSwitch", "Switch", "Switch Light", "Never")
                .noted("Attic", "Group", "Attic", "None")
                .group("Chest", "Room", "Attic")
                .item("ChestSwitch", "Switch", "Switch Light", "Chest")
                .group("Part", "Lightbulb")
                .item("PartSwitch", "Switch", "Switch Light", "Part")
                .noted("PartTemp", "Number", "Measurement Temperature", "None", "Part");
        assertEquals(
                List.of("OwnSwitch: Switchable(OnState=OwnSwitch)", "Part: Lighting(OnState=PartSwitch)"),
                home.accessories());
        List<Item> items = home.overlay().items();
        home.items.stream()
                .filter(item -> !item.name().startsWith("Part"))
                .forEach(item -> assertTrue(items.stream().anyMatch(each -> each == item), item.name()));
        assertSame(home.items.get(home.items.size() - 1), items.get(items.size() - 1));
    }

    @Test
    void tagsOfPeoplesOwnAreWhatTheHostSaysTheyAre() {
        home.add(Item.of("Glow", ItemType.GROUP)
                        .tags(Set.of("LavaLamp"))
                        .metadata("semantics", new Metadata("Equipment_LightSource_LavaLamp", Map.of())))
                .add(Item.of("GlowOn", ItemType.SWITCH)
                        .tags(Set.of("Bubble"))
                        .groups(Set.of("Glow"))
                        .metadata(
                                "semantics",
                                new Metadata(
                                        "Point_Control_Bubble",
                                        Map.of("relatesTo", "Property_Light_Shine", "isPointOf", "Glow"))))
                .group("Unknown", "LavaLamp")
                .item("UnknownOn", "Switch", "Switch", "Unknown");
        assertEquals(
                List.of("Glow: Lighting(OnState=GlowOn)", "UnknownOn: Switchable(OnState=UnknownOn)"),
                home.accessories());
    }

    @Test
    void pointsOfOpenhab4AreUnderstoodAsThoseOf5() {
        home.group("W", "Window")
                .add(Item.of("C", ItemType.CONTACT)
                        .tags(Set.of("OpenState"))
                        .groups(Set.of("W"))
                        .metadata("semantics", new Metadata("Point_Status_OpenState", Map.of("isPointOf", "W"))));
        assertEquals(List.of("W: ContactSensor(ContactSensorState=C)"), home.accessories());
    }

    @ParameterizedTest
    @CsvSource({
        "ContactSensor,     Contact, OpenState,   ContactSensor(ContactSensorState=P)",
        "TemperatureSensor, Number,  Temperature, TemperatureSensor(CurrentTemperature=P)",
        "MotionDetector,    Switch,  Motion,      MotionSensor(MotionDetectedState=P)",
        "PowerOutlet,       Switch,  Power,       Outlet(OnState=P)",
        "Blinds,            Rollershutter, OpenLevel, 'WindowCovering(CurrentPosition=P,TargetPosition=P)'",
    })
    void aPropertyAloneIsWhatItsItemCanBe(String thing, String type, String property, String service) {
        home.group("T", thing)
                .add(Item.of("P", ItemType.of(type).orElseThrow())
                        .tags(Set.of(property))
                        .groups(Set.of("T"))
                        .metadata(
                                "semantics",
                                new Metadata(
                                        "Point_Control",
                                        Map.of("relatesTo", "Property_" + property, "isPointOf", "T"))));
        assertEquals(List.of("T: " + service), home.accessories());
    }

    @Test
    void whatItemsListIsUnderstood() {
        home.group("Alarm", "AlarmSystem")
                .add(Item.of("Mode", ItemType.STRING)
                        .tags(Set.of("Control", "Mode"))
                        .groups(Set.of("Alarm"))
                        .commandOptions(List.of(
                                new Option("armed_home", "Zuhause"),
                                new Option("3", "Armed away"),
                                new Option("off", "Unscharf"),
                                new Option("party", "Party"))));
        Metadata mode = note(home.overlay().items(), "Mode");
        assertEquals(List.of("armed_home"), mode.texts("STAY_ARM"));
        assertEquals(List.of("3"), mode.texts("AWAY_ARM"));
        assertEquals(List.of("off"), mode.texts("DISARM"));
        assertEquals(List.of(), mode.texts("NIGHT_ARM"));
        home.group("Heater", "Thermostat")
                .item("Now", "Number", "Measurement Temperature", "Heater")
                .item("Wish", "Number", "Setpoint Temperature", "Heater")
                .add(Item.of("Program", ItemType.STRING)
                        .tags(Set.of("Control", "Mode"))
                        .groups(Set.of("Heater"))
                        .commandOptions(List.of(new Option("p1", "Weekend"))));
        assertTrue(home.accessories()
                .contains(
                        "Heater: Thermostat(TargetHeatingCoolingMode!,CurrentTemperature=Now,TargetTemperature=Wish)"));
        assertTrue(
                home.said().get("Program").contains("mean nothing"), home.said().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'Garage, Hall, Lamp, Shed'",
        "'*', 'Garage, Hall, Lamp, Shed'",
        "'!location:Garden', 'Hall, Lamp'",
        "'location:Ground floor', 'Hall, Lamp'",
        "'location:GroundFloor,!item:La*', 'Hall'",
        "'tag:LightSource', 'Hall, Lamp'",
        "'!tag:LightSource', 'Garage, Shed'",
        "'tag:Door', 'Garage'",
        "'instance:2', ''",
        "'!instance:1', ''",
        "'!', 'Garage, Hall, Lamp, Shed'",
        "'group:Corridor', 'Hall'",
    })
    void bridgesTakeByTagAndPlace(String selection, String owners) {
        home.add(Item.of("Floor", ItemType.GROUP).tags(Set.of("GroundFloor")).label("Ground Floor"))
                .group("Corridor", "Corridor", "Floor")
                .group("Yard", "Garden")
                .item("Hall", "Switch", "Lightbulb", "Corridor")
                .item("Lamp", "Switch", "Lamp", "Floor")
                .item("Shed", "Switch", "PowerOutlet", "Yard")
                .group("Garage", "GarageDoor", "Yard")
                .item("GarageOpen", "Contact", "Status OpenState", "Garage");
        home.selection = Selection.of(selection);
        assertEquals(
                owners,
                String.join(
                        ", ",
                        home.accessories().stream()
                                .map(text -> text.substring(0, text.indexOf(':')))
                                .toList()));
    }

    @Test
    void singlePointsCanBeLeftOut() {
        home.group("Plug", "PowerOutlet")
                .item("PlugOn", "Switch", "Switch Power", "Plug")
                .item("PlugLow", "Switch", "LowBattery", "Plug");
        home.selection = Selection.of("!tag:LowBattery");
        assertEquals(List.of("Plug: Outlet(OnState=PlugOn)"), home.accessories());
    }

    @Test
    void ringsAndDoublesAreSaid() {
        home.group("A", "Lightbulb", "B")
                .group("B", "PowerOutlet", "A")
                .item("Both", "Switch", "Switch Light", "A", "B")
                .item("Second", "Switch", "Switch Light", "A")
                .item("BOn", "Switch", "Switch Power", "B");
        assertEquals(List.of("A: Lighting(OnState=Both) Outlet:B(OnState=BOn)"), home.accessories());
        assertTrue(home.said().get("A").contains("member of itself"));
        assertTrue(home.said().get("Both").contains("point of several things: it goes with A"));
        assertTrue(home.said().get("Second").startsWith("Both is Lighting.OnState of A already."));
    }

    @Test
    void thingsThatAreNothingAreSaid() {
        home.group("Empty", "Lightbulb")
                .group("Odd", "LeakSensor")
                .item("OddPoint", "Number", "Measurement Price", "Odd")
                .group("Cam", "Camera");
        assertEquals(List.of(), home.accessories());
        assertTrue(home.said().get("Empty").contains("this Lightbulb has no points"));
        assertTrue(home.said().get("Odd").contains("none of its points says what a LeakSensor does"));
        assertTrue(home.said().get("Cam").startsWith("Cameras can't be shown in Home yet."));
        home.selection = Selection.of("tag:Camera");
        assertEquals(Set.of("Cam"), home.said().keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "Living Room, LivingRoom, Lamp, Living Room Lamp",
        "Living Room, LivingRoom, Living room lamp, ",
        "Bad, Bathroom, Badlampe, ",
        "The House, House, Lamp, ",
        "Upstairs, FirstFloor, Lamp, Upstairs Lamp",
        "Garage, Garage, Door, Garage Door",
        "'', Kitchen, Lamp, Place Lamp",
        "A room with a name that is far longer than any name should be, Room, Lamp, ",
    })
    void roomsAreInTheNameOnce(String room, String tag, String label, String name) {
        home.add(Item.of("Place", ItemType.GROUP).tags(Set.of(tag)).label(room))
                .add(Item.of("L", ItemType.SWITCH)
                        .tags(Set.of("Lightbulb"))
                        .groups(Set.of("Place"))
                        .label(label));
        assertEquals(
                name == null ? label : name,
                home.composition().accessories().get(0).info().name());
    }

    @Test
    void aThousandItemsAreQuick() {
        for (int number = 0; number < 250; number++) {
            home.group("G" + number, "Lightbulb", "Floor" + number % 7)
                    .item("S" + number, "Switch", "Switch Light", "G" + number)
                    .item("D" + number, "Dimmer", "Control Brightness", "G" + number)
                    .item("B" + number, "Switch", "LowBattery", "G" + number);
        }
        home.overlay();
        assertTimeout(
                Duration.ofSeconds(2),
                () -> assertEquals(250, home.composition().accessories().size()));
    }

    private static Metadata note(List<Item> items, String name) {
        return items.stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow()
                .metadata()
                .get("homekit");
    }
}
