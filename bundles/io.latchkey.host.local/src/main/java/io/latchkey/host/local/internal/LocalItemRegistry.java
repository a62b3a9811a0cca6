// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemRegistry;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The items of plain Karaf: from a file, or the demo home. There is no device behind them; a command is obeyed at once.
 * Exists while there is a configuration for it. When the bundle leaves, listeners are not told that items are gone.
 * Entries that are gone from a file without faults, or aren't in another file that takes its place, were deleted; the demo
 * home is switched off as a whole.
 */
@Component(
        configurationPid = LocalHostConfiguration.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = ItemRegistry.PROPERTY_HOST + "=local")
@Designate(ocd = LocalHostConfiguration.class)
public final class LocalItemRegistry implements ItemRegistry {
    private static final Logger LOGGER = LoggerFactory.getLogger(LocalItemRegistry.class);

    private final LocalItems items;
    private final Workers workers;
    private final Contributors contributors;
    private ItemSource source;
    private volatile boolean isDemo;

    /** Begins to read; returns at once. */
    @Activate
    public LocalItemRegistry(
            @Reference Workers workers, @Reference Contributors contributors, LocalHostConfiguration configuration) {
        this.workers = workers;
        this.contributors = contributors;
        this.items = new LocalItems(contributors);
        this.source = source(configuration);
        source.start();
    }

    /** Takes its items from elsewhere; those that are there stay until these are read. */
    @Modified
    synchronized void modified(LocalHostConfiguration configuration) {
        source.stop();
        source = source(configuration);
        source.start();
    }

    private ItemSource source(LocalHostConfiguration configuration) {
        isDemo = configuration.demo() && configuration.file().isBlank();
        if (!configuration.file().isBlank()) {
            return new ItemsFileSource(
                    Path.of(configuration.file().trim()).toAbsolutePath(), items, workers, contributors);
        }
        if (isDemo) {
            return new DemoHome(items, workers, contributors);
        }
        LOGGER.warn(
                "There are no items: name an items file or switch the demo home on, with the key \"file\" or"
                        + " \"demo\" of {}",
                LocalHostConfiguration.PID);
        return new NoItems();
    }

    @Deactivate
    synchronized void deactivate() {
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

    @Override
    public boolean readsNotesWithItems() {
        return true;
    }

    @Override
    public Map<String, String> unreadable() {
        return items.unreadable();
    }

    @Override
    public Map<String, String> remarks() {
        return items.remarks();
    }

    /** The demo home, unless it is shown, or somebody made a file of it. */
    @Override
    public Set<String> switchedOff() {
        Set<String> demo = DemoHome.names();
        boolean isInFile = demo.stream()
                .anyMatch(name ->
                        items.find(name).isPresent() || items.unreadable().containsKey(name));
        return isDemo || isInFile ? Set.of() : demo;
    }

    /** No file, no demo: a home without items, which is whole. */
    private final class NoItems implements ItemSource {
        @Override
        public void start() {
            items.replaceAll(ItemsUpdate.of(Map.of()));
        }

        @Override
        public void stop() {}
    }
}
