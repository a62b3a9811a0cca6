// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import io.latchkey.itests.openhab.Openhab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openhab.core.automation.ManagedRuleProvider;
import org.openhab.core.automation.RuleManager;
import org.openhab.core.automation.RuleProvider;
import org.openhab.core.automation.RuleRegistry;
import org.openhab.core.events.EventPublisher;
import org.openhab.core.events.EventSubscriber;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.io.console.extensions.ConsoleCommandExtension;
import org.openhab.core.io.transport.mdns.MDNSClient;
import org.openhab.core.items.ItemRegistry;
import org.openhab.core.items.MetadataRegistry;
import org.openhab.core.net.NetworkAddressChangeListener;
import org.openhab.core.net.NetworkAddressService;
import org.openhab.core.service.ReadyService;
import org.openhab.core.storage.StorageService;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Offers the services of openHAB, and itself towards tests. In a process of its own, where no test reaches it, it reads
 * the file {@code openhab.items} among Karaf's settings, if there is one, and is ready at once.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class Activator implements BundleActivator {
    private final Core core = Core.build();
    private ServiceTracker<EventSubscriber, EventSubscriber> subscribers;
    private ServiceTracker<ConsoleCommandExtension, ConsoleCommandExtension> commands;

    /** Puts subscribers onto the bus while their services are there. */
    private final class Subscribers extends ServiceTracker<EventSubscriber, EventSubscriber> {
        Subscribers(BundleContext context) {
            super(context, EventSubscriber.class, null);
        }

        @Override
        public EventSubscriber addingService(ServiceReference<EventSubscriber> reference) {
            EventSubscriber subscriber = super.addingService(reference);
            core.bus().add(subscriber);
            return subscriber;
        }

        @Override
        public void removedService(ServiceReference<EventSubscriber> reference, EventSubscriber subscriber) {
            core.bus().remove(subscriber);
            super.removedService(reference, subscriber);
        }
    }

    private static final class LoopbackOnly implements NetworkAddressService {
        @Override
        public String getPrimaryIpv4HostAddress() {
            return "127.0.0.1";
        }

        @Override
        public String getConfiguredBroadcastAddress() {
            return null;
        }

        @Override
        public boolean isUseOnlyOneAddress() {
            return false;
        }

        @Override
        public boolean isUseIPv6() {
            return false;
        }

        @Override
        public void addNetworkAddressChangeListener(NetworkAddressChangeListener listener) {
            // the loopback doesn't change
        }

        @Override
        public void removeNetworkAddressChangeListener(NetworkAddressChangeListener listener) {
            // the loopback doesn't change
        }
    }

    @Override
    public void start(BundleContext context) {
        core.bus().add(core.states());
        subscribers = new Subscribers(context);
        subscribers.open();
        commands = new ServiceTracker<>(context, ConsoleCommandExtension.class, null);
        commands.open();
        context.registerService(EventPublisher.class, core.bus(), null);
        context.registerService(MetadataRegistry.class, core.notes(), null);
        context.registerService(ItemRegistry.class, core.items(), null);
        context.registerService(ReadyService.class, core.ready(), null);
        context.registerService(StorageService.class, core.storages(), null);
        context.registerService(LocaleProvider.class, () -> Locale.ENGLISH, null);
        context.registerService(TranslationProvider.class, new BundleTexts(), null);
        context.registerService(NetworkAddressService.class, new LoopbackOnly(), null);
        context.registerService(MDNSClient.class, Set::of, null);
        core.rules().add(core.rules().stored());
        context.registerService(
                new String[] {RuleRegistry.class.getName(), RuleManager.class.getName()}, core.rules(), null);
        context.registerService(
                new String[] {RuleProvider.class.getName(), ManagedRuleProvider.class.getName()},
                core.rules().stored(),
                null);
        ProviderServices providers = new ProviderServices(core, context);
        List.of(Openhab.Source.values()).forEach(source -> providers.set(source, true));
        House house = new House(core, providers, () -> List.of(commands.getServices(new ConsoleCommandExtension[0])));
        itemsOnDisk(context).ifPresent(items -> {
            house.load(items);
            house.ready(true);
        });
        context.registerService(Openhab.class, house, null);
    }

    private static Optional<String> itemsOnDisk(BundleContext context) {
        return Optional.ofNullable(context.getProperty("karaf.etc"))
                .map(etc -> Path.of(etc, "openhab.items"))
                .filter(Files::exists)
                .map(Activator::read);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop(BundleContext context) {
        commands.close();
        subscribers.close();
        core.bus().close();
    }
}
