// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.store.Allocation;
import java.util.List;
import java.util.Optional;

/**
 * The bridges that show what the first one of a configuration has no room for. Asked on work threads; both methods
 * wait for the disk and throw a {@link io.latchkey.api.store.StoreException} when it refuses.
 */
public interface Further {

    /**
     * What is known of one from former runs.
     *
     * @param allocation what it has given out
     * @param paired whether controllers know it: they say that it doesn't respond unless it runs
     */
    record Stored(Allocation allocation, boolean paired) {}

    /** Those of former runs, in the order of their numbers. */
    List<Stored> stored();

    /**
     * Starts one of them.
     *
     * @param index its place among the stored ones, or the next place for a new one
     * @return its accessories, none of them shown yet; empty when no bridge is to be started any more
     */
    Optional<AccessoryDatabase> start(int index);
}
