// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.config.core;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.openhab.core.common.registry.Identifiable;

/** What settings pages show for something. */
public class ConfigDescription implements Identifiable<URI> {
    final List<ConfigDescriptionParameter> parameters = new ArrayList<>();
    final List<ConfigDescriptionParameterGroup> groups = new ArrayList<>();

    private final URI uri;

    ConfigDescription(URI uri) {
        this.uri = uri;
    }

    @Override
    public URI getUID() {
        return uri;
    }

    public List<ConfigDescriptionParameter> getParameters() {
        return List.copyOf(parameters);
    }

    public List<ConfigDescriptionParameterGroup> getParameterGroups() {
        return List.copyOf(groups);
    }
}
