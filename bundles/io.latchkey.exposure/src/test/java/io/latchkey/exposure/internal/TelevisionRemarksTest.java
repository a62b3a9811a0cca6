// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static io.latchkey.exposure.internal.ExposureFixture.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.accessories.media.internal.Television;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a person is told who has more televisions than the remote control of a phone lists. */
class TelevisionRemarksTest {
    private static final String REMARK =
            "Bridge home has 2 televisions (Cellar, Lounge), and the remote control of phones"
                    + " lists only the first one of a bridge. Let all but one stand alone: standalone=true beside the type,"
                    + " or standaloneTelevisions=true in the configuration of the bridge for all of them; then pair each"
                    + " by itself.";

    private final FakeItemRegistry registry = new FakeItemRegistry(
            item("Lounge", "Switch", "OFF", "Television"), item("Cellar", "Switch", "OFF", "Television"));
    private final ExposureFixture home = new ExposureFixture(new Television()).with("local", registry);
    private final FixedPlaces places = new FixedPlaces();
    private final CheckVerb check = new CheckVerb(home.exposure, places);

    private List<String> row(String... arguments) {
        VerbResult result = check.run(List.of(arguments));
        assertEquals(0, result.status(), "both work");
        return ((Output.Table) result.outputs().get(0)).rows().get(0);
    }

    @Test
    void twoOnOneBridgeAreTold() {
        home.open("", "");
        assertEquals(List.of("note", "Lounge", "home", "Television.Active", REMARK), row("Lounge"));
        assertEquals(List.of("note", "Cellar", "home", "Television.Active", REMARK), row("Cellar"));
        String json =
                ((Output.Text) check.run(List.of("Lounge", "--json")).outputs().get(0)).text();
        assertTrue(json.contains("\"note\": \"" + REMARK), json);
    }

    @Test
    void oneOfAnotherHostCountsToo() {
        registry.remove("Cellar");
        home.with("other", new FakeItemRegistry(item("Cellar", "Switch", "OFF", "Television")));
        home.open("", "");
        assertEquals(REMARK, row("Lounge").get(4));
        assertEquals(REMARK, row("Cellar").get(4));
    }

    @Test
    void oneAloneIsFine() {
        registry.put(item("Cellar", "Switch", "OFF", "Television", "instance", 2));
        home.open("", "");
        home.exposure.open(new BridgeView("second", "Second", "", "instance:2"), new RecordingSink());
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(List.of("fine", "Lounge", "home", "Television.Active", ""), row("Lounge"));
        assertEquals(List.of("fine", "Cellar", "second", "Television.Active", ""), row("Cellar"));
    }

    @Test
    void theBridgesCountThatReallyShowThem() {
        home.open("", "");
        places.shown("local:Lounge", "home");
        places.shown("local:Cellar", "home-2");
        assertEquals(List.of("fine", "Lounge", "home", "Television.Active", ""), row("Lounge"));
        registry.put(item("Attic", "Switch", "OFF", "Television"));
        home.workers.pass(ExposureFixture.SOON);
        places.shown("local:Attic", "home-2");
        assertEquals("", row("Lounge").get(4));
        assertTrue(row("Attic").get(4).startsWith("Bridge home-2 has 2 televisions (Attic, Cellar)"));
    }

    @Test
    void theyAreToldBeforeTagsCount() {
        for (String name : List.of("Lounge", "Cellar")) {
            registry.put(Item.of(name, ItemType.SWITCH)
                    .tags(Set.of("Television", "Switch"))
                    .build());
        }
        home.open("", "");
        assertTrue(row("Lounge").get(4).startsWith("It doesn't ask"));
        assertEquals(REMARK, row("Lounge", "--semantic").get(4));
    }
}
