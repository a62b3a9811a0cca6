// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Value;
import java.util.function.BiConsumer;

/** What a bridge itself adds to the accessories of its providers. */
public interface Extension {

    /**
     * The accessory with what the bridge adds; the definitions in it stay the same objects. Called at each composing, on a
     * work thread, one call after the other.
     */
    Accessory extend(String provider, Accessory accessory);

    /**
     * A new snapshot, of what was extended last, is served from now on; on a work thread, one call after the other.
     *
     * @param teller tells subscribers a value, also when it is the one they heard last; not to be called from
     *     {@link #silences}
     */
    void published(Snapshot snapshot, BiConsumer<PublishedCharacteristic, Value> teller);

    /**
     * Whether subscribers need not hear of a change in the host, because the bridge has brought it about. Called on a thread
     * of the host, which must not be blocked.
     */
    boolean silences(PublishedCharacteristic characteristic, Value change);

    /** Does nothing any more. */
    void close();
}
