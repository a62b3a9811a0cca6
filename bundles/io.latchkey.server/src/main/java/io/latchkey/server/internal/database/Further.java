// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.store.Allocation;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The bridges that show what the first one of a configuration has no room for. No method waits. */
public interface Further {

    /**
     * What is known of one from former runs.
     *
     * @param allocation what it has given out
     * @param paired whether controllers know it: they say that it doesn't respond unless it runs
     */
    record Stored(Allocation allocation, boolean paired) {}

    /**
     * Starts one of them.
     *
     * @param index its place among the stored ones, or the next place for a new one
     * @return ends with its accessories, none of them shown yet, or empty when no bridge is to be started any more; fails
     *     with a {@link io.latchkey.api.store.StoreException} when the disk refuses
     */
    CompletionStage<Optional<AccessoryDatabase>> start(int index);
}
