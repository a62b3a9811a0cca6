// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Choices;
import io.latchkey.api.store.Choices.Choice;
import io.latchkey.api.store.Domain;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was chosen for characteristics of one bridge that no item feeds. It is written a few seconds after the first
 * change; of more than 2000 choices the oldest are forgotten. Thread-safe.
 */
public final class ChoiceMemory {
    private static final int MOST = 2000;

    private final BridgeMemoryWriter writer;
    private final Map<Place, Value> values = new LinkedHashMap<>();
    private final Set<Place> forgotten = new HashSet<>();
    private final boolean isLoaded;

    private record Place(String accessory, String service, String characteristic) {}

    /** Remembers what was chosen before; waits for the disk, so it is made where foreign code may wait. */
    public ChoiceMemory(String bridge, BridgeStore store, Workers workers) {
        this.writer = new BridgeMemoryWriter(bridge, "what was chosen in Home", store, workers);
        Optional<BridgeMemory> before = writer.load();
        this.isLoaded = before.isPresent();
        before.flatMap(memory -> memory.get(Domain.CHOICES)).ifPresent(choices -> put(choices, values));
    }

    /** What was chosen last; empty when nothing was. */
    public Optional<Value> value(String accessory, String service, CharacteristicType characteristic) {
        synchronized (values) {
            return Optional.ofNullable(values.get(new Place(accessory, service, characteristic.name())));
        }
    }

    /** Something was chosen, not necessarily something else; returns at once. */
    public void keep(String accessory, String service, CharacteristicType characteristic, Value value) {
        Place place = new Place(accessory, service, characteristic.name());
        synchronized (values) {
            if (value.equals(values.get(place))) {
                return;
            }
            forgotten.remove(place);
            values.remove(place);
            values.put(place, value);
            if (values.size() > MOST) {
                values.remove(values.keySet().iterator().next());
            }
        }
        writer.changed(this::with);
    }

    /** Nothing is chosen there any more; returns at once. */
    public void forget(String accessory, String service, CharacteristicType characteristic) {
        Place place = new Place(accessory, service, characteristic.name());
        synchronized (values) {
            boolean isKnown = values.remove(place) != null;
            boolean mayBeStored = !isLoaded && forgotten.add(place);
            if (!isKnown && !mayBeStored) {
                return;
            }
        }
        writer.changed(this::with);
    }

    /** Lets what isn't written yet be written; returns at once. */
    public void save() {
        writer.save(this::with);
    }

    /** What could not be read at the start is kept. */
    private BridgeMemory with(BridgeMemory memory) {
        Map<Place, Value> made;
        Set<Place> gone;
        synchronized (values) {
            made = new LinkedHashMap<>(values);
            gone = Set.copyOf(forgotten);
        }
        Map<Place, Value> all = new LinkedHashMap<>();
        if (!isLoaded) {
            memory.get(Domain.CHOICES).ifPresent(before -> put(before, all));
            all.keySet().removeAll(gone);
        }
        made.forEach((place, value) -> {
            all.remove(place);
            all.put(place, value);
        });
        List<Choice> choices = all.entrySet().stream()
                .skip(Math.max(0, all.size() - MOST))
                .map(entry -> choice(entry.getKey(), entry.getValue()))
                .toList();
        return memory.with(Domain.CHOICES, new Choices(choices));
    }

    private static void put(Choices choices, Map<Place, Value> values) {
        choices.made()
                .forEach(choice -> values.put(
                        new Place(choice.accessory(), choice.service(), choice.characteristic()), choice.value()));
    }

    private static Choice choice(Place place, Value value) {
        return new Choice(place.accessory(), place.service(), place.characteristic(), value);
    }
}
