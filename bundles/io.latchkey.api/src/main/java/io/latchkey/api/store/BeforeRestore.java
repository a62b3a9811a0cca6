// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import java.util.Map;
import java.util.Optional;

/**
 * What a bridge was before it was restored from a backup. Prints no setting: a setup code is among them.
 *
 * @param memory what was remembered, without pairings and history
 * @param settings what its configuration said, as texts, none of them when no configuration named it; empty when the
 *     restore has left the configuration as it was
 */
public record BeforeRestore(BridgeMemory memory, Optional<Map<String, String>> settings) {

    /** Keeps a copy. */
    public BeforeRestore {
        settings = settings.map(Map::copyOf);
    }

    @Override
    public String toString() {
        return "BeforeRestore[" + memory + ", " + settings.map(Map::keySet) + "]";
    }
}
