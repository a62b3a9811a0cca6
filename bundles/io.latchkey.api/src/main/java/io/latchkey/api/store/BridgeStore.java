// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Remembers bridges. Whoever calls it does so on {@code latchkey-disk}, since every method may wait for the disk; safe for
 * use from several threads. Changes of one bridge happen one after the other, and whoever loads has all that were
 * reported before.
 *
 * <p>All methods throw {@link StoreException} when the place cannot be read or written; its message says in plain words
 * which file is meant and what mends it. Absence is never an exception, and neither damage nor an error of reading is
 * ever absence.
 */
@ConsumerType
public interface BridgeStore {

    /** The folder that holds everything. */
    Path location();

    /** The ids of all bridges of which something is remembered, running or not. */
    Set<String> bridges();

    /**
     * All that is remembered of a bridge; the values of all domains belong to one change.
     *
     * @param bridge the id of the bridge, any text that is not empty
     * @return {@link BridgeMemory#EMPTY} when nothing has ever been remembered of it
     * @throws StoreException when what is there is damaged beyond recovery, can't be read, or is newer than this program
     */
    BridgeMemory load(String bridge);

    /**
     * Changes what is remembered of a bridge, in one transaction: the newest memory is read, the function applied and the
     * result made durable as a whole. Once this has returned the change is there whatever happens to the machine; when it
     * throws, nothing has changed.
     *
     * <p>A change that takes trust away (a pairing, an identity, a setup code) leaves no older copy behind from which
     * damage could bring it back.
     *
     * @param bridge the id of the bridge, any text that is not empty
     * @param change pure and fast: it is called while the store is held. What it throws is passed on; when it gives what
     *     it was given, nothing is written
     * @return what is remembered now
     * @throws StoreException when it could not be made durable
     */
    BridgeMemory change(String bridge, UnaryOperator<BridgeMemory> change);

    /**
     * The folder for files of a bridge that are too much for its memory. Whoever writes there makes it, and nothing in it is
     * part of a change or of a backup; {@link #purge} deletes it.
     *
     * @return empty when this store keeps no files
     */
    default Optional<Path> folder(String bridge) {
        return Optional.empty();
    }

    /** Forgets everything about a bridge, older copies and its folder too. Backups stay, with the trust that they had then. */
    void purge(String bridge);

    /**
     * Copies everything about a bridge into one file that only its owner may read: it holds the private key. A change that
     * takes trust away is made in it as well.
     *
     * @return the file, inside {@link #location()}
     * @throws StoreException also when nothing is remembered of the bridge
     */
    Path backup(String bridge);
}
