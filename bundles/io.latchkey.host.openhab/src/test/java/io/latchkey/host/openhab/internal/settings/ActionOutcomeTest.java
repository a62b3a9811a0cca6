// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.testing.InlineContributors;
import io.latchkey.api.testing.ManualWorkers;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** openHAB says "saved" to everything, so the page of a bridge tells what became of an action when it is opened again. */
class ActionOutcomeTest {
    private final BridgePagesRig rig = new BridgePagesRig();
    private final BridgeForms forms = new BridgeForms(
            new UnseenPages(),
            rig.admin,
            rig.bridges.runtime(),
            rig.bridges.control(),
            new ManualWorkers(),
            new InlineContributors(),
            rig.outcomes);
    private FakeAdmin.Fake home;

    @BeforeEach
    void aBridgeRuns() {
        home = rig.admin.put(
                "io.latchkey.bridge~home", "io.latchkey.bridge", Map.of("id", "home", "name", "Villa", "port", 9123));
        rig.bridges.ready("home", FakeBridges.CODE, 1);
        rig.admin.written = forms::request;
        forms.request();
    }

    @Test
    void whoTypesItsNameRemovesIt() {
        home.save(Map.of("remove", " Villa "));
        assertEquals(0, rig.admin.count());
        assertEquals(List.of(), rig.bridges.asked, "what it has stored stays");
    }

    @Test
    void anotherNameRemovesNothingAndIsTold() {
        for (String typed : List.of("villa", "home", "Vill")) {
            home.save(Map.of("remove", typed));
            assertEquals(1, rig.admin.count());
            assertFalse(home.properties.containsKey("remove"), "nothing is left of it");
            assertEquals("Villa", home.properties.get("name"));
            assertEquals(
                    "Last action: not removed: " + typed + " is not the name of this bridge, which is Villa",
                    rig.shown(BridgePagesRig.HOME, Locale.ENGLISH).get(0));
        }
        assertEquals(
                "Letzte Aktion: nicht entfernt: Vill ist nicht der Name dieser Bridge, sie heißt Villa",
                rig.shown(BridgePagesRig.HOME, Locale.GERMAN).get(0));
    }

    @Test
    void itIsToldUntilSomethingElseIsSaved() {
        home.save(Map.of("reset", true));
        assertEquals(
                "Last action: the bridge is a new one",
                rig.shown(BridgePagesRig.HOME, null).get(0));
        forms.request();
        assertEquals(
                "Last action: the bridge is a new one",
                rig.shown(BridgePagesRig.HOME, null).get(0));
        home.save(Map.of("port", 9124));
        assertEquals(List.of("Bridge <home>: paired with 1 controller"), rig.shown(BridgePagesRig.HOME, null));
    }

    @Test
    void whatCouldNotBeDoneIsTold() {
        rig.bridges.trouble = Optional.of(new IllegalStateException("bridge home is paired"));
        home.save(Map.of("newSetupCode", true));
        String told = rig.shown(BridgePagesRig.HOME, null).get(0);
        assertTrue(told.startsWith("Last action: no new setup code: "), told);
        home.save(Map.of("reset", true));
        assertEquals(
                "Last action: not reset: the bridge does not run",
                rig.shown(BridgePagesRig.HOME, null).get(0));
    }

    @Test
    void whatRemovalDoesIsSaidBesideIt() {
        String said =
                rig.descriptions.getConfigDescription(BridgePagesRig.HOME, Locale.ENGLISH).getParameters().stream()
                        .filter(each -> each.getName().equals("remove"))
                        .findFirst()
                        .orElseThrow()
                        .getDescription();
        assertTrue(said.contains("type its name, Villa,"), said);
        assertTrue(said.contains("stays in userdata/latchkey: a bridge with the id home"), said);
    }

    /** Its file would bring it back, and ask for the action at each start. */
    @Test
    void aBridgeThatLivesInAFileHasNoActions() {
        Map<String, Object> properties = new HashMap<>(home.properties);
        properties.put("felix.fileinstall.filename", "file:/etc/openhab/io.latchkey.bridge-home.cfg");
        properties.put("remove", "Villa");
        home.save(properties);
        assertEquals(1, rig.admin.count());
        assertTrue(rig.shown(BridgePagesRig.HOME, null)
                .contains("Configured in a file: file:/etc/openhab/io.latchkey.bridge-home.cfg"));
        assertTrue(rig.descriptions.getConfigDescription(BridgePagesRig.HOME, null).getParameters().stream()
                .allMatch(each -> each.getGroupName() == null));
    }

    /** Pages without a framework. */
    private static final class UnseenPages extends Pages {
        UnseenPages() {
            super(null);
        }

        @Override
        void show(Map<String, BridgeForm> now) {
            // nobody looks
        }
    }
}
