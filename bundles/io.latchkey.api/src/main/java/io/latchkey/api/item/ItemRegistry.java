// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The items of one host, published as a service with the property {@link #PROPERTY_HOST}. Everything may be called on
 * any thread and returns at once.
 *
 * <p>A registry says what is there and what somebody deleted; it draws no conclusions and knows no grace time. What is
 * made of an item that isn't there stays in Home, absent, until its item is back or somebody's word takes it away. A
 * registry that stops keeps its items to the end.
 */
@ConsumerType
public interface ItemRegistry {
    /** The service property that names the host, such as {@code local} or {@code openhab}: stable, one word. */
    String PROPERTY_HOST = "latchkey.host";

    /** All items, each with its state, in the order of the host; a snapshot. */
    Collection<Item> items();

    /** The item of that name with its state, empty when there is none. */
    Optional<Item> item(String name);

    /**
     * Begins to tell a listener what happens.
     *
     * @return ends it; a call that is under way may still arrive
     */
    AutoCloseable listen(ItemListener listener);

    /**
     * Sends a command.
     *
     * @param item its name
     * @param command a command that items of its kind take
     * @param source who sends, such as {@code io.latchkey$} and a controller's id, for the host's logs and rules
     * @return ends when the host took the command, which isn't when the device obeyed; fails when there is no such item
     *     or it doesn't take the command
     */
    CompletionStage<Void> send(String item, ItemCommand command, String source);

    /** Whether the items are all there; before, nobody should draw conclusions from what is missing. */
    boolean isReady();

    /**
     * Whether an item and its notes are always read together. Where they aren't, an item without a note may get it later,
     * so nothing is concluded from its lack for a while.
     */
    default boolean readsNotesWithItems() {
        return false;
    }

    /**
     * The items that are declared but can't be read at the moment, by name, with what is wrong in plain words, such as
     * {@code line 12: it needs a "type"}; they are not among {@link #items()}. A snapshot.
     */
    default Map<String, String> unreadable() {
        return Map.of();
    }

    /**
     * What is odd about items that are among {@link #items()} all the same, by name, in plain words with the mending, such as
     * {@code line 12: a Switch can't have the state "OPEN"}. For people who check their home; nothing else depends on it. A
     * snapshot.
     */
    default Map<String, String> remarks() {
        return Map.of();
    }

    /**
     * Names of items that this registry once had and that its configuration switched off as a whole: somebody wanted all of
     * them away. What is made of them leaves Home at once. Names that are among {@link #items()} don't count.
     */
    default Set<String> switchedOff() {
        return Set.of();
    }
}
