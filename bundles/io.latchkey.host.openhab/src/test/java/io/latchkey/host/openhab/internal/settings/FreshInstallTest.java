// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.latchkey.api.testing.InlineContributors;
import io.latchkey.api.testing.ManualWorkers;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.openhab.core.storage.Storage;
import org.openhab.core.storage.StorageService;

/** The first bridge comes once, with what the other add-on was configured with. */
class FreshInstallTest {
    private final FakeAdmin admin = new FakeAdmin();
    private final ManualWorkers workers = new ManualWorkers();
    private final Map<String, Object> kept = new HashMap<>();
    private final Set<Integer> taken = new HashSet<>();

    @Test
    void aFreshInstallGetsOne() throws Exception {
        start();
        assertEquals(1, admin.count());
        Map<String, Object> home = Dictionaries.map(admin.bridge("home").getProperties());
        assertEquals("io.latchkey.bridge~home", home.get("service.pid"));
        assertEquals("openHAB", home.get("name"));
        assertEquals(9123, home.get("port"));
        assertEquals("home", home.get("openhab.servicecontext"));
        assertFalse(home.containsKey("setupCode"));
        assertFalse(home.containsKey("selection"));
    }

    @Test
    void aPortThatIsTakenIsPickedLater() {
        taken.add(9123);
        start();
        assertEquals(0, admin.bridge("home").properties.get("port"));
    }

    @Test
    void whoDeletesItDoesNotGetItAgain() throws Exception {
        start();
        admin.bridge("home").delete();
        start();
        assertEquals(0, admin.count());
    }

    @Test
    void whoHasABridgeGetsNoneAlsoNotLater() {
        FakeAdmin.Fake own = admin.put("io.latchkey.bridge.1234", "io.latchkey.bridge", Map.of("id", "mine"));
        start();
        assertEquals(1, admin.count());
        own.delete();
        start();
        assertEquals(0, admin.count());
    }

    @Test
    void whatTheOtherAddOnWasConfiguredWithIsTakenOver() {
        admin.put(
                "org.openhab.homekit",
                null,
                Map.of(
                        "name", "Villa",
                        "port", "9200",
                        "pin", "482-13-975",
                        "setupId", "7OSX",
                        "networkInterface", "192.168.1.2",
                        "instances", "2"));
        start();
        Map<String, Object> home = admin.bridge("home").properties;
        assertEquals("Villa", home.get("name"));
        assertEquals(9200, home.get("port"));
        assertEquals("482-13-975", home.get("setupCode"));
        assertEquals("7OSX", home.get("setupId"));
        assertEquals("192.168.1.2", home.get("bindAddress"));
        Map<String, Object> second = admin.bridge("instance-2").properties;
        assertEquals("Villa (2)", second.get("name"));
        assertEquals(9201, second.get("port"));
        assertEquals("instance:2", second.get("selection"));
        assertEquals("482-13-975", second.get("setupCode"));
        assertFalse(second.containsKey("setupId"));
    }

    @Test
    void anAddressOfAnotherMachineIsLeftOut() {
        admin.put("org.openhab.homekit", null, Map.of("networkInterface", "192.168.1.99"));
        start();
        assertFalse(admin.bridge("home").properties.containsKey("bindAddress"));
    }

    /** As the other add-on does. */
    @Test
    void aHostNameIsResolved() {
        admin.put("org.openhab.homekit", null, Map.of("networkInterface", "openhab.lan"));
        start();
        assertEquals("192.168.1.2", admin.bridge("home").properties.get("bindAddress"));
    }

    @Test
    void busyWorkersAreAskedAgain() {
        AtomicBoolean asked = new AtomicBoolean();
        InlineContributors busyOnce = new InlineContributors(task -> {
            if (!asked.getAndSet(true)) {
                throw new RejectedExecutionException("full");
            }
            task.run();
        });
        new FreshInstall(admin, storage(), workers, busyOnce, network()).begin();
        assertEquals(0, admin.count());
        workers.pass(Duration.ofSeconds(5));
        assertEquals(1, admin.count());
    }

    private void start() {
        new FreshInstall(admin, storage(), workers, new InlineContributors(), network()).begin();
    }

    private FirstBridges.Network network() {
        return new FirstBridges.Network() {
            @Override
            public boolean isFree(int port) {
                return !taken.contains(port);
            }

            @Override
            public Optional<String> find(String host) {
                return Set.of("192.168.1.2", "openhab.lan").contains(host)
                        ? Optional.of("192.168.1.2")
                        : Optional.empty();
            }
        };
    }

    private StorageService storage() {
        return new StorageService() {
            @Override
            public <T> Storage<T> getStorage(String name) {
                return new Kept<>();
            }

            @Override
            public <T> Storage<T> getStorage(String name, ClassLoader loader) {
                return getStorage(name);
            }
        };
    }

    /** A view of the map that outlives restarts. */
    private final class Kept<T> implements Storage<T> {
        @Override
        @SuppressWarnings("unchecked")
        public T put(String key, T value) {
            return (T) kept.put(key, value);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T remove(String key) {
            return (T) kept.remove(key);
        }

        @Override
        public boolean containsKey(String key) {
            return kept.containsKey(key);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T get(String key) {
            return (T) kept.get(key);
        }

        @Override
        public Set<String> getKeys() {
            return kept.keySet();
        }

        @Override
        @SuppressWarnings("unchecked")
        public Collection<T> getValues() {
            return (Collection<T>) kept.values();
        }
    }
}
