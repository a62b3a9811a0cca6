// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.config.core;

import java.net.URI;
import java.util.List;

/** Collects what settings pages show. */
public class ConfigDescriptionBuilder {
    private final ConfigDescription description;

    private ConfigDescriptionBuilder(URI uri) {
        this.description = new ConfigDescription(uri);
    }

    public static ConfigDescriptionBuilder create(URI uri) {
        return new ConfigDescriptionBuilder(uri);
    }

    public ConfigDescriptionBuilder withParameters(List<ConfigDescriptionParameter> parameters) {
        description.parameters.addAll(parameters);
        return this;
    }

    public ConfigDescriptionBuilder withParameterGroup(ConfigDescriptionParameterGroup group) {
        description.groups.add(group);
        return this;
    }

    public ConfigDescription build() throws IllegalArgumentException {
        return description;
    }
}
