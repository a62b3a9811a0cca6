// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.conformance.DatabaseRules;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;

/** A home that nobody noted anything for but two items, shown by its tags. */
class SemanticHomeIT {
    private static final String LIGHTBULB_ON = "25";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static FelixRuntime runtime;
    private static FrameworkBridge tagged;
    private static FrameworkBridge noted;

    @BeforeAll
    static void showHome() throws Exception {
        runtime = FelixRuntime.start(Built.fresh("semantic"), Libraries.LOWEST);
        runtime.showItems(SemanticHome.json());
        noted = FrameworkBridge.start(runtime, "noted");
        tagged = FrameworkBridge.start(
                runtime, "tagged", Map.of("expose", "semantic", "selection", "instance:1,!tag:WebService"));
    }

    @AfterAll
    static void stop() throws Exception {
        runtime.close();
    }

    @Test
    void thingsAreAccessoriesWithTheirRoomsAndKeepTheRules() throws Exception {
        assertTrue(SemanticHome.size() >= 60);
        ControllerKeys keys = WireClient.newKeys("tags");
        ControllerKeys.Peer peer = tagged.pair(keys);
        try (WireClient session = tagged.session(keys, peer)) {
            JsonArray accessories = session.accessories();
            assertEquals(List.of(), DatabaseRules.check(accessories));
            assertEquals(SemanticHome.ACCESSORIES, names(tagged));
            String on = Accessories.find(accessories, "Living Room Lamp", LIGHTBULB_ON);
            session.put(on, "value", "false");
            Eventually.until(
                    PATIENCE,
                    "the lamp to be off",
                    () -> runtime.service(ItemRegistry.class)
                            .item("Lamp")
                            .orElseThrow()
                            .state()
                            .text()
                            .matches("0|OFF"));
            session.remove(keys.id());
        }
    }

    @Test
    void whatIsNotedIsTheSameAccessoryEitherWay() {
        assertEquals(List.of("Explicit Lamp"), names(noted));
        assertEquals(idOf(noted, "Explicit Lamp"), idOf(tagged, "Explicit Lamp"));
    }

    @Test
    void aBridgeThatReadsNotesKeepsItsIdsWhenItReadsTags() throws Exception {
        FrameworkBridge turning = FrameworkBridge.start(runtime, "turning", Map.of());
        String before = idOf(turning, "Explicit Lamp");
        var settings = turning.configuration().getProperties();
        settings.put("expose", "semantic");
        turning.configuration().update(settings);
        Eventually.until(
                PATIENCE, "the bridge to show things", () -> names(turning).size() == SemanticHome.ACCESSORIES.size());
        assertEquals(before, idOf(turning, "Explicit Lamp"));
    }

    @Test
    void checkTellsBeforeAndWithoutTurning() throws Exception {
        VerbResult result = check("--semantic", "--json");
        String text = ((VerbResult.Output.Text) result.outputs().get(0)).text();
        assertEquals(0, result.status(), text);
        assertTrue(text.contains("Cameras can't be shown in Home yet."), text);
        assertTrue(text.contains("a Router does there"), text);
        assertTrue(text.contains("\"bridge\": \"noted\""), text);
    }

    private static VerbResult check(String... arguments) throws Exception {
        BundleContext context = runtime.context();
        return context.getServiceReferences(Verb.class, null).stream()
                .map(context::getService)
                .filter(verb -> verb.name().equals("check"))
                .findFirst()
                .orElseThrow()
                .run(List.of(arguments));
    }

    private static List<String> names(FrameworkBridge bridge) {
        return bridge.accessories().stream()
                .map(accessory -> accessory.name())
                .filter(name -> !name.startsWith("Test "))
                .sorted()
                .collect(Collectors.toList());
    }

    private static String idOf(FrameworkBridge bridge, String name) {
        return bridge.accessories().stream()
                .filter(accessory -> accessory.name().equals(name))
                .map(accessory -> String.valueOf(accessory.aid()))
                .findFirst()
                .orElseThrow();
    }
}
