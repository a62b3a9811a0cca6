// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** What happens to an openHAB from outside: files are edited, devices report, people type. A service; for any thread. */
@ProviderType
public interface Openhab {
    /** From where items and their metadata come. */
    enum Source {
        /** The items of files. */
        FILE_ITEMS,
        /** The metadata of files. */
        FILE_METADATA,
        /** The items that people made in the user interface. */
        STORED_ITEMS,
        /** The metadata that people made in the user interface. */
        STORED_METADATA
    }

    /**
     * Saves the one items file of a small home, {@code home.items}.
     *
     * @param items one item a line, in the form of openHAB's items files
     * @throws IllegalArgumentException when a line has a slip
     */
    void load(String items);

    /**
     * Saves an items file. openHAB reads it; when it has a slip, it takes away all items of the file.
     *
     * @return whether it was read
     */
    boolean save(String file, String items);

    /** Deletes an items file. */
    void deleteFile(String file);

    /**
     * Makes an item in the user interface, or changes it: first the item, then its metadata one by one.
     *
     * @param item a line of an items file
     * @throws IllegalArgumentException when the line has a slip
     */
    void makeItem(String item);

    /**
     * Deletes an item in the user interface.
     *
     * @throws IllegalArgumentException when it wasn't made there
     */
    void deleteItem(String name);

    /** Makes a rule or a scene in the user interface, or changes it. */
    void makeRule(String uid, String name, String... tags);

    /**
     * Deletes a rule in the user interface.
     *
     * @throws IllegalArgumentException when it wasn't made there
     */
    void deleteRule(String uid);

    /** Disables a rule, or enables it. */
    void enableRule(String uid, boolean enabled);

    /** The UIDs of the rules that were run, oldest first. */
    List<String> ruleRuns();

    /** Lets a bundle of openHAB begin to provide, or stop it; all do at first. */
    void provide(Source source, boolean there);

    /**
     * The channel that an item is linked to begins to describe it; openHAB tells nobody.
     *
     * @param description as in the metadata {@code stateDescription}; empty when the channel isn't there any more
     */
    void describe(String item, Map<String, Object> description);

    /** Reaches start level 30, where items and states are there, or falls below it. */
    void ready(boolean ready);

    /** Reaches a start level above 30. */
    void reach(int startLevel);

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
