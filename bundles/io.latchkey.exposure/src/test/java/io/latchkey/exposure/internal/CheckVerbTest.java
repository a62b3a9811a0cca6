// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static io.latchkey.exposure.internal.ExposureFixture.item;
import static io.latchkey.exposure.internal.ExposureFixture.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.accessories.lighting.internal.Lighting;
import io.latchkey.accessories.sensors.internal.ContactSensor;
import io.latchkey.accessories.sensors.internal.MotionSensor;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person is told who asks why a lamp isn't in Home. */
class CheckVerbTest {
    private final FakeItemRegistry registry = new FakeItemRegistry(
            item("Lamp", "Dimmer", "40", "Lighting,Lighting.Brightness"),
            item("Odd", "Switch", "OFF", "Lighting", "instance", "first"),
            item("Typo", "Switch", "OFF", "Lihgting"),
            item("Part", "Switch", "OFF", "Lighting.Brigthness"),
            item("Strange", "Switch", "OFF", "Quuxinator"),
            item("Far", "Switch", "OFF", "Lighting", "instance", 7),
            member("Nobody", "Near", "Switch", "OFF", "Lighting", "instance", 8),
            item("Wrong", "Contact", "OPEN", "Lighting"),
            item("Quiet", "Contact", "OPEN", ""),
            item("Never", "Switch", "OFF", "None"),
            item("Tune", "Player", "NULL", ""),
            item("Group", "Group", "NULL", ""));
    private final ExposureFixture home =
            new ExposureFixture(new Lighting(), new MotionSensor(), new ContactSensor()).with("local", registry);
    private final FixedPlaces places = new FixedPlaces();
    private final CheckVerb check = new CheckVerb(home.exposure, places);

    @Test
    void faultsComeFirstEachKindByName() {
        home.open("", "");
        VerbResult result = check.run(List.of());
        List<List<String>> rows = table(result).rows();
        assertEquals(1, result.status());
        assertEquals(
                List.of("Far", "Near", "Part", "Strange", "Typo", "Wrong", "Odd", "Lamp"),
                rows.stream().map(row -> row.get(1)).toList());
        assertEquals(List.of("fault", "Typo", "home", ""), rows.get(4).subList(0, 4));
        assertEquals(
                List.of("note", "Odd", "home", "Lighting.OnState"), rows.get(6).subList(0, 4));
        assertEquals(List.of("fine", "Lamp", "home", "Lighting.OnState, Lighting.Brightness", ""), rows.get(7));
        assertEquals(
                new Output.Text("6 faults, 1 note, 1 fine."), result.outputs().get(1));
    }

    @Test
    void whatIsAbsentIsNamedWithItsReason() {
        home.open("", "Lamp");
        assertEquals(0, check.run(List.of("Lamp")).status());
        registry.remove("Lamp");
        home.workers.pass(ExposureFixture.SOON);
        VerbResult result = check.run(List.of("Lamp"));
        assertEquals(1, result.status());
        assertEquals(
                List.of("local:Lamp", "home", "item Lamp isn't there"),
                table(result).rows().get(0));
        assertTrue(result.outputs().toString().contains("the verb prune takes it out of Home"), result.toString());
        assertTrue(
                check.run(List.of()).outputs().toString().contains("1 absent."),
                check.run(List.of()).toString());
        String json = check.run(List.of("--json")).outputs().toString();
        assertTrue(json.contains("\"cause\": \"MISSING\""), json);
        registry.put(item("Lamp", "Dimmer", "40", "Lighting,Lighting.Brightness"));
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(0, check.run(List.of("Lamp")).status());
    }

    @Test
    void whatAHostCantReadIsNamed() {
        registry.remarks.put("Lamp", "line 4: a Dimmer can't have the state \"OPEN\"");
        home.open("", "");
        VerbResult result = check.run(List.of("Lamp"));
        assertEquals(0, result.status());
        assertEquals("note", table(result).rows().get(0).get(0));
        String text = table(result).rows().get(0).get(4);
        assertTrue(text.contains("host local says: line 4: a Dimmer can't have the state"), text);
        registry.spoil("Quiet", "line 9: it needs a \"type\"");
        home.workers.pass(ExposureFixture.SOON);
        VerbResult spoilt = check.run(List.of("Quiet"));
        assertEquals(1, spoilt.status());
        assertTrue(spoilt.toString().contains("Item Quiet can't be read: line 9: it needs"), spoilt.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Typo | 1 | \"Lihgting\" is no accessory type | did you mean Lighting?",
                "Part | 1 | \"Lighting.Brigthness\" is no | did you mean Lighting.Brightness?",
                "Strange | 1 | \"Quuxinator\" is no | mend the spelling, or install the bundle that brings it.",
                "Far | 1 | home takes instance:1. Its option instance is 7. | Change its option instance",
                "Near | 1 | No bridge selects it | goes with the group",
                "Wrong | 1 | Lighting needs OnState | Contact is none.",
                "Odd | 0 | Its option instance is no number | counts as 1.",
                "Quiet | 0 | metadata homekit says nothing. | A Contact can be noted as: ContactSensor, MotionSensor.",
                "Never | 0 | metadata homekit says None. | A Switch can be noted as: ContactSensor, Lighting",
                "Tune | 0 | No installed type is made of a Player alone | in a group.",
                "Group | 0 | which type of accessory its members make | AccessoryGroup.",
            })
    void oneItemIsExplained(String item, int status, String what, String mending) {
        home.open("", "");
        VerbResult result = check.run(List.of(item));
        assertEquals(status, result.status());
        String text = table(result).rows().get(0).get(4);
        assertTrue(text.contains(what) && text.contains(mending), text);
    }

    @Test
    void eachBridgeHasItsRow() {
        home.open("", "");
        home.exposure.open(new BridgeView("second", "Second", "", "Lamp,instance:7"), new RecordingSink());
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(
                List.of("home", "second"),
                table(check.run(List.of("Lamp"))).rows().stream()
                        .map(row -> row.get(2))
                        .toList());
        assertEquals(0, check.run(List.of("Far")).status());
    }

    @Test
    void theBridgeThatShowsItIsNamed() {
        home.open("", "");
        places.shown("local:Lamp", "home-2");
        List<String> row = table(check.run(List.of("Lamp"))).rows().get(0);
        assertEquals(List.of("fine", "Lamp", "home-2", "Lighting.OnState, Lighting.Brightness", ""), row);
        assertEquals(List.of("home"), places.asked);
    }

    @Test
    void whatNoBridgeCanShowIsAFaultOfAllItsParts() {
        registry.put(item("Mood", "Group", "NULL", "Lighting"));
        registry.put(member("Mood", "MoodOn", "Switch", "ON", "Lighting.OnState"));
        home.open("", "");
        places.leftOut("local:Mood", "HomeKit takes 100 services at most: make several accessories of it");
        for (String name : List.of("Mood", "MoodOn")) {
            VerbResult result = check.run(List.of(name));
            List<String> row = table(result).rows().get(0);
            assertEquals(1, result.status());
            assertEquals(List.of("fault", name, "home", ""), row.subList(0, 4));
            assertEquals(
                    "No bridge shows the accessory of Mood: HomeKit takes 100 services at most:"
                            + " make several accessories of it.",
                    row.get(4));
        }
    }

    @Test
    void whatABridgeCantKnowYetIsNoFault() {
        home.exposure.open(new BridgeView("home", "Home", "", ""), home.sink);
        assertTrue(table(check.run(List.of("Lamp"))).rows().get(0).get(4).startsWith("No bridge has looked at it yet"));
        registry.isReady = false;
        VerbResult loading = check.run(List.of("Lamp"));
        assertEquals(0, loading.status());
        assertTrue(table(loading).rows().get(0).get(4).contains("still loading"));
    }

    @Test
    void noBridgeAndNoHostAreFaults() {
        assertTrue(table(check.run(List.of("Lamp"))).rows().get(0).get(4).startsWith("No bridge is running"));
        home.open("(latchkey.host=other)", "");
        assertTrue(table(check.run(List.of("Lamp"))).rows().get(0).get(4).contains("the host local"));
    }

    @Test
    void tagsAreTriedOutBeforeTheyCount() {
        registry.put(Item.of("Tagged", ItemType.SWITCH)
                .tags(Set.of("Lightbulb", "Switch"))
                .build());
        registry.put(Item.of("Vain", ItemType.GROUP).tags(Set.of("Lightbulb")).build());
        home.open("", "");
        assertTrue(table(check.run(List.of("Tagged"))).rows().get(0).get(4).startsWith("It doesn't ask"));
        List<String> tagged =
                table(check.run(List.of("Tagged", "--semantic"))).rows().get(0);
        assertEquals(List.of("fine", "Tagged", "home", "Lighting.OnState", ""), tagged);
        String json = ((Output.Text)
                        check.run(List.of("--semantic", "--json")).outputs().get(0))
                .text();
        assertTrue(json.contains("\"Vain\"") && json.contains("this Lightbulb has no points"), json);
        assertTrue(json.contains("\"Typo\""), json);
        assertEquals(List.of("--json", "--addon"), check.complete(List.of("Lamp", "--semantic", "")));
        assertTrue(home.sink.accessories.keySet().stream().noneMatch(key -> key.contains("Tagged")));
    }

    @Test
    void tagsAreTriedOutWithoutABridgeToo() {
        registry.put(Item.of("Tagged", ItemType.SWITCH)
                .tags(Set.of("Lightbulb", "Switch"))
                .build());
        assertEquals(
                List.of("fine", "Tagged", "preview", "Lighting.OnState", ""),
                table(check.run(List.of("Tagged", "--semantic"))).rows().get(0));
    }

    @Test
    void aBridgeThatReadsTagsShowsWhatTheySay() {
        registry.put(Item.of("Tagged", ItemType.SWITCH)
                .tags(Set.of("Lightbulb", "Switch"))
                .build());
        home.exposure.open(new BridgeView("home", "Home", "", "", BridgeView.Expose.SEMANTIC), home.sink);
        home.workers.pass(ExposureFixture.SOON);
        assertTrue(home.sink.accessories.keySet().stream().anyMatch(key -> key.contains("Tagged")));
        assertTrue(table(check.run(List.of())).rows().stream()
                .anyMatch(row -> row.get(1).equals("Tagged")));
        String quiet = table(check.run(List.of("Quiet"))).rows().get(0).get(4);
        assertTrue(quiet.contains("Its tags say nothing that Home knows."), quiet);
    }

    @Test
    void programsGetTheSame() {
        home.open("", "");
        VerbResult result = check.run(List.of("--json", "Far"));
        assertEquals(1, result.status());
        assertEquals("""
                {
                  "faults": 1,
                  "notes": 0,
                  "items": [
                    {
                      "item": "Far",
                      "type": "Switch",
                      "host": "local",
                      "standing": "fault",
                      "becomes": [],
                      "findings": [
                        {
                          "fault": "No bridge selects it: home takes instance:1. Its option instance is 7.\
                 Change its option instance, or selection in the configuration of a bridge."
                        }
                      ]
                    }
                  ],
                  "absent": [],
                  "contributors": []
                }""", ((Output.Text) result.outputs().get(0)).text());
        String lamp =
                ((Output.Text) check.run(List.of("Lamp", "--json")).outputs().get(0)).text();
        assertTrue(lamp.contains("\"bridge\": \"home\""), lamp);
        assertTrue(lamp.contains("\"Lighting.Brightness\""), lamp);
    }

    @Test
    void whatIsTypedWrongIsSaid() {
        home.open("", "");
        assertEquals("Usage: check [ITEM] [--semantic] [--addon] [--json]", failed(check.run(List.of("a", "b"))));
        assertEquals("Usage: check [ITEM] [--semantic] [--addon] [--json]", failed(check.run(List.of("--yaml"))));
        home.exposure.removeRegistry(registry);
        assertEquals(
                "There is no item Lamp; the verb items lists them. Not looked at, because they are away: items of local.",
                failed(check.run(List.of("Lamp"))));
        assertEquals(0, check.run(List.of()).status());
        assertEquals(
                "{\n  \"faults\": 0,\n  \"notes\": 0,\n  \"items\": [],\n  \"absent\": [],\n  \"contributors\": []\n}",
                text(check.run(List.of("--json"))));
    }

    @Test
    void namesAreCompleted() {
        assertEquals(15, check.complete(List.of("")).size());
        assertEquals(List.of("--json", "--semantic", "--addon"), check.complete(List.of("Lamp", "")));
        assertEquals(14, check.complete(List.of("--json", "")).size());
        assertEquals(List.of("--semantic", "--addon"), check.complete(List.of("--json", "Lamp", "")));
    }

    @Test
    void optionsWithASlipAreNoted() {
        registry.put(item("Warm", "Dimmer", "4", "Lighting,Lighting.ColorTemperature", "minvalue", "150", "mine", "x"));
        home.open("", "");
        assertEquals(
                "Its option minvalue isn't known: did you mean minValue?",
                table(check.run(List.of("Warm"))).rows().get(0).get(4));
    }

    private static Output.Table table(VerbResult result) {
        return (Output.Table) result.outputs().get(0);
    }

    private static String text(VerbResult result) {
        return ((Output.Text) result.outputs().get(0)).text();
    }

    private static String failed(VerbResult result) {
        assertEquals(1, result.status());
        return text(result);
    }
}
