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
import io.latchkey.api.store.StoreException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was chosen for characteristics of one bridge that no item feeds. It is written a few seconds after the first
 * change, on the disk thread; of more than 2000 choices the oldest are forgotten. Trouble with the store is told and
 * keeps nothing else from working. Thread-safe.
 */
public final class Memory {
    /** How long a choice may wait to be written. */
    public static final Duration DELAY = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
    private static final int MOST = 2000;
    private static final long LOAD_SECONDS = 20;

    private final String bridge;
    private final BridgeStore store;
    private final Workers workers;
    private final Map<Place, Value> values = new LinkedHashMap<>();
    private final boolean isLoaded;
    private boolean isDirty;
    private Optional<String> trouble = Optional.empty();

    private record Place(String accessory, String service, String characteristic) {}

    /** Remembers what was chosen before; waits for the disk, so it is made where foreign code may wait. */
    public Memory(String bridge, BridgeStore store, Workers workers) {
        this.bridge = bridge;
        this.store = store;
        this.workers = workers;
        Optional<Choices> before = load();
        this.isLoaded = before.isPresent();
        before.ifPresent(choices -> put(choices, values));
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

    /** Lets what isn't written yet be written; returns at once. */
    public void save() {
        synchronized (values) {
            if (!isDirty) {
                return;
            }
        }
        try {
            workers.disk().execute(this::write);
        } catch (RejectedExecutionException busy) {
            saveSoon();
        }
    }

    private synchronized void write() {
        Map<Place, Value> made;
        synchronized (values) {
            if (!isDirty) {
                return;
            }
            isDirty = false;
            made = new LinkedHashMap<>(values);
        }
        try {
            store.change(bridge, memory -> with(memory, made));
            trouble = Optional.empty();
        } catch (StoreException e) {
            unsaved(e.getMessage());
        }
    }

    /** What could not be read at the start is kept; a bridge that was purged meanwhile stays so. */
    private BridgeMemory with(BridgeMemory memory, Map<Place, Value> made) {
        if (memory.domains().isEmpty()) {
            return memory;
        }
        Map<Place, Value> all = new LinkedHashMap<>();
        if (!isLoaded) {
            memory.get(Domain.CHOICES).ifPresent(before -> put(before, all));
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

    private Optional<Choices> load() {
        try {
            return Optional.of(CompletableFuture.supplyAsync(() -> store.load(bridge), workers.disk())
                    .get(LOAD_SECONDS, TimeUnit.SECONDS)
                    .get(Domain.CHOICES)
                    .orElse(Choices.NONE));
        } catch (ExecutionException e) {
            unknown(e.getCause().getMessage());
        } catch (TimeoutException | RejectedExecutionException e) {
            unknown("the disk does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private void unknown(String why) {
        LOG.warn("Bridge {} does not know what was chosen in Home before: {}", bridge, why);
    }

    private static void put(Choices choices, Map<Place, Value> values) {
        choices.made()
                .forEach(choice -> values.put(
                        new Place(choice.accessory(), choice.service(), choice.characteristic()), choice.value()));
    }

    private void saveSoon() {
        try {
            workers.schedule(DELAY, this::save);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("What was chosen on bridge {} is written when it closes", bridge);
        }
    }

    private static Choice choice(Place place, Value value) {
        return new Choice(place.accessory(), place.service(), place.characteristic(), value);
    }
}
