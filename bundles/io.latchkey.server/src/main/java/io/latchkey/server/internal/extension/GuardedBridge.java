// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.extension;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.extension.ExtendedBridge;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Domain;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.store.StoredBridge;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bridge as one extension may use it: the services that it extends, a place in the memory of the bridge, and tasks. What
 * comes back comes in the queue of its calls. Safe for all threads; no method waits.
 */
final class GuardedBridge implements ExtendedBridge {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedBridge.class);
    /** What extensions may remember. Who sees the other domains could pretend to be the bridge. */
    private static final Set<Domain<?>> DOMAINS = Set.of(Domain.TRANSITIONS);

    private final String extension;
    private final StoredBridge stored;
    private final Workers workers;
    private final ServiceAccess services;
    private final ExtensionCalls calls;
    private volatile BiConsumer<PublishedCharacteristic, Value> teller = (nobody, nothing) -> {};
    private volatile boolean closed;

    GuardedBridge(
            String extension, StoredBridge stored, Workers workers, ServiceAccess services, ExtensionCalls calls) {
        this.extension = extension;
        this.stored = stored;
        this.workers = workers;
        this.services = services;
        this.calls = calls;
    }

    /** Subscribers are told through this from now on. */
    void tellThrough(BiConsumer<PublishedCharacteristic, Value> toSubscribers) {
        teller = toSubscribers;
    }

    /** Nothing that the extension asks for is done any more. */
    void close() {
        closed = true;
        services.watch(Set.of());
        services.published(ReachableServices.NONE);
    }

    @Override
    public String id() {
        return stored.id();
    }

    @Override
    public Optional<Path> folder() {
        return stored.folder().map(files -> files.resolve(extension));
    }

    @Override
    public CompletionStage<Map<CharacteristicId, Value>> read(Collection<CharacteristicId> characteristics) {
        CompletableFuture<Map<CharacteristicId, Value>> answer = new CompletableFuture<>();
        services.read(characteristics, values -> goOn("what follows a read", () -> answer.complete(values)));
        return answer;
    }

    @Override
    public CompletionStage<HapStatus> write(CharacteristicId characteristic, Value value) {
        CompletableFuture<HapStatus> answer = new CompletableFuture<>();
        services.write(characteristic, value, status -> goOn("what follows a write", () -> answer.complete(status)));
        return answer;
    }

    @Override
    public Optional<Value> known(CharacteristicId characteristic) {
        return services.reachable()
                .find(characteristic)
                .filter(PublishedCharacteristic::isKnown)
                .map(PublishedCharacteristic::shown);
    }

    @Override
    public void tell(CharacteristicId characteristic, Value value) {
        services.reachable().find(characteristic).ifPresent(each -> teller.accept(each, value));
    }

    @Override
    public void watch(Set<CharacteristicId> characteristics) {
        if (!closed) {
            services.watch(characteristics);
        }
    }

    @Override
    public void execute(Runnable task) {
        if (!calls.add("a task", task)) {
            throw new RejectedExecutionException("more than " + ExtensionCalls.MOST + " calls of an extension wait");
        }
    }

    @Override
    public Future<?> schedule(Duration delay, Runnable task) {
        CompletableFuture<Void> pending = new CompletableFuture<>();
        if (closed) {
            return pending;
        }
        try {
            Future<?> timer = workers.schedule(delay, () -> begin(task, pending));
            pending.whenComplete((done, cancelled) -> timer.cancel(false));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("A task of an extension comes while the bundle stops");
        }
        return pending;
    }

    @Override
    public <T> Optional<T> remembered(Domain<T> domain) {
        return stored.memory().get(allowed(domain));
    }

    @Override
    public <T> CompletionStage<Void> remember(Domain<T> domain, T value) {
        allowed(domain);
        CompletableFuture<Void> durable = new CompletableFuture<>();
        stored.change(memory -> memory.with(domain, value))
                .whenComplete((done, failure) ->
                        goOn("what follows a change of its memory", () -> complete(durable, failure)));
        return durable;
    }

    /** The timer's thread: a task that was cancelled meanwhile isn't handed on. */
    private void begin(Runnable task, CompletableFuture<Void> pending) {
        boolean isTaken = calls.add("a task", () -> {
            if (pending.complete(null)) {
                task.run();
            }
        });
        if (!isTaken) {
            calls.later(() -> begin(task, pending));
        }
    }

    private void goOn(String name, Runnable rest) {
        if (!calls.add(name, rest)) {
            LOG.debug("An extension of bridge {} has too much to do for {}", stored.id(), name);
        }
    }

    private static void complete(CompletableFuture<Void> durable, Throwable failure) {
        if (failure == null) {
            durable.complete(null);
        } else {
            durable.completeExceptionally(
                    failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
        }
    }

    private static <T> Domain<T> allowed(Domain<T> domain) {
        if (!DOMAINS.contains(domain)) {
            throw new IllegalArgumentException("domain " + domain + " isn't for extensions");
        }
        return domain;
    }
}
