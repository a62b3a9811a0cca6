// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.library.types;

import org.openhab.core.types.Command;
import org.openhab.core.types.PrimitiveType;
import org.openhab.core.types.State;

/** Whether a player plays. */
public enum PlayPauseType implements PrimitiveType, State, Command {
    PLAY,
    PAUSE;

    @Override
    public String format(String pattern) {
        return String.format(pattern, toString());
    }

    @Override
    public String toFullString() {
        return toString();
    }
}
