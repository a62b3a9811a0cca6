// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Changes several bridges in one transaction: all of them or none, whatever happens to the process or the disk. What is
 * decided with them for their configurations, which others keep, is remembered until somebody has seen to it. Called on
 * {@code latchkey-disk}.
 */
public interface JointChanges {

    /**
     * Changes bridges. A process that is killed meanwhile leaves all as it was, or finishes when the store is opened next.
     *
     * @param changes what becomes of each, by id; pure and fast, and what they throw is passed on
     * @param settings what configurations are to say from then on
     * @throws StoreException when they could not be made durable; nothing has changed then
     */
    void changeTogether(Map<String, UnaryOperator<BridgeMemory>> changes, List<DueSettings> settings);

    /** What configurations are to say and may not say yet. */
    List<DueSettings> due();

    /** Somebody has seen to all that was due. */
    void settled();

    /**
     * What the configuration of a bridge is to say. Prints no value: a setup code is among them.
     *
     * @param bridge its id
     * @param settings all of them as texts; empty when no configuration is to name the bridge
     */
    record DueSettings(String bridge, Optional<Map<String, String>> settings) {
        /** Keeps a copy. */
        public DueSettings {
            settings = settings.map(Map::copyOf);
        }

        @Override
        public String toString() {
            return "DueSettings[" + bridge + ", " + settings.map(Map::keySet) + "]";
        }
    }
}
