// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemRegistry;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.openhab.core.events.Event;
import org.openhab.core.events.EventFilter;
import org.openhab.core.events.EventPublisher;
import org.openhab.core.events.EventSubscriber;
import org.openhab.core.items.ItemProvider;
import org.openhab.core.items.MetadataRegistry;
import org.openhab.core.items.events.GroupStateUpdatedEvent;
import org.openhab.core.items.events.ItemStateEvent;
import org.openhab.core.items.events.ItemStatePredictedEvent;
import org.openhab.core.items.events.ItemStateUpdatedEvent;
import org.openhab.core.service.ReadyService;
import org.openhab.core.thing.link.ItemChannelLinkRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * openHAB's items. States come from openHAB's event bus, which keeps their order and doesn't mind that an item is
 * replaced by another of its name; definitions are read anew once changes have settled. An item that isn't there any more
 * counts as deleted only when the provider of the items that people make says so. When openHAB goes below the start level
 * at which it has its items, or this bundle leaves, they stay as they were: listeners are not told that they are gone. A
 * registry of openHAB that fails costs a reading or a command, never more.
 */
@Component(
        immediate = true,
        service = {ItemRegistry.class, EventSubscriber.class},
        property = ItemRegistry.PROPERTY_HOST + "=openhab")
public final class OpenhabItemRegistry implements ItemRegistry, EventSubscriber, EventFilter {
    private static final Logger LOG = LoggerFactory.getLogger(OpenhabItemRegistry.class);

    private final UnreadItems unread = new UnreadItems();
    private final AtomicReference<Defaults> defaults = new AtomicReference<>(Defaults.NONE);
    private final HostItems items;
    private final Definitions definitions;
    private final HostCommands commands;
    private final SettleTimer settling;
    private final HostWatch watch;
    private final Deletions deletions;
    private final LateDescriptions descriptions = new LateDescriptions();
    private final UnansweredCommands unanswered;

    /** Does nothing yet: what the user set is bound before the first reading. */
    @Activate
    public OpenhabItemRegistry(
            @Reference Workers workers,
            @Reference Contributors contributors,
            @Reference org.openhab.core.items.ItemRegistry hostItems,
            @Reference MetadataRegistry notes,
            @Reference ReadyService readiness,
            @Reference EventPublisher bus) {
        this.items = new HostItems(contributors);
        this.definitions = new Definitions(hostItems, notes);
        this.commands = new HostCommands(hostItems, bus);
        this.settling = new SettleTimer(workers, work -> contributors.execute("items of openHAB", work), this::read);
        this.watch = new HostWatch(hostItems, notes, readiness, unread, settling, items::described);
        this.deletions = new Deletions(watch::changed);
        this.unanswered = new UnansweredCommands(workers, items::stays, items::isSilent);
    }

    /** Begins to read as soon as openHAB has its items; returns at once. */
    @Activate
    void activate() {
        watch.open();
    }

    @Deactivate
    void deactivate() {
        settling.close();
        unanswered.close();
        watch.close();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindDefaults(Defaults now) {
        defaults.set(now);
        watch.allChanged();
    }

    void updatedDefaults(Defaults now) {
        bindDefaults(now);
    }

    void unbindDefaults(Defaults gone) {
        if (defaults.compareAndSet(gone, Defaults.NONE)) {
            watch.allChanged();
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(objectClass=org.openhab.core.items.ManagedItemProvider)")
    void bindManagedItems(ItemProvider provider) {
        provider.addProviderChangeListener(deletions);
    }

    void unbindManagedItems(ItemProvider provider) {
        provider.removeProviderChangeListener(deletions);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindLinks(ItemChannelLinkRegistry links) {
        descriptions.bind(links);
    }

    void unbindLinks(ItemChannelLinkRegistry links) {
        descriptions.unbind(links);
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
    public CompletionStage<Void> send(String item, ItemCommand command, String source) {
        try {
            unanswered.told(item);
            commands.send(item, command, source);
            LOG.debug("{} told {} {}", source, item, command.text());
            return CompletableFuture.completedFuture(null);
        } catch (RuntimeException refused) {
            unanswered.answered(item);
            return CompletableFuture.failedFuture(refused);
        }
    }

    @Override
    public boolean isReady() {
        return items.isWhole();
    }

    @Override
    public Map<String, String> unreadable() {
        return items.unreadable();
    }

    @Override
    public Set<String> getSubscribedEventTypes() {
        Set<String> types = new HashSet<>(LateDescriptions.TYPES);
        types.addAll(Set.of(
                ItemStateUpdatedEvent.TYPE,
                GroupStateUpdatedEvent.TYPE,
                ItemStateEvent.TYPE,
                ItemStatePredictedEvent.TYPE));
        return types;
    }

    @Override
    public EventFilter getEventFilter() {
        return this;
    }

    /** A group that computes nothing says that it was sent a state, not that it has one: the others say the latter. */
    @Override
    public boolean apply(Event event) {
        if (event instanceof ItemStateUpdatedEvent updated) {
            return items.has(updated.getItemName());
        }
        if (event instanceof ItemStatePredictedEvent predicted) {
            return predicted.isConfirmation() && items.has(predicted.getItemName());
        }
        return event instanceof ItemStateEvent sent
                ? items.hasGroup(sent.getItemName())
                : LateDescriptions.TYPES.contains(event.getType());
    }

    @Override
    public void receive(Event event) {
        if (event instanceof ItemStateUpdatedEvent updated) {
            unanswered.answered(updated.getItemName());
            items.updated(updated.getItemName(), updated.getItemState());
        } else if (event instanceof ItemStatePredictedEvent predicted && predicted.isConfirmation()) {
            unanswered.refused(predicted.getItemName());
        } else if (event instanceof ItemStateEvent sent && items.hasGroup(sent.getItemName())) {
            unanswered.answered(sent.getItemName());
            items.sent(sent.getItemName(), sent.getItemState());
        } else if (descriptions.hear(event)) {
            settling.changed();
        }
    }

    private synchronized void read() {
        if (!watch.isUp()) {
            return;
        }
        try {
            descriptions.take().forEach(unread::add);
            UnreadItems.Wanted wanted = unread.take();
            items.take(wanted, definitions.read(wanted, defaults.get()), deletions.take());
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            LOG.warn("openHAB's items can't be read and stay as they were until something changes", failure);
            unread.addAll();
        }
    }
}
