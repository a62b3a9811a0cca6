// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import io.latchkey.api.item.Metadata;
import java.util.Optional;

/**
 * What the user set for all items that don't say it themselves. A service; may be asked on any thread and answers at
 * once. Whoever publishes it changes a property of the service when the answers change, so that items are read anew.
 */
public interface Defaults {
    /** Nothing was set. */
    Defaults NONE = Optional::empty;

    /** The unit of numbers without a dimension that stand for temperatures, such as {@code °F}; empty for °C. */
    Optional<String> temperatureUnit();

    /** A note in the namespace {@code homekit} with what the user set where it says nothing itself. */
    default Metadata complete(Metadata note) {
        return note;
    }
}
