// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.latchkey.api.bridge.UsualAddress;
import io.latchkey.api.testing.InlineContributors;
import io.latchkey.api.testing.ManualWorkers;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.openhab.core.net.NetworkAddressChangeListener;
import org.openhab.core.net.NetworkAddressService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * Against a network service that behaves as openHAB's: without a choice it names the first address that it found when it
 * started, or none; with a choice that the machine hasn't, the first one too; listeners are called when the setting
 * changes, and each minute when addresses have come or gone.
 */
class PrimaryAddressTest {
    private final Machine machine = new Machine();
    private final ManualWorkers workers = new ManualWorkers();

    @Test
    void withoutAChoiceAllNetworksCount() {
        machine.has("172.17.0.1", "192.168.1.2");
        start(new InlineContributors());
        assertEquals("", machine.told());
    }

    @Test
    void aChoiceIsToldAtOnce() throws Exception {
        machine.has("172.17.0.1", "192.168.1.2");
        machine.choose("192.168.1.0/24");
        PrimaryAddress primary = start(new InlineContributors());
        assertEquals("192.168.1.2", machine.told());
        assertEquals(Optional.of(InetAddress.getByName("192.168.1.2")), primary.address());
    }

    @Test
    void anAddressWithoutALengthIsItself() {
        machine.has("172.17.0.1", "192.168.1.2");
        machine.choose("192.168.1.2");
        start(new InlineContributors());
        assertEquals("192.168.1.2", machine.told());
    }

    @Test
    void itsChangesAreFollowed() {
        machine.has("172.17.0.1", "192.168.1.2", "10.0.0.2");
        start(new InlineContributors());
        machine.choose("10.0.0.2/8");
        machine.tellSetting();
        assertEquals("10.0.0.2", machine.told());
        machine.choose("192.168.1.7/24");
        machine.tellSetting();
        assertEquals("192.168.1.2", machine.told());
        machine.choose("");
        machine.tellSetting();
        assertEquals("", machine.told());
        assertEquals(3, machine.changes.get());
    }

    /** At an early start the interface isn't up, and openHAB names none, or another one. */
    @Test
    void anAddressThatComesLaterIsFollowed() {
        machine.choose("192.168.1.2/24");
        start(new InlineContributors());
        assertEquals("", machine.told());
        machine.has("172.17.0.1");
        machine.tellAddresses();
        assertEquals("", machine.told(), "openHAB names 172.17.0.1, which nobody has chosen");
        machine.has("172.17.0.1", "192.168.1.2");
        machine.tellAddresses();
        assertEquals("192.168.1.2", machine.told());
    }

    @Test
    void anotherAddressIsFollowed() {
        machine.choose("192.168.1.2/24");
        machine.has("172.17.0.1", "192.168.1.2");
        start(new InlineContributors());
        machine.has("172.17.0.1", "192.168.1.9");
        machine.tellAddresses();
        assertEquals("192.168.1.9", machine.told(), "it was given another one");
        machine.has("172.17.0.1");
        machine.tellAddresses();
        assertEquals("", machine.told());
    }

    @Test
    void whatChangesNothingIsNotTold() {
        machine.has("192.168.1.2");
        machine.choose("192.168.1.2/24");
        start(new InlineContributors());
        machine.has("192.168.1.2", "172.17.0.1");
        machine.tellAddresses();
        assertEquals(0, machine.changes.get());
    }

    @Test
    void busyThreadsAreAskedAgain() {
        machine.has("192.168.1.2");
        AtomicInteger asked = new AtomicInteger();
        start(new InlineContributors(task -> {
            if (asked.incrementAndGet() == 1) {
                throw new RejectedExecutionException("full");
            }
            task.run();
        }));
        machine.choose("192.168.1.2");
        machine.tellSetting();
        assertEquals("", machine.told());
        workers.pass(Duration.ofSeconds(5));
        assertEquals("192.168.1.2", machine.told());
    }

    @Test
    void afterTheEndNothingIsTold() {
        machine.has("192.168.1.2");
        PrimaryAddress primary = start(new InlineContributors());
        primary.close();
        assertEquals(List.of(), machine.listeners);
        assertNull(machine.properties);
        machine.choose("192.168.1.2");
        primary.onPrimaryAddressChanged(null, "192.168.1.2");
        assertNull(machine.properties);
    }

    private PrimaryAddress start(InlineContributors contributors) {
        PrimaryAddress primary =
                new PrimaryAddress(machine.admin(), machine, workers, contributors, machine::isOfThisMachine);
        primary.begin(machine.context());
        return primary;
    }

    /** openHAB's network service, its configuration and the framework. */
    private static final class Machine implements NetworkAddressService {
        final List<NetworkAddressChangeListener> listeners = new ArrayList<>();
        final AtomicInteger changes = new AtomicInteger();
        Dictionary<String, ?> properties;
        private final Set<InetAddress> addresses = new HashSet<>();
        private List<String> inOrder = List.of();
        private String chosen = "";

        void has(String... now) {
            inOrder = List.of(now);
            addresses.clear();
            inOrder.forEach(each -> addresses.add(Ipv4Network.address(each).orElseThrow()));
        }

        void choose(String setting) {
            chosen = setting;
        }

        void tellSetting() {
            List.copyOf(listeners).forEach(each -> each.onPrimaryAddressChanged("", chosen));
        }

        void tellAddresses() {
            List.copyOf(listeners).forEach(each -> each.onChanged(List.of(), List.of()));
        }

        String told() {
            return (String) properties.get(UsualAddress.PROPERTY);
        }

        boolean isOfThisMachine(InetAddress address) {
            return addresses.contains(address);
        }

        @Override
        public String getPrimaryIpv4HostAddress() {
            String first = inOrder.isEmpty() ? null : inOrder.get(0);
            if (chosen.isEmpty()) {
                return first;
            }
            if (!chosen.contains("/")) {
                return chosen;
            }
            Ipv4Network network = Ipv4Network.of(chosen).orElseThrow();
            return inOrder.stream()
                    .filter(each -> network.has(Ipv4Network.address(each).orElseThrow()))
                    .findFirst()
                    .orElse(first);
        }

        @Override
        public String getConfiguredBroadcastAddress() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isUseOnlyOneAddress() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isUseIPv6() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void addNetworkAddressChangeListener(NetworkAddressChangeListener listener) {
            listeners.add(listener);
        }

        @Override
        public void removeNetworkAddressChangeListener(NetworkAddressChangeListener listener) {
            listeners.remove(listener);
        }

        ConfigurationAdmin admin() {
            return answering(ConfigurationAdmin.class, arguments -> new Configuration[] {
                answering(
                        Configuration.class,
                        none -> new Hashtable<>(
                                chosen.isEmpty()
                                        ? Map.of("useIPv6", false)
                                        : Map.of("primaryAddress", chosen, "useIPv6", false)))
            });
        }

        @SuppressWarnings("unchecked")
        BundleContext context() {
            return answering(BundleContext.class, arguments -> {
                properties = (Dictionary<String, ?>) arguments[2];
                return answering(ServiceRegistration.class, changed -> {
                    properties = changed == null ? null : (Dictionary<String, ?>) changed[0];
                    changes.incrementAndGet();
                    return null;
                });
            });
        }

        private static <T> T answering(Class<T> type, Function<Object[], Object> answer) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> answer.apply(arguments)));
        }
    }
}
