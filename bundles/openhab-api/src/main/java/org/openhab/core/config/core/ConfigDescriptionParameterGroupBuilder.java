// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.config.core;

/** Collects a group. */
public class ConfigDescriptionParameterGroupBuilder {
    private final ConfigDescriptionParameterGroup group;

    private ConfigDescriptionParameterGroupBuilder(String name) {
        this.group = new ConfigDescriptionParameterGroup(name);
    }

    public static ConfigDescriptionParameterGroupBuilder create(String name) {
        return new ConfigDescriptionParameterGroupBuilder(name);
    }

    public ConfigDescriptionParameterGroupBuilder withLabel(String value) {
        group.label = value;
        return this;
    }

    public ConfigDescriptionParameterGroupBuilder withDescription(String value) {
        group.description = value;
        return this;
    }

    public ConfigDescriptionParameterGroup build() throws IllegalArgumentException {
        return group;
    }
}
