// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.types;

/** One of the states that an item may have; the label may be null. */
public final class StateOption {
    private final String value;
    private final String label;

    public StateOption(String value, String label) {
        this.value = value;
        this.label = label;
    }

    public String getLabel() {
        return label;
    }

    public String getValue() {
        return value;
    }
}
