// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.testing.InlineContributors;
import io.latchkey.server.internal.extension.InstalledExtensions;
import io.latchkey.server.internal.fake.FakeAdvertiser;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.InlineWorkers;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.MemoryTransport;
import io.latchkey.server.internal.item.WatchedItems;
import io.latchkey.server.internal.work.CallLanes;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;

/** The components of bridges, upon a wire, a network, a clock and a store of the test's own. */
final class BridgeComponentRig {
    final InlineWorkers workers = new InlineWorkers();
    final MemoryTransport transport = new MemoryTransport();
    final FakeAdvertiser advertiser = new FakeAdvertiser();
    final FakeStore store = new FakeStore();
    final CallLanes lanes = new CallLanes();
    final BridgeIds ids = new BridgeIds();
    final BridgeStops stops = new BridgeStops();
    final BridgesComponent bridges = new BridgesComponent(store, workers);
    final FakeProvider provider = new FakeProvider("test", new LampAccessory("Lamp").accessory());

    static Map<String, Object> properties(String pid, Map<String, Object> values) {
        Map<String, Object> properties = new HashMap<>(Map.of("service.pid", pid, "bindAddress", "127.0.0.1"));
        properties.putAll(values);
        return properties;
    }

    BridgeComponent component(String pid, Map<String, Object> values) {
        BridgeComponent component = new BridgeComponent(
                context(),
                properties(pid, values),
                transport,
                advertiser,
                store,
                workers,
                lanes,
                new InstalledExtensions(new InlineContributors(), workers),
                new WatchedItems(new InlineContributors(), workers),
                ids,
                stops);
        component.addProvider(provider);
        bridges.addBridge(component);
        return component;
    }

    static BundleContext context() {
        Bundle bundle = fake(Bundle.class, new Version(1, 2, 3));
        return fake(BundleContext.class, bundle);
    }

    static <T> T fake(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }

    BridgeStatus status(String id) {
        return bridges.bridges().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A provider of so many lamps that a second bridge is needed for the one that is there already. */
    static FakeProvider many() {
        return new FakeProvider(
                "many",
                IntStream.range(0, 149)
                        .mapToObj(i -> new LampAccessory("Of many " + i).accessory())
                        .toArray(Accessory[]::new));
    }
}
