// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState.OnOff;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;

/** A stranger's bundle comes, changes and goes while a controller is connected. */
class HotDeployIT {
    private static final String ON = "25";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration SETTLED = Duration.ofMillis(2500);

    private final ControllerKeys keys = WireClient.newKeys("itests");
    private FelixRuntime runtime;
    private FrameworkBridge bridge;
    private WireClient session;

    @BeforeEach
    void startABridgeAndConnect() throws Exception {
        runtime = FelixRuntime.start(Built.fresh("hot-deploy"), Libraries.LOWEST);
        runtime.showItems(HomeFile.SMALL);
        bridge = FrameworkBridge.start(runtime, "home");
        session = bridge.session(keys, bridge.pair(keys));
    }

    @AfterEach
    void stopIt() throws Exception {
        session.close();
        runtime.close();
    }

    @Test
    void aNewBundleShowsItsLampsInTheOpenSession() throws Exception {
        install("Hall");
        String lamp = shown("Hall");
        assertEquals(204, session.put(lamp, "value", "1").status());
        assertEquals("1", number(session.read(lamp).get("value").getAsString()));
    }

    @Test
    void aStoppedBundleLeavesItsLampsInPlaceForTheGraceTime() throws Exception {
        Bundle lamps = install("Hall");
        String lamp = shown("Hall");
        JsonArray before = session.accessories();
        lamps.stop();
        Eventually.until(SOON, "the bridge to notice", () -> !present("Hall"));
        assertEquals(-70402, session.read(lamp).get("status").getAsInt());
        assertEquals(207, session.put(lamp, "value", "1").status());
        assertEquals(before, session.accessories());
        lamps.start();
        Eventually.until(SOON, "the lamp to be back", () -> present("Hall"));
        assertEquals(204, session.put(lamp, "value", "1").status());
        assertEquals(lamp, Accessories.find(session.accessories(), "Hall", ON));
    }

    @Test
    void anUpdateAddsALampAndKeepsTheIdsOfTheOther() throws Exception {
        Bundle lamps = install("Hall");
        String hall = shown("Hall");
        int configuration = bridge.status().configuration().value();
        lamps.update(LampBundle.of("Hall", "Porch"));
        String porch = shown("Porch");
        assertEquals(hall, Accessories.find(session.accessories(), "Hall", ON));
        assertTrue(!porch.split("\\.")[0].equals(hall.split("\\.")[0]), "an aid of its own");
        Eventually.until(
                SOON,
                "the number to rise",
                () -> bridge.status().configuration().value() == configuration + 1);
    }

    @Test
    void aBundleOfOurOwnIsReplacedUnderTheOpenSession() throws Exception {
        String desk = shown("Desk Lamp");
        JsonArray before = session.accessories();
        int configuration = bridge.status().configuration().value();
        session.put(desk, "ev", "true");
        runtime.bundle(Part.ACCESSORIES_LIGHTING).stop();
        assertEquals(Optional.empty(), session.event(SETTLED), "nobody hears of it");
        runtime.bundle(Part.ACCESSORIES_LIGHTING).start();
        runtime.service(ItemRegistry.class).send("DeskLamp", OnOff.ON, "itests");
        assertEquals(1, session.event(SOON).orElseThrow().size(), "the lamp is heard as before");
        assertEquals(200, session.get("/accessories").status());
        assertEquals(desk, Accessories.find(session.accessories(), "Desk Lamp", ON));
        assertEquals(before.size(), session.accessories().size());
        assertEquals(configuration, bridge.status().configuration().value(), "nothing to read anew");
    }

    @Test
    void aBundleThatLeftIsHeldByNothing() throws Exception {
        WeakReference<ClassLoader> loader = installAndRemove();
        Eventually.until(SOON, "its class loader to be collected", () -> {
            System.gc();
            return loader.get() == null;
        });
        assertEquals(200, session.get("/accessories").status());
    }

    private WeakReference<ClassLoader> installAndRemove() throws Exception {
        Bundle lamps = install("Hall");
        session.put(shown("Hall"), "ev", "true");
        WeakReference<ClassLoader> loader =
                new WeakReference<>(lamps.adapt(BundleWiring.class).getClassLoader());
        lamps.uninstall();
        return loader;
    }

    private Bundle install(String... lamps) throws BundleException, IOException {
        Bundle bundle = runtime.context().installBundle(LampBundle.LOCATION, LampBundle.of(lamps));
        bundle.start();
        return bundle;
    }

    /** The characteristic that switches a lamp, once the lamp is there. */
    private String shown(String lamp) throws IOException {
        Eventually.until(SOON, lamp + " to appear", () -> present(lamp));
        return Accessories.find(session.accessories(), lamp, ON);
    }

    private boolean present(String lamp) {
        return bridge.accessories().stream().anyMatch(each -> each.name().equals(lamp) && each.present());
    }

    private static String number(String value) {
        return value.equals("true") ? "1" : value;
    }
}
