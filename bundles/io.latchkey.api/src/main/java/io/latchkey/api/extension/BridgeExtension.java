// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.extension;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An extension at work for one bridge. All methods but {@link #additions}, {@link #services} and {@link #silences} are called
 * one after the other on threads for code of others, as are the tasks that it gives to {@link ExtendedBridge}; those three may
 * be called at the same time as any other. Each call has three seconds. An extension that hasn't returned by then is left out
 * until it has.
 */
@ConsumerType
public interface BridgeExtension extends AutoCloseable {

    /**
     * What it adds to a service. Asked for every service whenever accessories or settings of the bridge have changed, so it
     * must be quick and do nothing else.
     *
     * @param key names the service for ever
     * @param service as its contributor has put it
     * @return characteristics of types that the service doesn't have, each type once; what it gave before and gives no longer
     *     leaves Home at once
     */
    List<Characteristic> additions(ServiceKey key, Service service);

    /**
     * Which services it adds to an accessory. Asked for every accessory whenever accessories or settings of the bridge have
     * changed, so it must be quick and do nothing else. Without an answer of its own an extension adds none.
     *
     * @param provider who has put the accessory
     * @param accessory as its provider has put it
     * @return services with keys that the accessory doesn't have, none of them primary; they may be linked to services of the
     *     accessory. What it gave before and gives no longer leaves Home at once
     */
    default List<Service> services(String provider, Accessory accessory) {
        return List.of();
    }

    /**
     * From now on controllers see these services and it can reach them: those that it has added to, and all of an accessory to
     * which it has added a service. All others of before have left. Where two calls would follow each other quickly there may be
     * only the last one.
     */
    void published(Collection<ExtendedService> services);

    /**
     * Whether controllers need not hear of a new value in the host, because this extension has brought it about. Asked only
     * for what it {@link ExtendedBridge#watch watches}. Called on a thread of the host, which must not be blocked.
     */
    boolean silences(CharacteristicId characteristic, Value value);

    /**
     * A controller writes to a characteristic that it {@link ExtendedBridge#watch watches}. From before that write until this
     * method has returned, the bridge refuses its own writes to the service and asks it about no change of the service.
     */
    void written(CharacteristicId characteristic);

    /** The last controller has been unpaired: nobody wants any more what controllers have asked for. */
    void unpaired();

    /** The bridge or the extension leaves: nothing is called any more, and what it asks of the bridge does nothing. */
    @Override
    void close();
}
