// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.verb.Verb;
import io.latchkey.conformance.DatabaseRules;
import io.latchkey.itests.wire.WireClient;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;

/** As many accessories as one bridge may have, and more, and every rule of the list that controllers get. */
class LargeHomeIT {
    private static final int MOST = 149;
    private static final List<String> KINDS = List.of(
            "\"type\":\"Switch\",\"state\":\"ON\",\"metadata\":{\"homekit\":{\"value\":\"Lighting\"}}",
            "\"type\":\"Dimmer\",\"state\":\"35\",\"metadata\":{\"homekit\":{\"value\":\"Lighting\"}}",
            "\"type\":\"Color\",\"state\":\"120,80,60\",\"metadata\":{\"homekit\":{\"value\":\"Lighting\"}}",
            "\"type\":\"Switch\",\"state\":\"NULL\",\"metadata\":{\"homekit\":{\"value\":\"Outlet\"}}",
            "\"type\":\"Number:Temperature\",\"state\":\"70.7 \u00b0F\",\"metadata\":{\"homekit\":{\"value\":\"TemperatureSensor\"}}",
            "\"type\":\"Number\",\"state\":\"140\",\"metadata\":{\"homekit\":{\"value\":\"HumiditySensor\"}}",
            "\"type\":\"Contact\",\"state\":\"OPEN\",\"metadata\":{\"homekit\":{\"value\":\"ContactSensor\"}}",
            "\"type\":\"Switch\",\"state\":\"UNDEF\",\"metadata\":{\"homekit\":{\"value\":\"MotionSensor\"}}",
            "\"type\":\"Number\",\"state\":\"0\",\"metadata\":{\"homekit\":{\"value\":\"LightSensor\"}}");

    @Test
    void aHomeOf149ItemsIsValidByEveryRule() throws Exception {
        ControllerKeys keys = WireClient.newKeys("itests");
        try (FelixRuntime runtime = FelixRuntime.start(Built.fresh("large-home"), Libraries.HIGHEST)) {
            runtime.showItems(home(MOST));
            FrameworkBridge bridge = FrameworkBridge.start(runtime, "home");
            ControllerKeys.Peer peer = bridge.pair(keys);
            try (WireClient session = bridge.session(keys, peer)) {
                JsonArray accessories = session.accessories();
                assertEquals(List.of(), DatabaseRules.check(accessories));
                assertEquals(MOST + 1, accessories.size());
            }
        }
    }

    @Test
    void aHomeOf320ItemsTakesThreeBridgesThatPair() throws Exception {
        ControllerKeys keys = WireClient.newKeys("itests");
        try (FelixRuntime runtime = FelixRuntime.start(Built.fresh("larger-home"), Libraries.HIGHEST)) {
            runtime.showItems(home(320));
            FrameworkBridge first = FrameworkBridge.start(runtime, "home");
            Set<String> names = new HashSet<>();
            names.addAll(itemsOf(first, MOST, keys));
            names.addAll(itemsOf(first.further(2), MOST, keys));
            names.addAll(itemsOf(first.further(3), 320 - 2 * MOST, keys));
            assertEquals(320, names.size());
            assertTrue(check(runtime, "Item0").contains("\"bridge\": \"home\""));
            assertTrue(check(runtime, "Item319").contains("\"bridge\": \"home-3\""));
        }
    }

    private static Set<String> itemsOf(FrameworkBridge bridge, int size, ControllerKeys keys) throws Exception {
        ControllerKeys.Peer peer = bridge.pair(keys);
        try (WireClient session = bridge.session(keys, peer)) {
            JsonArray accessories = session.accessories();
            assertEquals(List.of(), DatabaseRules.check(accessories));
            assertEquals(size + 1, accessories.size());
        }
        return bridge.accessories().stream().map(AccessoryStatus::key).collect(Collectors.toSet());
    }

    private static String check(FelixRuntime runtime, String item) throws InvalidSyntaxException {
        BundleContext context = runtime.context();
        Verb check = context.getServiceReferences(Verb.class, null).stream()
                .map(context::getService)
                .filter(verb -> verb.name().equals("check"))
                .findFirst()
                .orElseThrow();
        return check.run(List.of(item, "--json")).outputs().toString();
    }

    @Test
    void theRulesFindWhatIsWrong() {
        JsonArray broken = JsonParser.parseString("""
                        [{"aid":2,"services":[{"iid":1,"type":"0000003E","characteristics":[
                          {"iid":1,"type":"14","format":"bool","perms":["pr"],"value":null}]},
                          {"iid":3,"type":"43","characteristics":[
                          {"iid":4,"type":"8","format":"int","perms":["pr"],"value":101,"maxValue":100}]}]}]
                        """).getAsJsonArray();
        List<String> found = DatabaseRules.check(broken);
        for (String rule :
                List.of("aid 1", "short form", "iid 1 once", "no null", "a manufacturer", "has On", "above maxValue")) {
            assertEquals(
                    1,
                    found.stream().filter(each -> each.contains(rule)).limit(1).count(),
                    rule + " in " + found);
        }
    }

    static String home(int size) {
        return IntStream.range(0, size)
                .mapToObj(number -> "{\"name\":\"Item" + number + "\",\"label\":\"Item " + number + "\","
                        + KINDS.get(number % KINDS.size()) + "}")
                .collect(Collectors.joining(",\n", "[", "]"));
    }
}
