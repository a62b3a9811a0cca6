// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.exposure.internal.EveryType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Groups with a base item, which have a state of their own. openHAB's add-on takes such a group for the item that plays;
 * its README had "Group:Switch:OR(ON,OFF)" with lamps in it as three accessories, and says since 4.0 that a member with a
 * type is a service of the group.
 */
class BaseItemGroupTest extends Planning {

    @Override
    List<AccessoryType> types() {
        return EveryType.ALL;
    }

    private void base(String name, ItemType base, String homekit) {
        items.add(Item.of(name, ItemType.GROUP)
                .groupType(base)
                .metadata("homekit", note(homekit))
                .build());
    }

    /** "Light 1" and "Light 2" as lights of their own, and a "Light Group" that switches both. */
    @Test
    void theGroupSwitchesItselfAndItsLampsStay() {
        base("gLight", ItemType.SWITCH, "Lighting");
        member("gLight", "light1", ItemType.SWITCH, "Lighting.OnState");
        member("gLight", "light2", ItemType.DIMMER, "Lighting.OnState,Lighting.Brightness");
        assertEquals(
                List.of(
                        "gLight: Lighting(OnState=gLight)*",
                        "light1: Lighting(OnState=light1)*",
                        "light2: Lighting(OnState=light2,Brightness=light2)*"),
                plans());
        assertEquals("", fault("light1") + fault("light2") + fault("gLight"));
    }

    @Test
    void aMemberWithATypeIsAServiceOfTheGroup() {
        base("gLight", ItemType.SWITCH, "Lighting");
        member("gLight", "light1", ItemType.SWITCH, "Lighting");
        member("gLight", "light2", ItemType.SWITCH, "Lighting");
        assertEquals(
                List.of("gLight: Lighting(OnState=gLight)*'gLight'! Lighting:light1(OnState=light1)'light1'!"
                        + " Lighting:light2(OnState=light2)'light2'!"),
                plans());
    }

    @Test
    void anAccessoryGroupWithABaseItemHasItsMembersOnly() {
        base("gLight", ItemType.SWITCH, "AccessoryGroup");
        member("gLight", "light1", ItemType.SWITCH, "Lighting");
        member("gLight", "light2", ItemType.SWITCH, "Lighting");
        assertEquals(
                List.of("gLight: Lighting:light1(OnState=light1)*'light1'! Lighting:light2(OnState=light2)'light2'!"),
                plans());
    }

    /** An accessory of several items may have a state of its own too. */
    @Test
    void membersThatAreNothingByThemselvesBelongToTheGroup() {
        base("Room", ItemType.NUMBER, "Thermostat");
        member("Room", "Now", ItemType.NUMBER, "Thermostat.CurrentTemperature");
        member("Room", "Wish", ItemType.NUMBER, "Thermostat.TargetTemperature");
        member("Room", "Mode", ItemType.STRING, "Thermostat.TargetHeatingCoolingMode");
        List<String> plans = plans();
        assertEquals(1, plans.size(), plans.toString());
        assertTrue(
                plans.get(0).contains("TargetHeatingCoolingMode=Mode")
                        && plans.get(0).contains("CurrentTemperature=Now")
                        && plans.get(0).contains("TargetTemperature=Wish"),
                plans.get(0));
    }

    @Test
    void whatSeveralMembersAreTheGroupSumsUp() {
        base("gLight", ItemType.SWITCH, "Lighting");
        member("gLight", "light1", ItemType.SWITCH, "OnState");
        member("gLight", "light2", ItemType.SWITCH, "OnState");
        assertEquals(List.of("gLight: Lighting(OnState=gLight)*"), plans());
        assertTrue(fault("light2").contains("note its type at the item"), fault("light2"));
    }

    @Test
    void aGroupThatCantPlayItIsPlayedByAMember() {
        base("Doors", ItemType.CONTACT, "Lighting");
        member("Doors", "Lamp", ItemType.SWITCH, "OnState");
        assertEquals(List.of("Doors: Lighting(OnState=Lamp)*"), plans());
    }

    @Test
    void anItemGoesWithTheGroupWithoutBaseItem() {
        base("All", ItemType.SWITCH, "Switchable");
        group("Lamp", "Lighting");
        items.add(Item.of("Power", ItemType.SWITCH)
                .groups(Set.of("All", "Lamp"))
                .metadata("homekit", note("Lighting.OnState"))
                .build());
        assertEquals(List.of("All: Switchable(OnState=All)*", "Lamp: Lighting(OnState=Power)*"), plans());
    }

    @Test
    void aGroupIsNotedByItsCharacteristicToo() {
        base("All", ItemType.SWITCH, "Lighting.OnState");
        member("All", "Lamp", ItemType.SWITCH, "Lighting");
        assertEquals(List.of("All: Lighting(OnState=All)*", "Lamp: Lighting(OnState=Lamp)*"), plans());
    }

    /** A bridge takes each of the three by itself. */
    @Test
    void theSelectionIsAskedForEach() {
        base("gLight", ItemType.SWITCH, "Lighting");
        member("gLight", "light1", ItemType.SWITCH, "Lighting.OnState", "instance", "2");
        assertEquals(
                List.of("gLight"),
                compose("").accessories().stream().map(AccessoryPlan::owner).toList());
        assertEquals(
                List.of("light1"),
                compose("instance:2").accessories().stream()
                        .map(AccessoryPlan::owner)
                        .toList());
    }
}
