// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Choices;
import io.latchkey.api.store.Choices.Choice;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was chosen for characteristics of one bridge that no item feeds. It is written a few seconds after the first
 * change, on a work thread; of more than 2000 choices the oldest are forgotten. Trouble with the store is told and
 * keeps nothing else from working. Thread-safe.
 */
public final class Memory {
    /** How long a choice may wait to be written. */
    public static final Duration DELAY = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
    private static final int MOST = 2000;

    private final String bridge;
    private final BridgeStore store;
    private final Workers workers;
    private final Map<Place, Value> values = new LinkedHashMap<>();
    private boolean isDirty;
    private Optional<String> trouble = Optional.empty();

    private record Place(String accessory, String service, String characteristic) {}

    /** Remembers what was chosen before; waits for the disk. */
    public Memory(String bridge, BridgeStore store, Workers workers) {
        this.bridge = bridge;
        this.store = store;
        this.workers = workers;
        load().forEach(choice ->
                values.put(new Place(choice.accessory(), choice.service(), choice.characteristic()), choice.value()));
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
            values.remove(place);
            values.put(place, value);
            if (values.size() > MOST) {
                values.remove(values.keySet().iterator().next());
            }
            if (isDirty) {
                return;
            }
            isDirty = true;
        }
        saveSoon();
    }

    /** Writes what isn't written yet; waits for the disk. */
    public synchronized void save() {
        List<Choice> made;
        synchronized (values) {
            if (!isDirty) {
                return;
            }
            isDirty = false;
            made = values.entrySet().stream()
                    .map(entry -> choice(entry.getKey(), entry.getValue()))
                    .toList();
        }
        try {
            store.save(bridge, Domain.CHOICES, new Choices(made));
            trouble = Optional.empty();
        } catch (StoreException e) {
            unsaved(e.getMessage());
        }
    }

    /** Tries again later, and when it closes: a stop may have interrupted the writing. */
    private void unsaved(String why) {
        if (!trouble.equals(Optional.of(why))) {
            LOG.warn("Bridge {} can't remember over a restart what was chosen in Home: {}", bridge, why);
        }
        trouble = Optional.of(why);
        synchronized (values) {
            isDirty = true;
        }
        saveSoon();
    }

    private List<Choice> load() {
        try {
            return store.load(bridge, Domain.CHOICES).orElse(Choices.NONE).made();
        } catch (StoreException e) {
            LOG.warn("Bridge {} has forgotten what was chosen in Home, choose it again: {}", bridge, e.getMessage());
            return List.of();
        }
    }

    private void saveSoon() {
        try {
            workers.schedule(DELAY, this::saveOnWorkThread);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("What was chosen on bridge {} is written when it closes", bridge);
        }
    }

    private void saveOnWorkThread() {
        try {
            workers.work().execute(this::save);
        } catch (RejectedExecutionException busy) {
            saveSoon();
        }
    }

    private static Choice choice(Place place, Value value) {
        return new Choice(place.accessory(), place.service(), place.characteristic(), value);
    }
}
