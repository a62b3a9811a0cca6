// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import io.latchkey.itests.openhab.Openhab.Source;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.openhab.core.common.registry.Provider;
import org.openhab.core.items.Item;
import org.openhab.core.items.ItemProvider;
import org.openhab.core.items.ManagedItemProvider;
import org.openhab.core.items.Metadata;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * Which providers are there: their services, and what the registries have of them. Held against the {@code Component}
 * annotations of the providers and {@code AbstractRegistry.ProviderTracker} in openhab-core 4.3.0 and main at f0185b4: each
 * comes and goes by itself, and the one that people's items come from is known by two names.
 */
final class ProviderServices {
    private final Core core;
    private final BundleContext context;
    private final Map<Source, ServiceRegistration<?>> services = new EnumMap<>(Source.class);

    ProviderServices(Core core, BundleContext context) {
        this.core = core;
        this.context = context;
    }

    synchronized void set(Source source, boolean there) {
        if (there == services.containsKey(source)) {
            return;
        }
        if (there) {
            add(source);
        } else {
            services.remove(source).unregister();
            remove(source);
        }
    }

    private void add(Source source) {
        switch (source) {
            case FILE_ITEMS -> addItems(source, core.files(), ItemProvider.class);
            case STORED_ITEMS -> addItems(source, core.storedItems(), ItemProvider.class, ManagedItemProvider.class);
            case FILE_METADATA -> addNotes(source, core.fileNotes());
            case STORED_METADATA -> addNotes(source, core.storedNotes());
        }
    }

    private void addItems(Source source, Provider<Item> provider, Class<?>... types) {
        core.items().add(provider);
        register(source, provider, types);
    }

    private void addNotes(Source source, Provider<Metadata> provider) {
        core.notes().add(provider);
        register(source, provider, Provider.class);
    }

    private void register(Source source, Object provider, Class<?>... types) {
        String[] names = Arrays.stream(types).map(Class::getName).toArray(String[]::new);
        services.put(source, context.registerService(names, provider, null));
    }

    private void remove(Source source) {
        switch (source) {
            case FILE_ITEMS -> core.items().remove(core.files());
            case STORED_ITEMS -> core.items().remove(core.storedItems());
            case FILE_METADATA -> core.notes().remove(core.fileNotes());
            case STORED_METADATA -> core.notes().remove(core.storedNotes());
        }
    }
}
