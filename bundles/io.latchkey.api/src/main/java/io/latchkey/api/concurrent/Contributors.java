// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.concurrent;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How Latchkey calls code that others wrote: accessory types, providers, item registries, listeners and verbs. Whatever
 * such code throws, an {@link Error} too, and however long it takes to return, costs its own answers and nothing else,
 * and {@code latchkey:check} names it.
 *
 * <p>Bundle {@code server} publishes this service. Safe for all threads.
 */
@ProviderType
public interface Contributors {

    /**
     * Begins to call somebody's code.
     *
     * @param name what people are told, such as {@code accessory type org.example.PoolCover}
     * @return to be closed when that somebody has left
     */
    Contributor join(String name);

    /**
     * Does work of Latchkey itself that calls contributors on its way, on a thread for foreign code.
     *
     * @param what whose work it is, such as {@code bridge home}: a few of it run at once
     * @throws RejectedExecutionException when too much of it waits, or the threads have stopped
     */
    void execute(String what, Runnable work);

    /** Who failed of late, or doesn't return; the newest last. */
    List<ContributorFailure> failures();
}
