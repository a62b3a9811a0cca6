// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.store.BridgeMemory;
import java.io.IOException;
import java.util.Optional;

/** Copies of one bridge that lose the trust that the bridge loses. Not safe for several threads. */
interface NarrowableCopies {

    /** The highest epoch of trust (see {@link Manifest}) of any of them; 0 when there are none. */
    long highestEpoch() throws IOException;

    /**
     * Takes trust away in all that are of an earlier epoch.
     *
     * @param before what the bridge remembered before; empty when that isn't known any more
     * @param after what it remembers now
     * @param epoch that of the bridge now
     * @throws IOException when one of an earlier epoch may still be there
     */
    void narrow(Optional<BridgeMemory> before, BridgeMemory after, long epoch) throws IOException;
}
