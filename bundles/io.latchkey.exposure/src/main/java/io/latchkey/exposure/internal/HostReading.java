// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.accessory.DescribedLimits;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.Metadata;
import io.latchkey.exposure.internal.absence.ItemFacts;
import io.latchkey.exposure.internal.describe.DescriptionMemory;
import io.latchkey.exposure.internal.language.ExposureRequest;
import io.latchkey.exposure.internal.language.Vocabulary;
import io.latchkey.exposure.internal.live.Host;
import io.latchkey.exposure.internal.plan.Composition;
import io.latchkey.exposure.internal.plan.PreviousNumbers;
import io.latchkey.exposure.internal.plan.RequestIndex;
import io.latchkey.exposure.internal.tag.SemanticMeaning;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The items of one host as one bridge reads them. Reads what has changed and plans anew only if that may make a
 * difference: a note that Home never looks at costs the reading of one item, however many there are. Told of changes on
 * threads of the host; all else on one thread at a time.
 */
final class HostReading {
    private final Host host;
    private final CompositionRules reading;
    private final DescriptionMemory descriptions;
    private final Set<String> unread = new HashSet<>();
    private boolean isAllUnread = true;
    private Vocabulary words = new Vocabulary(Set.of());
    private RequestIndex index = new RequestIndex(note -> ExposureRequest.of(note, words));
    private Optional<Composition> composition = Optional.empty();

    /**
     * Begins without items.
     *
     * @param descriptions how the items were described that the bridge has used
     */
    HostReading(Host host, CompositionRules reading, DescriptionMemory descriptions) {
        this.host = host;
        this.reading = reading;
        this.descriptions = descriptions;
    }

    /** Some items came, went or changed. */
    void changed(Collection<String> names) {
        synchronized (unread) {
            unread.addAll(names);
        }
    }

    /** The registry came or went: nothing of another one counts. */
    void allChanged() {
        synchronized (unread) {
            isAllUnread = true;
            unread.clear();
        }
    }

    /** What becomes of the items; empty while the host isn't there or doesn't know them all, and then nothing is held. */
    Optional<Composition> compose(Vocabulary vocabulary, PreviousNumbers numbers) {
        Optional<ItemRegistry> registry = host.readyRegistry();
        if (registry.isEmpty()) {
            forget();
            return Optional.empty();
        }
        if (read(registry.get(), vocabulary) || composition.isEmpty()) {
            composition = Optional.of(reading.compose(index, words, numbers, item -> state(registry.get(), item)));
        }
        return composition;
    }

    /** What may be concluded from what isn't there; only right after something was composed. */
    ItemFacts facts(Map<String, String> broken) {
        Optional<ItemRegistry> registry = host.registry();
        return new ItemFacts(
                index.items(),
                registry.map(ItemRegistry::unreadable).orElse(Map.of()),
                host.deleted(),
                composition.map(Composition::unknown).orElse(Map.of()),
                broken,
                registry.filter(ItemRegistry::readsNotesWithItems).isPresent());
    }

    /**
     * Remembers how the items are described that something is made of, and forgets the others.
     *
     * @param remembered the names of the items that absent accessories are made of
     * @return whether something is known now that wasn't before
     */
    boolean keepDescriptions(Set<String> used, Set<String> remembered) {
        return descriptions.keep(
                host.name(),
                used.stream()
                        .filter(index.items()::containsKey)
                        .map(index.items()::get)
                        .toList(),
                remembered);
    }

    private void forget() {
        allChanged();
        words = new Vocabulary(Set.of());
        index = new RequestIndex(note -> ExposureRequest.of(note, words));
        composition = Optional.empty();
    }

    /** Reads what has changed; tells whether that may make a difference. */
    private boolean read(ItemRegistry registry, Vocabulary vocabulary) {
        Set<String> names;
        boolean isAll;
        synchronized (unread) {
            names = Set.copyOf(unread);
            isAll = isAllUnread;
            unread.clear();
            isAllUnread = false;
        }
        boolean isDifferent = isAll || words != vocabulary;
        if (isDifferent) {
            words = vocabulary;
            RequestIndex fresh = new RequestIndex(note -> ExposureRequest.of(note, vocabulary));
            (isAll ? registry.items().stream().map(this::seen) : index.items().values().stream()).forEach(fresh::put);
            index = fresh;
            host.present(isAll ? Set.copyOf(index.items().keySet()) : Set.of());
        }
        for (String name : names) {
            isDifferent |=
                    registry.item(name).map(item -> index.put(seen(item))).orElseGet(() -> index.remove(name));
        }
        return isDifferent;
    }

    /** What Home may ever see of an item: the rest of it can change without anything to be done. */
    private Item seen(Item item) {
        Map<String, Metadata> notes = new HashMap<>(item.metadata());
        notes.keySet().retainAll(Set.of(ExposureRequest.NAMESPACE, SemanticMeaning.NAMESPACE));
        Item seen = item.toBuilder()
                .category("")
                .state(ItemState.Missing.NULL)
                .onlyMetadata(notes)
                .stateDescription(DescribedLimits.inUnitOf(item))
                .build();
        return descriptions.complete(host.name(), seen);
    }

    private static ItemState state(ItemRegistry registry, Item item) {
        return registry.item(item.name()).map(Item::state).orElse(ItemState.Missing.NULL);
    }
}
