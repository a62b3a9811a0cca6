// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.store.BridgeMemory;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** The servers of accessories that stand alone, each of which shows one. No method waits. */
public interface StandaloneStarter {

    /** As what an accessory is to stand alone, by itself or because the configuration wants it; empty if it isn't. */
    Optional<AccessoryCategory> category(Accessory accessory);

    /**
     * Starts one, unless it runs; one that runs takes its name and category.
     *
     * @param definition what it is to show; empty for one that only stays reachable
     * @return ends with its accessory, not shown yet, or empty when none is to be started any more; fails with a
     *     {@link io.latchkey.api.store.StoreException} when the disk refuses
     */
    CompletionStage<Optional<AccessoryDatabase>> start(AccessoryKey accessory, Optional<Accessory> definition);

    /** Whether controllers know it; false for one that doesn't run. */
    boolean isPaired(AccessoryKey accessory);

    /** Whether controllers know one of the bridges that show all the other accessories. */
    boolean isHomePaired();

    /**
     * Ends one and changes what is stored of it; whoever shows it next starts it from that.
     *
     * @param change pure and fast
     * @return fails with what the change or the store threw
     */
    CompletionStage<Void> replace(AccessoryKey accessory, UnaryOperator<BridgeMemory> change);

    /**
     * Ends one that has nothing to show, unless controllers know it. What it has stored stays, and it may be started again.
     *
     * @return whether it ends
     */
    boolean rest(AccessoryKey accessory);
}
