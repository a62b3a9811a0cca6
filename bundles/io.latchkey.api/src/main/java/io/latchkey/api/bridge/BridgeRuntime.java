// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import io.latchkey.api.store.History;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Looks at the bridges that run, for consoles, pages and health checks. Every answer is a copy of one moment; no method
 * blocks or changes anything.
 */
@ProviderType
public interface BridgeRuntime {

    /** All bridges, by id. */
    List<BridgeStatus> bridges();

    /**
     * Whether controllers may use the bridges that an item switches, by the id of the bridge; the further bridges of one go
     * with it.
     */
    default List<EnablingStatus> enabling() {
        return List.of();
    }

    /** The accessories of a bridge, by aid; empty when there is no such bridge. */
    List<AccessoryStatus> accessories(String bridge);

    /**
     * What became of all that is offered to a configured bridge: what it shows itself, what its further bridges show, and
     * what none of them can show. Empty when no configuration has that id.
     */
    List<AccessoryPlace> places(String bridge);

    /**
     * What a bridge shows though it isn't there, the longest absent first; empty when there is no such bridge. Those of
     * further bridges are told under their own ids.
     */
    List<AbsentAccessory> absent(String bridge);

    /** The pairings of a bridge; empty when there is no such bridge. */
    List<PairingStatus> pairings(String bridge);

    /** The open sessions of a bridge; empty when there is no such bridge. */
    List<SessionStatus> sessions(String bridge);

    /**
     * What has happened to a bridge of late and who has switched what; {@link History#NONE} when there is no such bridge or
     * its store hasn't been read yet.
     */
    default History history(String bridge) {
        return History.NONE;
    }
}
