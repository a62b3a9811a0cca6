// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemRegistry;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The items of plain Karaf: from a file, or the demo home. There is no device behind them; a command is obeyed at once.
 * Exists while there is a configuration for it. When that changes, or the bundle leaves, listeners are not told that
 * items are gone: the next one says what its items are.
 */
@Component(
        configurationPid = LocalHostConfiguration.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ItemRegistry.PROPERTY_HOST + "=local")
@Designate(ocd = LocalHostConfiguration.class)
public final class LocalItemRegistry implements ItemRegistry {
    private static final Logger LOGGER = LoggerFactory.getLogger(LocalItemRegistry.class);

    private final LocalItems items = new LocalItems();
    private final ItemSource source;

    /** Begins to read; returns at once. */
    @Activate
    public LocalItemRegistry(@Reference Workers workers, LocalHostConfiguration configuration) {
        this.source = source(configuration, workers);
        source.start();
    }

    private ItemSource source(LocalHostConfiguration configuration, Workers workers) {
        if (!configuration.file().isBlank()) {
            return new ItemsFile(Path.of(configuration.file().trim()).toAbsolutePath(), items, workers);
        }
        if (configuration.demo()) {
            return new DemoHome(items, workers);
        }
        LOGGER.warn(
                "There are no items: name an items file or switch the demo home on, with the key \"file\" or"
                        + " \"demo\" of {}",
                LocalHostConfiguration.PID);
        return new NoItems();
    }

    @Deactivate
    void deactivate() {
        source.stop();
    }

    @Override
    public Collection<Item> items() {
        return items.all();
    }

    @Override
    public Optional<Item> item(String name) {
        return items.find(name);
    }

    @Override
    public AutoCloseable listen(ItemListener listener) {
        return items.listen(listener);
    }

    @Override
    public CompletionStage<Void> send(String item, ItemCommand command, String sender) {
        try {
            items.command(item, command);
            LOGGER.debug("{} told {} {}", sender, item, command.text());
            return CompletableFuture.completedFuture(null);
        } catch (IllegalArgumentException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    @Override
    public boolean isReady() {
        return items.isWhole();
    }

    /** No file, no demo: a home without items, which is whole. */
    private final class NoItems implements ItemSource {
        @Override
        public void start() {
            items.replaceAll(Map.of(), Map.of());
        }

        @Override
        public void stop() {}
    }
}
