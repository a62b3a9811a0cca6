// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.StoreException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.osgi.framework.BundleContext;

/**
 * A store whose disk can be filled: then it reads as before and every change fails, with nothing changed, as the contract
 * of {@link BridgeStore} has it. That the files keep to it is what the tests of {@code store} show.
 */
final class FullDisk {
    private static final Set<String> CHANGES = Set.of("change", "purge", "backup");

    private volatile boolean isFull;

    /** To be called before the bundles start. */
    void reign(BundleContext system) {
        new ReplacedService<>(system, BridgeStore.class, this::limited);
    }

    /** From now on there is no room. */
    void fill() {
        isFull = true;
    }

    /** There is room again. */
    void empty() {
        isFull = false;
    }

    private BridgeStore limited(BridgeStore real) {
        return (BridgeStore) Proxy.newProxyInstance(
                BridgeStore.class.getClassLoader(), new Class<?>[] {BridgeStore.class}, (proxy, method, arguments) -> {
                    if (isFull && CHANGES.contains(method.getName())) {
                        throw new StoreException("No space left on device");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException refused) {
                        throw refused.getCause();
                    }
                });
    }
}
