// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.library.types;

import java.util.List;
import org.openhab.core.types.Command;
import org.openhab.core.types.State;

/** Several texts, such as the numbers of a call. */
public class StringListType implements Command, State {
    protected final List<String> typeDetails;

    public StringListType(List<String> rows) {
        this.typeDetails = List.copyOf(rows);
    }

    public String getValue(int index) {
        return typeDetails.get(index);
    }

    @Override
    public String format(String pattern) {
        return String.format(pattern, typeDetails.toArray());
    }

    @Override
    public String toFullString() {
        return String.join(",", typeDetails);
    }

    @Override
    public String toString() {
        return toFullString();
    }

    @Override
    public int hashCode() {
        return typeDetails.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StringListType list && typeDetails.equals(list.typeDetails);
    }
}
