// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.model.ServiceTypes;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** A door that a motor opens, by some percent. Items count how far it is closed, unless option {@code inverted} is false. */
@Component(service = AccessoryType.class)
public final class Door extends Opening {
    /** Declares the type. */
    public Door() {
        super("Door", ServiceTypes.DOOR, List.of());
    }
}
