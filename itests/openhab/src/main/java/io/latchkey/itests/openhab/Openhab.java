// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** What happens to an openHAB from outside: files are edited, devices report, people type. A service; for any thread. */
@ProviderType
public interface Openhab {
    /**
     * Reads an items file anew: items come, go and are replaced by other objects of that name, which keep their states.
     *
     * @param items one item a line, in the form of openHAB's items files
     * @throws IllegalArgumentException when a line is none
     */
    void load(String items);

    /** Reaches start level 30, where items, metadata and states are there, or falls below it. */
    void ready(boolean ready);

    /**
     * Does what a binding does that hears of a device: the item takes the state, and the event bus tells so.
     *
     * @throws IllegalArgumentException when there is no such item, or it can't have such a state
     */
    void update(String item, String state);

    /** The state of an item as text. */
    String state(String item);

    /** The commands that have passed the event bus, oldest first: item, command and source, with a blank between. */
    List<String> commands();

    /** The content of a storage, as it is kept; made when there is none. */
    Map<String, Object> storage(String name);

    /** Types a line into openHAB's console: the command and its arguments; gives what it printed. */
    String console(String... words);
}
