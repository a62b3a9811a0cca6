// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.AccessoryPlace;
import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.PairingStatus;
import io.latchkey.api.bridge.SessionStatus;
import java.util.List;

/** A bridge as this bundle's other components see it. Looking never blocks; changes end with their stages. */
interface RunningBridge {

    /** The stable key. */
    String id();

    /** The further bridges of its configuration that run. */
    default List<RunningBridge> further() {
        return List.of();
    }

    /** How it is. */
    BridgeStatus status();

    /** What it shows, by aid, itself left out. */
    List<AccessoryStatus> accessories();

    /** What became of all that is offered to its configuration; nothing is offered to a further bridge. */
    default List<AccessoryPlace> places() {
        return List.of();
    }

    /** Whom it trusts. */
    List<PairingStatus> pairings();

    /** Who is connected. */
    List<SessionStatus> sessions();

    /**
     * What a person may do to it.
     *
     * @throws IllegalStateException when it does not run
     */
    BridgeActions actions();

    /**
     * Rests while the work changes what is stored, and starts again from that; on a work thread.
     *
     * @throws IllegalStateException when it can't rest
     */
    void replace(Runnable work);
}
