// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.conformance.DatabaseRules;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A home of 149 accessories that is made from the declarations of all accessory types, each of them with every role and
 * each role with every kind of item in turn: whatever a type can be made of stays within the rules.
 */
class AllTypesIT {
    private static final int MOST = 149;
    private static final long SEED = 149;
    private static final int ROUNDS = 20;

    private static FelixRuntime runtime;
    private static FrameworkBridge bridge;
    private static List<AccessoryType> types;
    private static Map<String, JsonObject> foreignSteps;

    @BeforeAll
    static void showEverything() throws Exception {
        ForeignClient foreign = ForeignClient.install();
        runtime = FelixRuntime.start(Built.fresh("all-types"), Libraries.LOWEST);
        types = runtime.context().getServiceReferences(AccessoryType.class, null).stream()
                .map(reference -> runtime.context().getService(reference))
                .sorted(Comparator.comparing(AccessoryType::name))
                .toList();
        runtime.showItems(new TypedHome(types, new Random(SEED)).json(MOST));
        bridge = FrameworkBridge.start(runtime, "home");
        foreignSteps = foreign.run(
                Map.of(
                        "HOST", bridge.address().getAddress().getHostAddress(),
                        "PORT", String.valueOf(bridge.address().getPort()),
                        "DEVICE_ID", bridge.status().deviceId().orElseThrow().text(),
                        "SETUP_CODE", FrameworkBridge.CODE.text(),
                        "ITEM", TypedHome.LAMP),
                Map.of("waiting for the host", () -> tell(TypedHome.LAMP_ITEM, "ON")));
    }

    @AfterAll
    static void stop() throws Exception {
        runtime.close();
    }

    @Test
    void aForeignControllerPairsListsReadsWritesAndHearsEvents() {
        assertTrue(
                foreignSteps.keySet().containsAll(List.of("pair", "list", "read", "write", "event", "unpair")),
                foreignSteps.toString());
        assertEquals(
                MOST + 1, foreignSteps.get("list").getAsJsonArray("accessories").size());
    }

    @Test
    void whateverItemsSayTheListStaysWithinTheRules() throws Exception {
        ControllerKeys keys = WireClient.newKeys("all types");
        ControllerKeys.Peer peer = bridge.pair(keys);
        try (WireClient session = bridge.session(keys, peer)) {
            JsonArray accessories = session.accessories();
            assertEquals(List.of(), DatabaseRules.check(accessories));
            assertEquals(MOST + 1, accessories.size());
            assertEquals(expectedServices(), shownServices(accessories));
            Random random = new Random(SEED);
            for (int round = 0; round < ROUNDS; round++) {
                for (Item item : registry().items()) {
                    tell(item.name(), TypedHome.state(item.type(), random));
                }
                assertEquals(List.of(), DatabaseRules.check(session.accessories()), "round " + round);
            }
            session.remove(keys.id());
        }
    }

    private static TreeSet<String> expectedServices() {
        return types.stream().map(type -> type.service().uuid().text()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> shownServices(JsonArray accessories) {
        return Accessories.objects(accessories)
                .flatMap(accessory -> Accessories.objects(accessory.getAsJsonArray("services")))
                .map(service -> service.get("type").getAsString())
                .filter(type -> expectedServices().contains(type))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void tell(String item, String text) {
        ItemRegistry registry = registry();
        Item now = registry.item(item).orElseThrow();
        ItemCommand.parse(now.type(), text).ifPresent(command -> registry.send(item, command, "itests"));
    }

    private static ItemRegistry registry() {
        return runtime.service(ItemRegistry.class);
    }
}
