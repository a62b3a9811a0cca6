// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Remembers the domains of all bridges. Bundle {@code server} calls it, on {@code latchkey-work}: every method may wait
 * for the disk. Safe for use from several threads; saves of one domain happen one after the other, and the last one to
 * return is the one that counts.
 *
 * <p>All methods throw {@link StoreException} when the place cannot be read or written; its message says in plain words
 * which file is meant and what mends it. Absence is never an exception, damage never absence.
 */
@ConsumerType
public interface BridgeStore {

    /** The folder that holds everything. */
    Path location();

    /** The ids of all bridges of which something is remembered, running or not. */
    Set<String> bridges();

    /**
     * What has been saved last.
     *
     * @param bridge the id of the bridge, any text that is not empty
     * @param domain what to load
     * @return empty when nothing has ever been saved
     * @throws StoreException when the saved value is damaged beyond recovery, or newer than this program
     */
    <T> Optional<T> load(String bridge, Domain<T> domain);

    /**
     * Remembers a value in place of the one before. It is on the disk when this returns: whatever happens to the machine
     * afterwards, it will be there.
     *
     * @param bridge the id of the bridge, any text that is not empty
     * @param domain where the value belongs
     * @param value what to remember
     * @throws StoreException when it could not be written; the value before is then still there
     */
    <T> void save(String bridge, Domain<T> domain, T value);

    /** Forgets everything about a bridge, older generations too. Backups stay. */
    void purge(String bridge);

    /**
     * Copies everything about a bridge into one archive that only its owner may read: it holds the private key.
     *
     * @return the archive, inside {@link #location()}
     * @throws StoreException also when nothing is remembered of the bridge
     */
    Path backup(String bridge);
}
