// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.types;

/** A wish to read the device anew. */
public enum RefreshType implements PrimitiveType, Command {
    REFRESH;

    @Override
    public String format(String pattern) {
        return String.format(pattern, toString());
    }

    @Override
    public String toFullString() {
        return toString();
    }
}
