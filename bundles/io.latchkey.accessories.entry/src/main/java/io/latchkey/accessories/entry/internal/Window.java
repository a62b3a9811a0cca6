// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.model.ServiceTypes;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** A window that a motor opens, by some percent. Items count how far it is closed, unless option {@code inverted} is false. */
@Component(service = AccessoryType.class)
public final class Window extends Opening {
    /** Declares the type. */
    public Window() {
        super("Window", ServiceTypes.WINDOW, List.of());
    }
}
