// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.library.types;

import org.openhab.core.types.Command;
import org.openhab.core.types.PrimitiveType;
import org.openhab.core.types.State;

/** Up or down. */
public enum UpDownType implements PrimitiveType, State, Command {
    UP,
    DOWN;

    @Override
    public String format(String pattern) {
        return String.format(pattern, toString());
    }

    @Override
    public String toFullString() {
        return toString();
    }
}
