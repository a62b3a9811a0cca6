// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.transition;

import static io.latchkey.api.model.CharacteristicTypes.CHARACTERISTIC_VALUE_ACTIVE_TRANSITION_COUNT;
import static io.latchkey.api.model.CharacteristicTypes.CHARACTERISTIC_VALUE_TRANSITION_CONTROL;
import static io.latchkey.api.model.CharacteristicTypes.SUPPORTED_CHARACTERISTIC_VALUE_TRANSITION_CONFIGURATION;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.server.internal.access.Access;
import io.latchkey.server.internal.database.Extension;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.database.Snapshot;
import io.latchkey.server.internal.store.StoredBridge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adaptive Lighting: lets the lamps of a bridge that have a colour temperature follow the curve that a home hub sends, until
 * somebody chooses a colour, the curve ends or the lamp goes (as HAP-NodeJS, AdaptiveLightingController). Each lamp has one
 * transition and one timer at most. Safe for all threads: no method waits, and requests, stores and lamps are worked on by
 * work threads.
 */
public final class AdaptiveLighting implements Extension, Home {
    private static final Logger LOG = LoggerFactory.getLogger(AdaptiveLighting.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Workers workers;
    private final Access access;
    private final LongSupplier clock;
    private final BooleanSupplier wanted;
    private final Remembered remembered;
    private final Set<String> extended = ConcurrentHashMap.newKeySet();
    private final Map<CharacteristicId, Run> runs = new ConcurrentHashMap<>();
    private volatile Lights lights = new Lights();
    private volatile BiConsumer<PublishedCharacteristic, Value> teller = (nobody, nothing) -> {};
    private volatile boolean restored;
    private volatile boolean closed;

    /**
     * Prepares it for one bridge.
     *
     * @param stored the memory of the bridge, loaded
     * @param clock milliseconds since 1970-01-01 UTC
     * @param wanted whether lamps offer it at all
     */
    public AdaptiveLighting(
            StoredBridge stored, Workers workers, Access access, LongSupplier clock, BooleanSupplier wanted) {
        this.workers = workers;
        this.access = access;
        this.clock = clock;
        this.wanted = wanted;
        this.remembered = new Remembered(stored);
    }

    @Override
    public Accessory extend(String provider, Accessory accessory) {
        List<Service> services = accessory.services().stream()
                .map(service -> extend(Lights.key(provider, accessory, service), service))
                .toList();
        return services.equals(accessory.services()) ? accessory : Copies.with(accessory, services);
    }

    @Override
    public void published(Snapshot snapshot, BiConsumer<PublishedCharacteristic, Value> toSubscribers) {
        Lights now = new Lights(snapshot, extended);
        extended.removeIf(key -> now.find(key).isEmpty());
        teller = toSubscribers;
        lights = now;
        runs.values().stream().filter(run -> now.find(run.id()).isEmpty()).forEach(this::end);
        if (!restored) {
            restored = true;
            remembered.load(now).forEach(this::begin);
        }
    }

    @Override
    public boolean silences(PublishedCharacteristic characteristic, Value change) {
        Optional<Run> run = run(characteristic);
        if (run.isEmpty()) {
            return false;
        }
        if (Light.isDecisive(characteristic)) {
            run.get().hurry();
        }
        if (!Light.isColour(characteristic)) {
            return false;
        }
        Echoes.Origin origin = run.get().judge(characteristic, change);
        if (origin == Echoes.Origin.OTHERS) {
            end(run.get());
        }
        return origin == Echoes.Origin.OURS;
    }

    /** A controller is about to write that. */
    public void written(PublishedCharacteristic characteristic) {
        run(characteristic).ifPresent(run -> {
            if (Light.isColour(characteristic)) {
                end(run);
            } else if (Light.isDecisive(characteristic)) {
                run.hurry();
            }
        });
    }

    /** Ends all transitions. */
    public void endAll() {
        runs.values().forEach(this::end);
    }

    @Override
    public void close() {
        closed = true;
        runs.values().forEach(Run::stop);
    }

    @Override
    public Optional<Light> light(CharacteristicId id) {
        return lights.find(id);
    }

    @Override
    public Access access() {
        return access;
    }

    @Override
    public long now() {
        return clock.getAsLong();
    }

    @Override
    public void work(Runnable task) {
        if (closed) {
            return;
        }
        try {
            workers.home().execute(task);
        } catch (RejectedExecutionException full) {
            later(RETRY, task);
        }
    }

    @Override
    public Future<?> later(Duration delay, Runnable task) {
        return closed ? CompletableFuture.completedFuture(null) : workers.schedule(delay, () -> work(task));
    }

    @Override
    public void tell(PublishedCharacteristic characteristic, Value value) {
        teller.accept(characteristic, value);
    }

    @Override
    public void end(Run run) {
        if (runs.remove(run.id(), run)) {
            run.stop();
            LOG.debug("Adaptive Lighting of {} is off", run.id());
            work(() -> changed(run.id()));
        }
    }

    private Service extend(String key, Service service) {
        if (!wanted.getAsBoolean() || !Light.canFollow(service)) {
            extended.remove(key);
            return service;
        }
        extended.add(key);
        return Copies.with(
                service,
                List.of(
                        Characteristic.of(SUPPORTED_CHARACTERISTIC_VALUE_TRANSITION_CONFIGURATION)
                                .value(() -> supported(key))
                                .direct()
                                .build(),
                        Characteristic.of(CHARACTERISTIC_VALUE_TRANSITION_CONTROL)
                                .value(() -> status(key))
                                .write(write -> control(key, write))
                                .direct()
                                .build(),
                        Characteristic.of(CHARACTERISTIC_VALUE_ACTIVE_TRANSITION_COUNT)
                                .value(() -> lights.find(key).map(this::count).orElse(Value.of(0L)))
                                .direct()
                                .build()));
    }

    private Value supported(String key) {
        return Value.of(lights.find(key)
                .map(light -> Control.supported(
                        light.brightness().id().iid().value(), light.id().iid().value()))
                .orElse(new byte[0]));
    }

    private Value status(String key) {
        return Value.of(lights.find(key)
                .map(light -> runs.get(light.id()))
                .map(run -> Control.status(run.transition(), run.transition().elapsed(now())))
                .orElse(new byte[0]));
    }

    private Value count(Light light) {
        return Value.of(runs.containsKey(light.id()) ? 1L : 0L);
    }

    private CompletionStage<Value> control(String key, Write write) {
        CompletableFuture<Value> answer = new CompletableFuture<>();
        try {
            workers.home().execute(() -> answer(key, ((Value.Bytes) write.value()).content(), answer));
        } catch (RejectedExecutionException full) {
            answer.completeExceptionally(new HapStatusException(HapStatus.BUSY, "too much work"));
        }
        return answer;
    }

    private void answer(String key, byte[] request, CompletableFuture<Value> answer) {
        try {
            Light light = lights.find(key)
                    .filter(Light::present)
                    .orElseThrow(() -> new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, "the lamp is away"));
            Control control = Control.of(request);
            Value reply = Value.of(answer(light, control));
            if (control.update().isPresent()) {
                remembered.save(runs.values()).thenRun(() -> answer.complete(reply));
            } else {
                answer.complete(reply);
            }
        } catch (IllegalArgumentException e) {
            answer.completeExceptionally(new HapStatusException(HapStatus.INVALID_VALUE, e.getMessage()));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private byte[] answer(Light light, Control request) {
        long iid = light.id().iid().value();
        Optional<Transition> current =
                request.read().isPresent() && request.read().getAsLong() == iid
                        ? Optional.ofNullable(runs.get(light.id())).map(Run::transition)
                        : Optional.empty();
        return Control.answer(current, request.update().map(update -> update(light, update)));
    }

    private byte[] update(Light light, Fields configuration) {
        if (Transition.iid(configuration) != light.id().iid().value()) {
            throw new IllegalArgumentException("only the colour temperature follows a curve");
        }
        Optional<Transition> transition =
                Transition.read(configuration, light.brightness().id().iid().value(), now());
        if (transition.isEmpty()) {
            Optional.ofNullable(runs.get(light.id())).ifPresent(this::end);
            return new byte[0];
        }
        begin(light.id(), transition.get());
        tellCount(light.id());
        return Control.status(transition.get(), 0);
    }

    private void begin(CharacteristicId id, Transition transition) {
        Run run = new Run(id, transition, this);
        Optional.ofNullable(runs.put(id, run)).ifPresent(Run::stop);
        run.begin();
        LOG.debug("Adaptive Lighting of {} is on", id);
    }

    private void changed(CharacteristicId id) {
        remembered.save(runs.values());
        tellCount(id);
    }

    private void tellCount(CharacteristicId id) {
        lights.find(id).ifPresent(light -> tell(light.count(), count(light)));
    }

    private Optional<Run> run(PublishedCharacteristic characteristic) {
        return runs.isEmpty()
                ? Optional.empty()
                : lights.find(characteristic.id()).map(light -> runs.get(light.id()));
    }
}
