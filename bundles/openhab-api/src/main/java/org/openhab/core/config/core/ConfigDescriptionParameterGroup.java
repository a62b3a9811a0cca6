// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.config.core;

/** Parameters under one heading; what was not said is null. */
public class ConfigDescriptionParameterGroup {
    String label;
    String description;

    private final String name;

    ConfigDescriptionParameterGroup(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }

    public String getLabel() {
        return label;
    }

    public String getDescription() {
        return description;
    }
}
