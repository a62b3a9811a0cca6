// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The configuration of this bundle. Every value can be used: an interface that isn't there may come.
 *
 * @param interfaces the names of those to use; empty means all that seem to lead to phones
 * @param avahiServices the folder through which avahi announces bridges instead of this process, if any
 */
record DiscoverySettings(Set<String> interfaces, Optional<Path> avahiServices) {
    static final DiscoverySettings USUAL = new DiscoverySettings(Set.of(), Optional.empty());

    DiscoverySettings {
        interfaces = Set.copyOf(interfaces);
    }

    /** Reads a configuration. */
    static DiscoverySettings of(Map<String, ?> properties) {
        return new DiscoverySettings(
                Arrays.stream(text(properties, "interfaces").split(","))
                        .map(String::trim)
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.toSet()),
                Optional.of(text(properties, "avahiServices"))
                        .filter(each -> !each.isEmpty())
                        .map(Path::of));
    }

    private static String text(Map<String, ?> properties, String name) {
        return Objects.toString(properties.get(name), "").trim();
    }
}
