// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.config.core;

/** One of the values that a parameter may have. */
public class ParameterOption {
    private final String value;
    private final String label;

    public ParameterOption(String value, String label) {
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
