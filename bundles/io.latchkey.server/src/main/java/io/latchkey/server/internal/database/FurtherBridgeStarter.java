// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The bridges that show what the first one of a configuration has no room for. No method waits. */
public interface FurtherBridgeStarter {

    /**
     * Starts one of them.
     *
     * @param index its place among the stored ones, or the next place for a new one
     * @return ends with its accessories, none of them shown yet, or empty when no bridge is to be started any more; fails
     *     with a {@link io.latchkey.api.store.StoreException} when the disk refuses
     */
    CompletionStage<Optional<AccessoryDatabase>> start(int index);

    /**
     * Ends one that has nothing to show, unless controllers know it. What it has stored stays, and it may be started again.
     *
     * @return whether it ends
     */
    boolean rest(int index);
}
