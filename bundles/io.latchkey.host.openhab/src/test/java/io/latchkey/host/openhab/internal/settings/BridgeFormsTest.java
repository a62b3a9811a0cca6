// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.testing.InlineContributors;
import io.latchkey.api.testing.ManualWorkers;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;

/** The settings pages of bridges, against a configuration admin that tells of each change at once. */
class BridgeFormsTest {
    private static final String FORM = "io.latchkey.host.openhab.bridge";

    private final FakeAdmin admin = new FakeAdmin();
    private final FakeBridges bridges = new FakeBridges();
    private final ManualWorkers workers = new ManualWorkers();
    private final Map<String, String> shown = new TreeMap<>();
    private final ActionOutcomes outcomes = new ActionOutcomes();
    private final BridgeForms forms = new BridgeForms(
            new Noted(), admin, bridges.runtime(), bridges.control(), workers, new InlineContributors(), outcomes);

    @Test
    void oneWriteTakesOutWhatPagesOnlyShow() {
        FakeAdmin.Fake home = home(Map.of("qrCode", "X-HM://0"));
        FakeAdmin.Fake addOn = admin.put(HostSettings.PID, null, Map.of("shown.home.state", "x", "sharedMdns", true));
        bridges.ready("home", FakeBridges.CODE, 0);
        start();
        workers.pass(Duration.ofMinutes(10));
        assertFalse(home.properties.containsKey("qrCode"));
        assertEquals(1, home.writes);
        assertEquals(Map.of("service.pid", HostSettings.PID, "sharedMdns", true), addOn.properties);
        assertEquals(1, addOn.writes);
    }

    /** The page has the code of the moment when it is opened; nothing has to be written for that. */
    @Test
    void aPairingWritesNothing() {
        FakeAdmin.Fake home = home(Map.of());
        bridges.ready("home", FakeBridges.CODE, 0);
        start();
        bridges.ready("home", FakeBridges.CODE, 1);
        workers.pass(Duration.ofSeconds(3));
        assertEquals(0, home.writes);
    }

    @Test
    void aResetIsDoneOnceAndItsSwitchGoesOff() {
        FakeAdmin.Fake home = home(Map.of());
        bridges.ready("home", FakeBridges.CODE, 1);
        start();
        home.save(Map.of("reset", true));
        workers.pass(Duration.ofMinutes(10));
        assertEquals(List.of("reset home"), bridges.asked);
        assertEquals(false, home.properties.get("reset"));
    }

    @Test
    void itsSwitchGoesOffAlsoWhenItFails() {
        FakeAdmin.Fake home = home(Map.of());
        bridges.trouble = Optional.of(new IllegalStateException("bridge home does not run"));
        start();
        home.save(Map.of("reset", true, "newSetupCode", true));
        workers.pass(Duration.ofMinutes(10));
        assertEquals(List.of("reset home", "newSetupCode home"), bridges.asked);
        assertEquals(false, home.properties.get("reset"));
        assertEquals(false, home.properties.get("newSetupCode"));
    }

    @Test
    void eachBridgeHasAPage() {
        home(Map.of("name", "Villa"));
        FakeAdmin.Fake second = admin.put("io.latchkey.bridge~b", "io.latchkey.bridge", Map.of("id", "b"));
        start();
        assertEquals(Map.of("io.latchkey.bridge~home", "Villa", "io.latchkey.bridge~b", "b"), shown);
        second.delete();
        forms.request();
        assertEquals(Map.of("io.latchkey.bridge~home", "Villa"), shown);
    }

    @Test
    void theFormForANewBridgeMakesOne() {
        home(Map.of());
        start();
        saveNew(Map.of("id", "home", "port", "9300"));
        Map<String, Object> made = admin.bridge("instance-2").properties;
        assertEquals("io.latchkey.bridge~instance-2", made.get("service.pid"));
        assertEquals("9300", made.get("port"));
        assertEquals("instance:2", made.get("selection"));
        assertEquals("instance-2", made.get("openhab.servicecontext"));
        assertEquals(2, admin.count());
    }

    @Test
    void aFormWithAnIdOfItsOwnKeepsIt() {
        home(Map.of());
        start();
        saveNew(Map.of("id", "garden", "selection", "group:Garden"));
        assertEquals("group:Garden", admin.bridge("garden").properties.get("selection"));
        assertFalse(admin.bridge("garden").properties.containsKey("name"));
    }

    @Test
    void anInstanceThatRestMakesIsNamedByItsContext() {
        home(Map.of());
        start();
        admin.put(FORM + "~1", FORM, Map.of("openhab.servicecontext", "garden", "port", 9400));
        forms.request();
        assertEquals("garden", admin.bridge("garden").properties.get("openhab.servicecontext"));
        assertEquals("io.latchkey.bridge", admin.bridge("garden").properties.get("service.factoryPid"));
        assertEquals(2, admin.count());
    }

    @Test
    void theFirstOfAllShowsWhatEveryFirstOneShows() {
        start();
        saveNew(Map.of("name", "Villa"));
        assertFalse(admin.bridge("home").properties.containsKey("selection"));
    }

    @Test
    void onlyWhatIsOfBridgesIsLookedAt() {
        FakeAdmin.Fake home = home(Map.of("reset", true));
        forms.configurationEvent(event(ConfigurationEvent.CM_UPDATED, null, "org.openhab.homekit"));
        forms.configurationEvent(event(ConfigurationEvent.CM_DELETED, "org.openhab.mqtt", "org.openhab.mqtt~1"));
        assertEquals(0, home.writes);
        forms.configurationEvent(event(ConfigurationEvent.CM_UPDATED, "io.latchkey.bridge", "io.latchkey.bridge~home"));
        assertEquals(1, home.writes);
    }

    @Test
    void afterTheEndNothingIsKept() {
        home(Map.of());
        start();
        forms.close();
        workers.pass(Duration.ofSeconds(3));
        assertEquals(0, workers.pending());
        assertTrue(shown.isEmpty());
    }

    private FakeAdmin.Fake home(Map<String, ?> more) {
        Map<String, Object> properties = new HashMap<>(Map.of("id", "home", "openhab.servicecontext", "home"));
        properties.putAll(more);
        return admin.put("io.latchkey.bridge~home", "io.latchkey.bridge", properties);
    }

    /** As a form does that knows nothing of factories. */
    private void saveNew(Map<String, ?> properties) {
        admin.put(FORM, null, properties);
        forms.configurationEvent(event(ConfigurationEvent.CM_UPDATED, null, FORM));
    }

    @SuppressWarnings("unchecked")
    private static ConfigurationEvent event(int type, String factory, String pid) {
        ServiceReference<ConfigurationAdmin> nobody = (ServiceReference<ConfigurationAdmin>) Proxy.newProxyInstance(
                BridgeFormsTest.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (proxy, method, arguments) -> null);
        return new ConfigurationEvent(nobody, type, factory, pid);
    }

    private void start() {
        admin.written = forms::request;
        forms.request();
        forms.lookLater();
    }

    /** Pages without a framework. */
    private final class Noted extends Pages {
        Noted() {
            super(null);
        }

        @Override
        void show(Map<String, BridgeForm> now) {
            shown.clear();
            now.forEach((pid, form) -> shown.put(pid, form.name()));
        }

        @Override
        void close() {
            shown.clear();
        }
    }
}
