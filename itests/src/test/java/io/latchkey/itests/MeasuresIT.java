// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/** The measures of a bridge on plain Felix, with Micrometer as people have it, and without. */
class MeasuresIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ON = "25";

    private final MBeanServer jmx = ManagementFactory.getPlatformMBeanServer();
    private final ControllerKeys keys = WireClient.newKeys("measures");
    private Path folder;
    private FelixRuntime runtime;
    private FrameworkBridge bridge;

    @BeforeEach
    void startABridge() throws Exception {
        folder = Built.fresh("measures");
        runtime = FelixRuntime.start(folder, Libraries.LOWEST);
        runtime.showItems(HomeFile.SMALL);
        bridge = FrameworkBridge.start(runtime, "home");
    }

    @AfterEach
    void stopIt() throws Exception {
        runtime.close();
        assertEquals(Set.of(), jmx.queryNames(new ObjectName("io.latchkey:*"), null), "no bean is left");
    }

    @Test
    void jmxTellsWhatAControllerDoes() throws Exception {
        ControllerKeys.Peer peer = bridge.pair(keys);
        try (WireClient listener = bridge.session(keys, peer);
                WireClient writer = bridge.session(keys, peer)) {
            String lamp = Accessories.find(writer.accessories(), "Desk Lamp", ON);
            listener.put(lamp, "ev", "true");
            writer.put(lamp, "value", "1");
            listener.event(SOON).orElseThrow();
            Eventually.until(SOON, "two sessions", () -> number("VerifiedSessions") == 2);
            assertEquals("READY", jmx.getAttribute(bean(), "State"));
            assertEquals(1, number("Controllers"));
            assertTrue(number("Accessories") > 0);
            assertEquals(0, number("AbsentAccessories"));
            assertEquals(1, number("EventMessages"));
            assertEquals(1, number("Events"));
            assertEquals(0, number("LateEventMessages"));
            assertTrue(number("StoreWrites") > 0, "the pairing at least");
            assertEquals(0, number("StoreFailures"));
            assertEquals(2L, requests("write").get("ok"));
            assertEquals(1L, requests("accessories").get("ok"));
            assertEquals(3L, requests("pair-setup").get("ok"));
            assertEquals(4L, requests("pair-verify").get("ok"));
            assertTrue((double) requests("pair-setup").get("mean") > 0);
        }
        Eventually.until(SOON, "both to be gone", () -> number("VerifiedSessions") == 0);
    }

    @Test
    void aBridgeThatLeavesTakesItsBean() throws Exception {
        Eventually.until(SOON, "its bean", () -> jmx.isRegistered(bean()));
        bridge.configuration().delete();
        Eventually.until(SOON, "its bean to go", () -> !jmx.isRegistered(bean()));
    }

    @Test
    void micrometerIsFoundWhenItComesAndNothingOfOursStaysInIt() throws Exception {
        Eventually.until(SOON, "its bean, without Micrometer", () -> jmx.isRegistered(bean()));
        Bundle micrometer = installMicrometer();
        FoundMeters meters = FoundMeters.register(runtime.context(), micrometer);
        Eventually.until(SOON, "its meters", () -> !meters.all().isEmpty());
        ControllerKeys.Peer peer = bridge.pair(keys);
        try (WireClient session = bridge.session(keys, peer)) {
            session.accessories();
            Eventually.until(
                    SOON,
                    "what was asked",
                    () -> value(meters, "latchkey.requests", "kind=accessories", "status=ok") == 1);
            assertEquals(1, value(meters, "latchkey.ready"));
            assertEquals(1, value(meters, "latchkey.sessions", "kind=verified"));
            assertEquals(3, value(meters, "latchkey.requests", "kind=pair-setup", "status=ok"));
            assertFalse(meters.all().keySet().toString().contains(keys.id().text()), "nobody is named");
        }
        WeakReference<ClassLoader> left = stopped();
        assertEquals(Map.of(), meters.all());
        Eventually.until(SOON, "its classes to be gone", () -> {
            System.gc();
            return left.refersTo(null);
        });
    }

    @Test
    void aRegistryThatGoesKeepsNothing() throws Exception {
        FoundMeters meters = FoundMeters.register(runtime.context(), installMicrometer());
        Eventually.until(SOON, "its meters", () -> !meters.all().isEmpty());
        meters.unregister();
        assertEquals(Map.of(), meters.all());
        assertTrue(jmx.isRegistered(bean()), "the bean stays");
    }

    @Test
    void theGlobalRegistryHasThemAsOpenhabsMetricsWantIt() throws Exception {
        FoundMeters meters = FoundMeters.ofGlobal(installMicrometer());
        Eventually.until(SOON, "its meters", () -> value(meters, "latchkey.ready") == 1);
        bridge.configuration().delete();
        Eventually.until(
                SOON, "them to leave with the bridge", () -> meters.all().isEmpty());
    }

    @Test
    void theOldestIsTakenThoughItHasTheVersionOfOpenhab() throws Exception {
        runtime.context().installBundle("micrometer", OldMicrometer.bundle());
        FoundMeters meters = FoundMeters.ofGlobal(usedMicrometer());
        Eventually.until(SOON, "its meters", () -> value(meters, "latchkey.ready") == 1);
        assertEquals(0, value(meters, "latchkey.requests", "kind=read", "status=failed"));
        bridge.configuration().delete();
        Eventually.until(
                SOON, "them to leave with the bridge", () -> meters.all().isEmpty());
    }

    private Bundle installMicrometer() throws Exception {
        for (Path jar : Built.jars(Built.target().resolve("micrometer"))) {
            runtime.context().installBundle(jar.toUri().toString());
        }
        return usedMicrometer();
    }

    /** Has who could use it use it, as Karaf does after each change. */
    private Bundle usedMicrometer() throws Exception {
        BundleContext context = runtime.context();
        runtime.bundle(Part.MEASURES).stop();
        runtime.bundle(Part.MEASURES).update();
        runtime.refresh();
        for (Bundle each : context.getBundles()) {
            if (each.getSymbolicName().startsWith("micrometer")) {
                each.start();
            }
        }
        runtime.bundle(Part.MEASURES).start();
        return Arrays.stream(context.getBundles())
                .filter(each -> each.getSymbolicName().equals("micrometer-core"))
                .findFirst()
                .orElseThrow();
    }

    private WeakReference<ClassLoader> stopped() throws Exception {
        Bundle measures = runtime.bundle(Part.MEASURES);
        WeakReference<ClassLoader> loader =
                new WeakReference<>(measures.adapt(BundleWiring.class).getClassLoader());
        measures.stop();
        measures.update();
        runtime.refresh();
        return loader;
    }

    private static double value(FoundMeters meters, String name, String... tags) throws Exception {
        return meters.all().entrySet().stream()
                .filter(each -> each.getKey().startsWith(name + "["))
                .filter(each ->
                        Set.of(tags).stream().allMatch(tag -> each.getKey().contains("tag(" + tag + ")")))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(Double.NaN);
    }

    private int number(String attribute) throws Exception {
        return ((Number) jmx.getAttribute(bean(), attribute)).intValue();
    }

    private CompositeData requests(String kind) throws Exception {
        TabularData table = (TabularData) jmx.getAttribute(bean(), "Requests");
        return (CompositeData) table.get(new Object[] {kind}).get("value");
    }

    private static ObjectName bean() throws Exception {
        return new ObjectName("io.latchkey:type=Bridge,name=home");
    }
}
