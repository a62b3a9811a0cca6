// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.provider;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Value;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where a provider puts its accessories for one bridge. All methods may be called on any thread and return at once;
 * after the contribution was closed they do nothing.
 */
@ProviderType
public interface AccessorySink {

    /**
     * Adds an accessory, or replaces the one of the same key. Ids are kept as far as services and characteristics stay.
     */
    void put(Accessory accessory);

    /** Takes an accessory away for good; nothing happens when there is none of that key. */
    void remove(String key);

    /**
     * Announces a value to the controllers that subscribed. Equal values are dropped, except those of buttons.
     *
     * @param characteristic the definition that was put, by identity
     * @param value the new value; made legal before it leaves
     */
    void changed(Characteristic characteristic, Value value);

    /**
     * Says that the first set of accessories is whole. Until every provider that the bridge knows has said so, or
     * the start grace is over, the bridge isn't reachable: a controller that sees half a home deletes the other half.
     */
    void complete();
}
