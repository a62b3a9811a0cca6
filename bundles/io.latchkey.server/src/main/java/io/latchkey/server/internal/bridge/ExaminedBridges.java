// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.server.internal.database.Snapshot;
import io.latchkey.server.internal.pairing.TrustReport;
import java.util.List;
import java.util.Optional;

/** The bridges as examinations of this bundle see them. Every answer is a copy of one moment; no method waits. */
public interface ExaminedBridges {

    /** All bridges, by id. */
    List<ExaminedBridge> examined();

    /** What is to be known of a bridge's trust; empty until its store was read. */
    Optional<TrustReport> trust(String bridge);

    /** Why the last change of a bridge's memory couldn't be stored, in the words of the store; empty when it could. */
    Optional<String> storeTrouble(String bridge);

    /** What a bridge shows; empty until its store was read. */
    Optional<Snapshot> shown(String bridge);
}
