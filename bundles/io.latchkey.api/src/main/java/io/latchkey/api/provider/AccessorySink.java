// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.provider;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Value;
import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where a provider puts its accessories for one bridge. All methods may be called on any thread and return at once;
 * after the contribution was closed they do nothing.
 *
 * <p>The bridge remembers every accessory that it shows, over restarts too: its shape, its ids and its last values. It
 * shows them all from its start on. What the provider hasn't put yet, or says is absent, answers that it can't be reached;
 * nothing leaves Home because a provider is late, incomplete or gone.
 */
@ProviderType
public interface AccessorySink {

    /**
     * Adds an accessory, or replaces the one of the same key; one that was absent is there again. Ids are kept as far as
     * services and characteristics stay.
     */
    void put(Accessory accessory);

    /**
     * Says that an accessory isn't there at the moment. Nothing happens when the bridge remembers none of that key.
     * Repeating it with an equal cause changes the reason that people are told and nothing else.
     */
    void absent(String key, Absence why);

    /**
     * Takes an accessory out of Home, with its room, scenes and automations there: somebody wanted it so. Works for every
     * key of this provider that the bridge remembers, also for one that was never put in this run; nothing happens when
     * there is none.
     */
    void remove(String key);

    /**
     * Announces a value to the controllers that subscribed. Equal values are dropped, except those of buttons, where a
     * read has failed since, and for a controller that wrote another one.
     *
     * @param characteristic the definition that was put, by identity
     * @param value the new value; made legal before it leaves
     */
    void changed(Characteristic characteristic, Value value);

    /**
     * Says that all that is there at the moment has been put: the rest of what the bridge remembers is absent now, and
     * reads of it don't wait any longer. Nothing leaves because of it. A bridge that has never shown an accessory waits a
     * few seconds for this before it opens its port.
     */
    void complete();

    /**
     * Says what people have to know of the contribution as a whole, such as a selection that takes nothing: shown with the
     * state of the bridge, and told once in the log. Replaces what was said before; nothing is said by an empty list.
     *
     * @param notices one sentence each, for people
     */
    void notices(List<String> notices);

    /** The accessories of this provider that the bridge shows or remembers, in no order; a copy of this moment. */
    Collection<RememberedAccessory> remembered();
}
