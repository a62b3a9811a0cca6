// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.EnablingStatus;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.store.Configuration.Enabling;
import io.latchkey.server.internal.item.WatchedItems;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets controllers use the bridges of one configuration, or not, as the item says that the setting {@code enabledBy} names.
 * Without an item they may. The last word of the item is stored beside the first bridge, one write at a time. Safe for all
 * threads; no method waits.
 */
final class BridgeEnabling {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeEnabling.class);

    private final WatchedItems items;
    private final Consumer<Boolean> permit;
    private final Consumer<String> note;
    private Settings settings;
    private Optional<EnablingItem> item = Optional.empty();
    private Optional<LoadedBridge> first = Optional.empty();
    private boolean isStoring;
    private boolean isClosed;

    /**
     * Begins, without listening yet.
     *
     * @param permit gets whether controllers may use the bridges, in order; returns at once
     * @param note gets what has become of that, for the history
     */
    BridgeEnabling(Settings settings, WatchedItems items, Consumer<Boolean> permit, Consumer<String> note) {
        this.settings = settings;
        this.items = items;
        this.permit = permit;
        this.note = note;
        permit.accept(settings.enabledBy().isEmpty());
    }

    /** Listens to the item. */
    void start() {
        Optional<EnablingItem> begun;
        synchronized (this) {
            if (isClosed) {
                return;
            }
            begun = settings.enabledBy().map(name -> new EnablingItem(name, hosts(settings.hosts()), this::said));
            item = begun;
        }
        begun.ifPresent(items::watch);
    }

    /** Takes another configuration. */
    void change(Settings changed) {
        boolean isSame;
        synchronized (this) {
            isSame = changed.enabledBy().equals(settings.enabledBy())
                    && changed.hosts().equals(settings.hosts());
            settings = changed;
        }
        if (!isSame) {
            leave();
            permit.accept(changed.enabledBy().isEmpty());
            start();
            recall();
        }
    }

    /** The first bridge has been read, with what the item said last. */
    void loaded(LoadedBridge bridge) {
        synchronized (this) {
            first = Optional.of(bridge);
        }
        recall();
        store();
    }

    /** Listens no more. */
    void close() {
        synchronized (this) {
            isClosed = true;
        }
        leave();
    }

    /** What the item says, if there is to be one. */
    Optional<EnablingStatus> status() {
        return item().map(each -> new EnablingStatus(settings().id(), each.item(), each.isEnabled(), each.trouble()));
    }

    /** What people have to know of it. */
    Optional<String> notice() {
        return item().flatMap(each -> each.trouble()
                .or(() -> each.isEnabled()
                        ? Optional.empty()
                        : Optional.of("switched off by item " + each.item() + ": controllers are refused")));
    }

    private void said(Enabling now) {
        permit.accept(now.enabled());
        String how = "switched " + (now.enabled() ? "on" : "off") + " by item " + now.item();
        LOG.info("Bridge {} is {}", settings().id(), how);
        note.accept(how);
        store();
    }

    private void recall() {
        Optional<LoadedBridge> loaded = loaded();
        if (loaded.isPresent()) {
            Optional<Enabling> remembered =
                    loaded.get().configuration().configuration().enabling();
            item().ifPresent(each -> each.recall(remembered));
        }
    }

    /** What the item says while that is being written is written after it. */
    private void store() {
        Optional<Enabling> last = item().flatMap(EnablingItem::last);
        Optional<LoadedBridge> loaded = loaded();
        if (last.isEmpty() || loaded.isEmpty() || !begins(loaded.get(), last.get())) {
            return;
        }
        loaded.get().configuration().change(now -> now.with(last.get())).whenComplete((done, failure) -> {
            synchronized (this) {
                isStoring = false;
            }
            if (failure == null) {
                store();
            } else {
                LOG.info(
                        "Bridge {} can't store what its item says: {}",
                        settings().id(),
                        failure.getMessage());
            }
        });
    }

    private synchronized boolean begins(LoadedBridge loaded, Enabling last) {
        Optional<Enabling> stored = loaded.configuration().configuration().enabling();
        if (isStoring || isClosed || stored.equals(Optional.of(last))) {
            return false;
        }
        isStoring = true;
        return true;
    }

    private void leave() {
        Optional<EnablingItem> before;
        synchronized (this) {
            before = item;
            item = Optional.empty();
        }
        before.ifPresent(each -> {
            each.close();
            items.leave(each);
        });
    }

    private synchronized Settings settings() {
        return settings;
    }

    private synchronized Optional<EnablingItem> item() {
        return item;
    }

    private synchronized Optional<LoadedBridge> loaded() {
        return first;
    }

    private static Predicate<String> hosts(String filter) {
        if (filter.isEmpty()) {
            return host -> true;
        }
        try {
            Filter compiled = FrameworkUtil.createFilter(filter);
            return host -> compiled.matches(Map.of(ItemRegistry.PROPERTY_HOST, host));
        } catch (InvalidSyntaxException judged) {
            throw new IllegalStateException("not a filter, though the settings were judged: " + filter, judged);
        }
    }
}
