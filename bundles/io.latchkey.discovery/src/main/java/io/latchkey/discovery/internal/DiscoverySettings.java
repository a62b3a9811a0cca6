// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The configuration of this bundle. Every value can be used: an interface that isn't there may come.
 *
 * @param interfaces the names of those to use; empty means all that seem to lead to phones
 */
record DiscoverySettings(Set<String> interfaces) {
    static final DiscoverySettings USUAL = new DiscoverySettings(Set.of());

    DiscoverySettings {
        interfaces = Set.copyOf(interfaces);
    }

    /** Reads a configuration. */
    static DiscoverySettings of(Map<String, ?> properties) {
        Object value = properties.get("interfaces");
        return value == null
                ? USUAL
                : new DiscoverySettings(Arrays.stream(value.toString().split(","))
                        .map(String::trim)
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.toSet()));
    }
}
