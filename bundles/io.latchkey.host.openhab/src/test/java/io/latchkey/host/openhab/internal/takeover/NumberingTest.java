// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.Catalogue;
import io.latchkey.api.store.Allocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Old numbers where they are certain, new ones where they aren't. */
class NumberingTest {
    private static final long AID = 4711;

    private static Allocation.Entry entry(String... keys) {
        Map<String, Long> iids = new HashMap<>();
        for (String key : keys) {
            iids.put(key, iids.size() + 1L);
        }
        return new Allocation.Entry(3, iids.size() + 1L, iids, "items");
    }

    private static String key(String service, String characteristic) {
        return service + "/" + OldStorage.characteristic(characteristic);
    }

    private static Long iid(Numbering.Result result, String service, String characteristic) {
        return result.entry().iids().get(key(service, characteristic));
    }

    @Test
    void whatEveryServiceHasComesFirst() {
        Numbering.Result result = Numbering.of(
                AID,
                List.of(
                        OldStorage.information(),
                        OldStorage.service("WindowCovering", "CurrentPosition", "PositionState", "TargetPosition")),
                Optional.empty());
        assertEquals(1, result.entry().iids().get("AccessoryInformation"));
        assertEquals(2, iid(result, "AccessoryInformation", "Identify"));
        assertEquals(5, iid(result, "AccessoryInformation", "Name"));
        assertEquals(7, iid(result, "AccessoryInformation", "FirmwareRevision"));
        assertEquals(8, result.entry().iids().get("WindowCovering"));
        assertEquals(9, iid(result, "WindowCovering", "TargetPosition"));
        assertEquals(10, iid(result, "WindowCovering", "CurrentPosition"));
        assertEquals(11, iid(result, "WindowCovering", "PositionState"));
        assertEquals(new Allocation.Entry(AID, 12, result.entry().iids(), ""), result.entry());
        assertEquals(List.of(), result.unsure());
        assertEquals(11, result.kept());
    }

    @Test
    void oneFurtherCharacteristicIsCertainTwoAreNot() {
        OldService one = OldStorage.service("Lightbulb", "Brightness", "On");
        Numbering.Result dimmer = Numbering.of(AID, List.of(one), Optional.empty());
        assertEquals(10, iid(dimmer, "Lighting", "Brightness"));
        assertEquals(List.of(), dimmer.unsure());
        OldService two = OldStorage.service("Lightbulb", "Brightness", "ColorTemperature", "On");
        Allocation.Entry before = entry("Lighting", key("Lighting", "On"), key("Lighting", "Brightness"));
        Numbering.Result lamp = Numbering.of(AID, List.of(two), Optional.of(before));
        assertEquals(List.of("Brightness", "ColorTemperature"), lamp.unsure());
        assertEquals(9, iid(lamp, "Lighting", "On"));
        assertEquals(12, iid(lamp, "Lighting", "Brightness"), "behind all that there ever were");
        assertNull(iid(lamp, "Lighting", "ColorTemperature"), "the server gives it when it is shown");
        assertEquals("items", lamp.entry().provider());
    }

    @Test
    void aHardwareRevisionMovesWhatFollows() {
        OldService information = OldStorage.service(
                "AccessoryInformation",
                "FirmwareRevision",
                "HardwareRevision",
                "Identify",
                "Manufacturer",
                "Model",
                "SerialNumber",
                "Name");
        Numbering.Result result =
                Numbering.of(AID, List.of(information, OldStorage.service("Switch", "On")), Optional.empty());
        assertEquals(8, iid(result, "AccessoryInformation", "HardwareRevision"));
        assertEquals(10, iid(result, "Switchable", "On"));
    }

    @Test
    void membersOfAGroupStandByTheirNames() {
        List<OldService> old = List.of(
                OldStorage.information(),
                OldStorage.service("IrrigationSystem", "Active", "InUse", "ProgramMode"),
                OldStorage.service("Valve", "Active", "InUse", "ValveType", "Name"),
                OldStorage.service("Valve", "Active", "InUse", "ValveType", "Name"));
        Allocation.Entry before =
                entry("IrrigationSystem", "Valve:South", "Valve:North", key("Valve:North", "InUse"), "Battery:Box");
        Numbering.Result result = Numbering.of(AID, old, Optional.of(before));
        assertEquals(12, result.entry().iids().get("Valve:North"));
        assertEquals(14, iid(result, "Valve:North", "InUse"));
        assertEquals(17, result.entry().iids().get("Valve:South"));
        assertEquals(22, result.entry().iids().get("Battery:Box"), "new here");
    }

    @Test
    void anotherNumberOfServicesIsNotCertain() {
        List<OldService> old =
                List.of(OldStorage.information(), OldStorage.service("Valve", "Active", "InUse", "ValveType"));
        Numbering.Result result = Numbering.of(AID, old, Optional.of(entry("Valve:North", "Valve:South")));
        assertEquals(List.of("Valve"), result.unsure());
        assertTrue(result.entry().iids().get("Valve:North") > 11);
    }

    @Test
    void aTypeThatNobodyKnowsOnlyTakesRoom() {
        OldService unknown =
                new OldService(Catalogue.service("HumidifierDehumidifier").uuid(), List.of());
        Numbering.Result result = Numbering.of(
                AID,
                List.of(OldStorage.information(), unknown, OldStorage.service("Switch", "On")),
                Optional.of(entry("Switchable")));
        assertEquals(9, result.entry().iids().get("Switchable"));
        assertEquals(List.of("BD"), result.unsure());
    }

    @Test
    void withoutNotesOnlyTheBeginningIsCertain() {
        Allocation.Entry before = entry(
                "AccessoryInformation",
                key("AccessoryInformation", "Identify"),
                "Lighting",
                key("Lighting", "Brightness"),
                key("Lighting", "On"));
        Numbering.Result result = Numbering.unnoted(AID, before);
        assertEquals(9, iid(result, "Lighting", "On"));
        assertTrue(iid(result, "Lighting", "Brightness") > 40);
        Numbering.Result group = Numbering.unnoted(AID, entry("Lighting:A", "Lighting:B"));
        assertTrue(group.entry().iids().get("Lighting:A") > 39);
    }

    @Property(tries = 200)
    void noNumberIsGivenTwiceAndNoneIsLost(
            @ForAll @Size(max = 6) List<@IntRange(max = 3) Integer> old,
            @ForAll @Size(max = 6) List<@IntRange(max = 3) Integer> ours) {
        String[] words = {"Lighting", "Valve:A", "Valve:B", "Outlet"};
        List<OldService> noted = old.stream()
                .map(each -> switch (each) {
                    case 0 -> OldStorage.service("Lightbulb", "On", "Hue", "Brightness");
                    case 3 -> OldStorage.service("Outlet", "On", "OutletInUse");
                    default -> OldStorage.service("Valve", "Active", "InUse", "ValveType", "Name");
                })
                .toList();
        String[] keys = ours.stream().distinct().map(each -> words[each]).toArray(String[]::new);
        List<OldService> all = new ArrayList<>(List.of(OldStorage.information()));
        all.addAll(noted);
        Numbering.Result result = Numbering.of(AID, all, Optional.of(entry(keys)));
        assertTrue(result.entry().iids().keySet().containsAll(List.of(keys)));
        assertFalse(result.entry().iids().containsValue(result.entry().nextIid()));
        assertEquals(
                result.entry().iids().size(),
                new HashSet<>(result.entry().iids().values()).size());
    }
}
