// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Puts something of the test between a service of ours and all bundles that use it: they see what stands in its place, as
 * long as the service itself is there, and never the service. To be opened before any of these bundles starts.
 */
final class ReplacedService<T> extends ServiceTracker<T, T> {
    private static final String REPLACEMENT = "latchkey.itests.replacement";

    private final Class<T> type;
    private final UnaryOperator<T> replacement;
    private final Map<ServiceReference<T>, ServiceRegistration<T>> standing = new ConcurrentHashMap<>();

    /** @param replacement what stands in the place of a service that has come */
    ReplacedService(BundleContext system, Class<T> type, UnaryOperator<T> replacement) {
        super(system, type, null);
        this.type = type;
        this.replacement = replacement;
        FindHook finding = (asking, name, filter, all, found) -> {
            if (!isSystem(asking)) {
                found.removeIf(this::isReplaced);
            }
        };
        EventListenerHook hearing = (event, listeners) -> {
            if (isReplaced(event.getServiceReference())) {
                listeners.keySet().removeIf(listening -> !isSystem(listening));
            }
        };
        system.registerService(FindHook.class, finding, null);
        system.registerService(EventListenerHook.class, hearing, null);
        open(true); // the class path of the tests has classes of the name of some that a service has beside this type
    }

    @Override
    public T addingService(ServiceReference<T> reference) {
        if (!isReplaced(reference)) {
            return null;
        }
        T original = super.addingService(reference);
        Dictionary<String, Object> properties = new Hashtable<>(Map.of(REPLACEMENT, true));
        standing.put(reference, context.registerService(type, replacement.apply(original), properties));
        return original;
    }

    @Override
    public void removedService(ServiceReference<T> reference, T original) {
        standing.remove(reference).unregister();
        super.removedService(reference, original);
    }

    private boolean isReplaced(ServiceReference<?> reference) {
        for (String name : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
            if (name.equals(type.getName())) {
                return reference.getProperty(REPLACEMENT) == null;
            }
        }
        return false;
    }

    private static boolean isSystem(BundleContext asking) {
        return asking.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID;
    }
}
