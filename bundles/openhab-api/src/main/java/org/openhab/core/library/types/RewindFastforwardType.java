// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.library.types;

import org.openhab.core.types.Command;
import org.openhab.core.types.PrimitiveType;
import org.openhab.core.types.State;

/** How a player winds. */
public enum RewindFastforwardType implements PrimitiveType, State, Command {
    REWIND,
    FASTFORWARD;

    @Override
    public String format(String pattern) {
        return String.format(pattern, toString());
    }

    @Override
    public String toFullString() {
        return toString();
    }
}
