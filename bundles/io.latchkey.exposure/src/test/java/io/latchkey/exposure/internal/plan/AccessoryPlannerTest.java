// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.accessories.lighting.internal.Lighting;
import io.latchkey.accessories.sensors.internal.Battery;
import io.latchkey.accessories.sensors.internal.MotionSensor;
import io.latchkey.accessories.sensors.internal.TemperatureSensor;
import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.CheckReport;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Items in, plans and findings out. */
class AccessoryPlannerTest extends Planning {
    private static final List<AccessoryType> TYPES = List.of(
            new Lighting(), new TemperatureSensor(), new MotionSensor(), new Battery(), new Spot(), new Choosy());

    @Override
    List<AccessoryType> types() {
        return TYPES;
    }

    /** A light that belongs to another one. */
    private static final class Spot implements AccessoryType {
        private static final Role ON = Role.required("OnState", CharacteristicTypes.ON)
                .items(ItemType.SWITCH)
                .by(Mappings.bool());

        @Override
        public String name() {
            return "Spot";
        }

        @Override
        public Set<String> aliases() {
            return Set.of("Spotlight");
        }

        @Override
        public ServiceType service() {
            return ServiceTypes.LIGHTBULB;
        }

        @Override
        public List<Role> roles() {
            return List.of(ON);
        }

        @Override
        public Set<String> linkedUnder() {
            return Set.of("Lighting");
        }

        @Override
        public Optional<String> remark() {
            return Optional.of("A spot is seen in the dark only.");
        }
    }

    /** A light of which more than a switch has to be known. */
    private static final class Choosy implements AccessoryType {
        private static final Role ON = Role.required("OnState", CharacteristicTypes.ON)
                .items(ItemType.COLOR)
                .by(Mappings.bool());
        private static final Role BRIGHTNESS = Role.optional("Brightness", CharacteristicTypes.BRIGHTNESS)
                .items(ItemType.COLOR)
                .preset(Value.of(50))
                .by(Mappings.percent());
        private static final Role HUE = Role.optional("Hue", CharacteristicTypes.HUE)
                .items(ItemType.COLOR)
                .by(Mappings.hue());

        @Override
        public String name() {
            return "Choosy";
        }

        @Override
        public ServiceType service() {
            return ServiceTypes.LIGHTBULB;
        }

        @Override
        public List<Role> roles() {
            return List.of(ON, BRIGHTNESS, HUE);
        }

        @Override
        public Optional<String> lacks(Set<Role> filled) {
            boolean isEnough = filled.contains(HUE) || filled.contains(BRIGHTNESS);
            return isEnough ? Optional.empty() : Optional.of("Note Hue, or a Brightness.");
        }
    }

    @Test
    void aBareTypeIsPlayedByTheItemItself() {
        item("Lamp", ItemType.SWITCH, "Lighting");
        assertEquals(List.of("Lamp: Lighting(OnState=Lamp)*"), plans());
        assertEquals(List.of("Lighting.OnState"), report("Lamp").becomes());
    }

    @Test
    void aTypeHasItsSayWhenNothingIsMissing() {
        item("S", ItemType.SWITCH, "Spot");
        item("T", ItemType.NUMBER, "Spot");
        assertEquals(
                List.of(new CheckReport.Finding(false, "A spot is seen in the dark only.")),
                report("S").findings());
        assertEquals(1, report("T").findings().size(), "only why it isn't there");
    }

    @Test
    void optionalRolesAreAskedFor() {
        item("Lamp", ItemType.COLOR, "Lighting, Lighting.Brightness ,Lighting.Hue,Lighting.Saturation");
        assertEquals(List.of("Lamp: Lighting(OnState=Lamp,Brightness=Lamp,Hue=Lamp,Saturation=Lamp)*"), plans());
    }

    @Test
    void oneOfSeveralRolesMayBeNeeded() {
        item("Lamp", ItemType.COLOR, "Choosy");
        item("Other", ItemType.COLOR, "Choosy,Choosy.Hue");
        assertEquals(List.of("Other: Choosy(OnState=Other,Brightness=50,Hue=Other)*"), plans());
        assertEquals("Note Hue, or a Brightness.", fault("Lamp"));
        item("Fixed", ItemType.COLOR, "Choosy", "Brightness", "30");
        assertEquals(2, plans().size());
    }

    @Test
    void aGroupIsPlayedByItsMembers() {
        group("G", "Lighting");
        member("G", "Level", ItemType.DIMMER, "Lighting.OnState,Lighting.Brightness");
        member("G", "Warmth", ItemType.NUMBER, "ColorTemperature");
        assertEquals(List.of("G: Lighting(OnState=Level,Brightness=Level,ColorTemperature=Warmth)*"), plans());
        assertEquals(List.of("Lighting.ColorTemperature of G"), report("Warmth").becomes());
    }

    @Test
    void aGroupWithABaseItemPlaysItself() {
        items.add(Item.of("G", ItemType.GROUP)
                .groupType(ItemType.SWITCH)
                .metadata("homekit", new Metadata("Lighting", Map.of()))
                .build());
        assertEquals(List.of("G: Lighting(OnState=G)*"), plans());
    }

    @Test
    void aCharacteristicWithoutOwnerServesEveryTypeOfTheGroup() {
        group("G", "Lighting,Spot");
        member("G", "S", ItemType.SWITCH, "OnState");
        assertEquals(List.of("G: Lighting(OnState=S)*->[Spot]'G'! Spot(OnState=S)'G Lightbulb'!"), plans());
    }

    @Test
    void severalTypesAreSeveralServicesAndPrimaryNamesOne() {
        item("Both", ItemType.SWITCH, "Lighting,MotionSensor", "primary", "motionsensor");
        assertEquals(
                List.of(
                        "Both: Lighting(OnState=Both)'Both'! MotionSensor(MotionDetectedState=Both)*'Both Motion Sensor'!"),
                plans());
    }

    @Test
    void aMemberWithATypeIsAServiceOfTheGroupsAccessory() {
        group("G", "AccessoryGroup");
        member("G", "B", ItemType.NUMBER, "TemperatureSensor");
        member("G", "A", ItemType.SWITCH, "MotionSensor");
        assertEquals(
                List.of("G: MotionSensor:A(MotionDetectedState=A)*'A'! TemperatureSensor:B(CurrentTemperature=B)'B'!"),
                plans());
    }

    @Test
    void aChildThatSaysSoIsLinked() {
        group("G", "Lighting");
        member("G", "Main", ItemType.SWITCH, "Lighting.OnState");
        member("G", "Extra", ItemType.SWITCH, "Spotlight");
        assertEquals(
                List.of("G: Lighting(OnState=Main)*->[Spot:Extra]'G'! Spot:Extra(OnState=Extra)'Extra'!"), plans());
    }

    @Test
    void aChildKeepsItsOwnCharacteristics() {
        group("G", "Lighting");
        member("G", "Main", ItemType.SWITCH, "Lighting.OnState");
        member("G", "Extra", ItemType.DIMMER, "Lighting,Lighting.Brightness");
        assertEquals(
                List.of("G: Lighting(OnState=Main)*'G'! Lighting:Extra(OnState=Extra,Brightness=Extra)'Extra'!"),
                plans());
    }

    @Test
    void membersOfAnAccessoryAreNoAccessories() {
        group("G", "Lighting");
        member("G", "Main", ItemType.SWITCH, "Lighting.OnState");
        item("Alone", ItemType.DIMMER, "Lighting.Brightness");
        assertEquals(1, plans().size());
        assertTrue(fault("Alone").contains("No accessory takes it"), fault("Alone"));
    }

    @Test
    void aPlainGroupDoesntSwallowItsMembers() {
        items.add(Item.of("Room", ItemType.GROUP).build());
        member("Room", "Lamp", ItemType.SWITCH, "Lighting");
        assertEquals(List.of("Lamp: Lighting(OnState=Lamp)*"), plans());
    }

    @Test
    void circlesAreRefused() {
        items.add(Item.of("A", ItemType.GROUP)
                .groups(Set.of("Top"))
                .metadata("homekit", note("AccessoryGroup"))
                .build());
        items.add(Item.of("Top", ItemType.GROUP)
                .metadata("homekit", note("AccessoryGroup"))
                .build());
        items.add(Item.of("B", ItemType.GROUP)
                .groups(Set.of("A", "B"))
                .metadata("homekit", note("AccessoryGroup"))
                .build());
        member("B", "Lamp", ItemType.SWITCH, "Lighting");
        assertEquals(List.of("Top: Lighting:Lamp(OnState=Lamp)*"), plans());
        assertTrue(fault("B").contains("member of itself"), fault("B"));
    }

    @Test
    void constantsFillRoles() {
        item("Cell", ItemType.NUMBER, "Battery", "BatteryChargingState", "true");
        assertEquals(
                List.of("Cell: Battery(BatteryLevel=Cell,BatteryLowStatus=Cell,BatteryChargingState=1)*"), plans());
        items.clear();
        item("Cell", ItemType.NUMBER, "Battery");
        assertEquals(
                List.of("Cell: Battery(BatteryLevel=Cell,BatteryLowStatus=Cell,BatteryChargingState=2)*"), plans());
    }

    @Test
    void whatIsMissingOrWrongIsTold() {
        item("Door", ItemType.CONTACT, "TemperatureSensor");
        item("Typo", ItemType.SWITCH, "Lihgting");
        item("Level", ItemType.CONTACT, "Lighting.Brightness");
        group("G", "Lighting");
        member("G", "First", ItemType.SWITCH, "OnState");
        member("G", "Second", ItemType.SWITCH, "OnState");
        member("G", "Stray", ItemType.SWITCH, "MotionDetectedState");
        member("G", "Wrong", ItemType.STRING, "Brightness");
        Composition composition = compose("");
        assertEquals(
                List.of("G"),
                composition.accessories().stream().map(AccessoryPlan::owner).toList());
        assertTrue(fault("Door").contains("TemperatureSensor needs CurrentTemperature"), fault("Door"));
        assertTrue(fault("Typo").contains("\"Lihgting\""), fault("Typo"));
        assertTrue(report("Second").findings().get(0).text().contains("Another item"));
        assertTrue(fault("Stray").contains("No accessory takes it"), fault("Stray"));
        assertTrue(fault("Wrong").contains("Brightness takes a Dimmer or Color"), fault("Wrong"));
        assertEquals(Map.of("Typo", "Lihgting"), composition.unknown());
    }

    @Test
    void anAccessoryWithAWordThatIsUnknownIsntWhole() {
        group("G", "Lighting");
        member("G", "Main", ItemType.SWITCH, "OnState");
        member("G", "Odd", ItemType.SWITCH, "Thermostat.Something");
        assertEquals(Map.of("Odd", "Thermostat.Something"), compose("").unknown());
        assertTrue(compose("").accessories().get(0).isWhole(), "the member is no part of it");
        item("Both", ItemType.SWITCH, "Lighting,Frobnicator");
        assertFalse(compose("").accessories().get(1).isWhole());
    }

    @Test
    void accessoriesSayWhoTheyAre() {
        group("G", "Lighting", "Manufacturer", "Acme", "FirmwareRevision", "2.1");
        member("G", "Main", ItemType.SWITCH, "OnState,Identify");
        items.add(Item.of("Title", ItemType.STRING)
                .groups(Set.of("G"))
                .state(new ItemState.Text("My lamp!"))
                .metadata("homekit", note("Name"))
                .build());
        AccessoryPlan plan = compose("").accessories().get(0);
        assertEquals("My lamp", plan.info().name());
        assertEquals("Acme", plan.info().manufacturer());
        assertEquals("2.1", plan.info().firmwareRevision());
        assertEquals("G", plan.info().serialNumber());
        assertEquals("Main", plan.identify().orElseThrow());
    }

    @Test
    void membersGoWithTheirGroup() {
        group("G", "Lighting", "instance", "2");
        member("G", "Main", ItemType.SWITCH, "OnState");
        item("Own", ItemType.SWITCH, "Lighting", "instance", "first");
        assertEquals(
                List.of("Own"),
                compose("").reports().stream().map(CheckReport::item).toList());
        assertTrue(report("Own").findings().get(0).text().contains("instance"));
        assertEquals(
                List.of("G", "Main"),
                compose("instance:2").reports().stream().map(CheckReport::item).toList());
    }

    @Test
    void nothingIsAskedForByNone() {
        item("Off", ItemType.SWITCH, "None");
        item("Empty", ItemType.SWITCH, "");
        assertEquals(List.of(), plans());
        assertEquals(List.of(), compose("").reports());
    }

    @Test
    void statesDontChangePlans() {
        item("Lamp", ItemType.SWITCH, "Lighting");
        List<AccessoryPlan> before = compose("").accessories();
        items.set(0, items.get(0).with(ItemState.OnOff.ON));
        assertEquals(before, compose("").accessories());
    }

    @Test
    void anAccessoryHasAHundredServices() {
        group("G", "AccessoryGroup");
        for (int count = 0; count < 120; count++) {
            member("G", "L" + count, ItemType.SWITCH, "Lighting");
        }
        assertEquals(99, compose("").accessories().get(0).services().size());
        assertTrue(fault("G").contains("100 services"));
    }
}
