// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Value;
import io.latchkey.api.store.BridgeMemory;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Hears what happens in an accessory database; no method may wait. */
public interface DatabaseListener {

    /** A new snapshot is served from now on, the first one included; on {@code latchkey-home}. */
    void published(Snapshot snapshot);

    /** A value that subscribers have to hear of; on a thread of the host, which must not be blocked. */
    void changed(PublishedCharacteristic characteristic, Value value);

    /** A value that the host has told once more; on a thread of the host, which must not be blocked. */
    void repeated(PublishedCharacteristic characteristic, Value value);

    /** These were absent and are back: whoever subscribed has to hear of what has changed; on {@code latchkey-home}. */
    void returned(List<ReturnedCharacteristic> characteristics);

    /** Why it can't show anything yet, or empty when it can; on {@code latchkey-home}. */
    void waits(Optional<String> why);

    /** What is to be written down whenever values are; on {@code latchkey-home}. The change is pure. */
    UnaryOperator<BridgeMemory> noted();

    /** What is wrong and how to mend it, or empty when all is well again; on {@code latchkey-home}. */
    void problem(Optional<String> problem);
}
