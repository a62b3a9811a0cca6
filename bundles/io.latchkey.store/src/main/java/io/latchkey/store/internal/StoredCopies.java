// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.store.StoreException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Copies of bridges that the store keeps in its own folder, readable by its owner alone. Trust that is taken away from a
 * bridge is taken away in its copies, too, before the change is reported; a purge deletes them. Called on
 * {@code latchkey-disk}.
 */
public interface StoredCopies {

    /**
     * Copies what is remembered of a bridge now, unless the newest copy is young enough or says the same, and deletes the
     * oldest copies.
     *
     * @param about what isn't stored of it: its settings and addresses; what it remembers is taken from the store
     * @param program the version of this program
     * @param kept how many stay, one at least
     * @param since a copy that was made then or later is young enough
     * @throws StoreException when it can't be written; what was there stays
     */
    void copy(BridgeCopy about, String program, int kept, Instant since);

    /** The copies of a bridge, the newest first. */
    List<Path> copies(String bridge);
}
