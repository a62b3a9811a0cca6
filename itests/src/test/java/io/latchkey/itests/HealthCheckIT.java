// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.management.DynamicMBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;

/** Our health check in Felix Health Checks as they are published: their executor runs it and says what came of it. */
class HealthCheckIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String BEAN = "org.apache.felix.healthcheck:type=HealthCheck,name=latchkey";
    private static final String CHECK = "org.apache.felix.hc.api.HealthCheck";

    private FelixRuntime runtime;

    @BeforeEach
    void startHealthChecks() throws Exception {
        runtime = FelixRuntime.start(Built.fresh("health"), Libraries.LOWEST, HealthCheckIT::install, Set.of());
        for (Bundle each : runtime.context().getBundles()) {
            each.start();
        }
        runtime.showItems(HomeFile.SMALL);
    }

    @AfterEach
    void stopIt() throws Exception {
        runtime.close();
    }

    @Test
    void aWholeBridgeIsOkAndOneThatCannotListenIsCritical() throws Exception {
        FrameworkBridge bridge = FrameworkBridge.start(runtime, "home");
        Eventually.until(SOON, "it to be right", () -> status().equals("OK"));
        assertTrue(log().contains("home-whole: bridge home"), this::log);
        Map<String, Object> elsewhere = FrameworkBridge.settings("attic");
        elsewhere.put("port", bridge.address().getPort());
        runtime.configureBridge("attic", elsewhere);
        Eventually.until(SOON, "the second one to fail", () -> status().equals("CRITICAL"));
        assertTrue(log().contains("bridge-not-ready: bridge attic"), this::log);
    }

    @Test
    void itIsFoundByItsTagAndLeavesWithItsBundle() throws Exception {
        ServiceReference<?>[] found = runtime.context().getAllServiceReferences(CHECK, "(hc.tags=latchkey)");
        assertEquals(List.of("Latchkey"), List.of(found[0].getProperty("hc.name")));
        runtime.bundle(Part.HEALTH).stop();
        assertEquals(null, runtime.context().getAllServiceReferences(CHECK, "(hc.tags=latchkey)"));
    }

    private String status() throws Exception {
        return attribute("status");
    }

    private String log() {
        return Eventually.present(SOON, "the log of the check", () -> Optional.of(attribute("log")));
    }

    /** What the executor of Health Checks has found, as it shows that to whoever brings beans to JMX. */
    private String attribute(String name) throws Exception {
        ServiceReference<?>[] found = Eventually.present(
                SOON,
                "the check to be taken up",
                () -> Optional.ofNullable(runtime.context()
                        .getAllServiceReferences(DynamicMBean.class.getName(), "(jmx.objectname=" + BEAN + ")")));
        DynamicMBean bean = (DynamicMBean) runtime.context().getService(found[0]);
        return String.valueOf(bean.getAttribute(name));
    }

    private static void install(BundleContext context) {
        for (Path jar : Built.jars(Built.target().resolve("health-checks"))) {
            try {
                context.installBundle(jar.toUri().toString());
            } catch (BundleException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
