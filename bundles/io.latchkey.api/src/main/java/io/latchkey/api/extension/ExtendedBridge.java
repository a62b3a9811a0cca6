// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.extension;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Domain;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What an extension may do with one bridge. All methods may be called on any thread and return at once; their stages end on
 * the threads on which the extension is called, in turn with its other calls, and don't end after it was closed. It reaches
 * the services that it was told of by {@link BridgeExtension#published} last; others are nobody for it.
 */
@ProviderType
public interface ExtendedBridge {

    /** The key of the bridge, for messages to people. */
    String id();

    /**
     * The folder for what is too much for the memory of the bridge, for this extension and this bridge alone; whoever writes
     * there makes it, on {@code latchkey-disk}. It leaves when the bridge is purged, and is part of no backup.
     *
     * @return empty where the store of the bridge keeps no files
     */
    Optional<Path> folder();

    /** Reads characteristics of services that it extends: those that answer in time, and no others. */
    CompletionStage<Map<CharacteristicId, Value>> read(Collection<CharacteristicId> characteristics);

    /**
     * Writes a characteristic of a service that it extends, as a controller would.
     *
     * @return how it went; never fails
     */
    CompletionStage<HapStatus> write(CharacteristicId characteristic, Value value);

    /** The value that the bridge knows without asking the host. */
    Optional<Value> known(CharacteristicId characteristic);

    /**
     * Tells a value to the controllers that have subscribed, also when it is the one they heard last. Not to be called from
     * {@link BridgeExtension#silences}.
     */
    void tell(CharacteristicId characteristic, Value value);

    /** From now on it wants to hear of changes and writes of these characteristics of services that it extends, and no others. */
    void watch(Set<CharacteristicId> characteristics);

    /**
     * Runs a task in turn with its other calls. While the extension is left out, or the threads have too much to do, the task
     * waits.
     *
     * @throws java.util.concurrent.RejectedExecutionException when more than 4096 wait
     */
    void execute(Runnable task);

    /** The same after a while; the result cancels it as long as it hasn't begun. */
    Future<?> schedule(Duration delay, Runnable task);

    /** What is remembered over restarts in a domain that is made for extensions. */
    <T> Optional<T> remembered(Domain<T> domain);

    /**
     * Remembers another value there. Changes are stored in the order in which they were given.
     *
     * @return ends when that is durable; fails with a {@link io.latchkey.api.store.StoreException} when it can't be stored
     */
    <T> CompletionStage<Void> remember(Domain<T> domain, T value);
}
