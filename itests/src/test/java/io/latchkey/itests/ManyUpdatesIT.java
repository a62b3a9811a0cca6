// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** The examples of docs/write-an-accessory.md are updated over and over under one open session, and leave nothing behind. */
class ManyUpdatesIT {
    private static final int UPDATES = 30;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ON = "25";
    private static final String POSITION = "6D";
    private static final String ITEMS = """
            [{"type": "Rollershutter", "name": "Pool", "label": "Pool", "state": "0",
              "metadata": {"homekit": {"value": "PoolCover"}}}]
            """;

    private final ControllerKeys keys = WireClient.newKeys("itests");
    private final List<WeakReference<ClassLoader>> left = new ArrayList<>();
    private FelixRuntime runtime;
    private FrameworkBridge bridge;
    private WireClient session;

    @BeforeEach
    void startABridgeAndConnect() throws Exception {
        runtime = FelixRuntime.start(Built.fresh("many-updates"), Libraries.LOWEST);
        runtime.showItems(ITEMS);
        bridge = FrameworkBridge.start(runtime, "home");
        session = bridge.session(keys, bridge.pair(keys));
    }

    @AfterEach
    void stopIt() throws Exception {
        session.close();
        runtime.close();
    }

    @Test
    void nothingHoldsTheClassesOfAnUpdatedBundle() throws Exception {
        Bundle fountain = Example.FOUNTAIN.install(runtime.context());
        Bundle pool = Example.POOL_COVER.install(runtime.context());
        Eventually.until(SOON, "both to appear", () -> isPresent("Fountain") && isPresent("Pool"));
        String on = Accessories.find(session.accessories(), "Fountain", ON);
        session.put(on, "ev", "true");
        session.put(Accessories.find(session.accessories(), "Pool", POSITION), "ev", "true");
        JsonArray home = session.accessories();
        int number = bridge.status().configuration().value();
        for (int update = 1; update <= UPDATES; update++) {
            assertEquals(204, session.put(on, "value", "1").status());
            update(fountain, Example.FOUNTAIN, update);
            update(pool, Example.POOL_COVER, update);
            Eventually.until(SOON, "the new fountain, which is off", () -> isOff(on));
        }
        assertEquals(2 * UPDATES, left.size());
        Eventually.until(SOON, "the old class loaders to be collected", this::isNoneHeld);
        assertEquals(home, session.accessories(), "the same home with the same ids and subscriptions");
        assertEquals(number, bridge.status().configuration().value(), "nothing to read anew");
        assertEquals(1, bridge.status().sessions(), "the session of the beginning");
        assertTrue(isPresent("Fountain") && isPresent("Pool"));
    }

    private void update(Bundle bundle, Example example, int update) throws Exception {
        left.add(new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()));
        bundle.update(example.stream("1.0." + update));
    }

    private boolean isOff(String on) throws Exception {
        var read = session.read(on);
        return read.has("value")
                && List.of("0", "false").contains(read.get("value").getAsString());
    }

    private boolean isNoneHeld() {
        System.gc();
        return left.stream().allMatch(loader -> loader.get() == null);
    }

    private boolean isPresent(String name) {
        return bridge.accessories().stream().anyMatch(each -> each.name().equals(name) && each.present());
    }
}
