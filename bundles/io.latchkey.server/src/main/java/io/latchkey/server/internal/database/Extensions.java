// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** The extensions of a bridge, as its accessory database sees them: whatever they do, each call here returns at once. */
public interface Extensions {
    /** No extension. */
    Extensions NONE = new Extensions() {};

    /**
     * Asks those that are there what they add. Called at each composing, one call after the other.
     *
     * @return ends in time and never fails; those that are away, or fail, give no answer
     */
    default CompletionStage<List<ExtensionAnswer>> additions(Map<AccessoryKey, Accessory> accessories) {
        return CompletableFuture.completedFuture(List.of());
    }

    /** Whether what an extension adds is to be shown, be the extension there or not. */
    default boolean isWanted(String extension) {
        return true;
    }

    /**
     * A new snapshot, of what was answered last, is served from now on; one call after the other.
     *
     * @param teller tells subscribers a value, also when it is the one they heard last
     */
    default void published(Snapshot snapshot, BiConsumer<PublishedCharacteristic, Value> teller) {}

    /**
     * Whether subscribers need not hear of a change in the host, because an extension has brought it about. Called on a thread
     * of the host, without a lock.
     */
    default boolean silences(PublishedCharacteristic characteristic, Value change) {
        return false;
    }

    /** The bridge does nothing any more. */
    default void close() {}
}
