// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.library.types;

import org.openhab.core.types.Command;
import org.openhab.core.types.PrimitiveType;

/** Which piece to play. */
public enum NextPreviousType implements PrimitiveType, Command {
    NEXT,
    PREVIOUS;

    @Override
    public String format(String pattern) {
        return String.format(pattern, toString());
    }

    @Override
    public String toFullString() {
        return toString();
    }
}
