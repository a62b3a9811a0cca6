// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.store.AccessoryStates;
import io.latchkey.api.store.Allocation;

/** What was before, where a test needs nothing of it but the ids. */
final class FormerSnapshots {
    private FormerSnapshots() {}

    static SnapshotComposer.Former of(Allocation allocation) {
        return of(allocation, Snapshot.EMPTY);
    }

    static SnapshotComposer.Former of(Allocation allocation, Snapshot snapshot) {
        return new SnapshotComposer.Former(
                snapshot, allocation, AccessoryStates.EMPTY, new WaitingCalls(() -> Snapshot.EMPTY));
    }
}
