// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * What is configured for openHAB as a host. Where this add-on's own configuration says nothing, that of openHAB's own
 * HomeKit add-on counts.
 *
 * @param sharedMdns whether openHAB's mDNS announces the bridges
 * @param fahrenheit whether numbers without a unit are Fahrenheit where Home expects a temperature
 * @param words by characteristic and name of a state, what items say for it
 */
public record HostSettings(boolean sharedMdns, boolean fahrenheit, Map<String, Map<String, String>> words) {
    /** The configuration's PID. */
    public static final String PID = "io.latchkey.host.openhab";

    /** Copies the words. */
    public HostSettings {
        words = Map.copyOf(words);
    }

    /**
     * The settings as they are now.
     *
     * @param properties of this add-on's configuration, typed or text
     * @param admin finds the other add-on's
     */
    public static HostSettings of(Map<String, ?> properties, ConfigurationAdmin admin) {
        return of(properties, OldConfiguration.read(admin));
    }

    static HostSettings of(Map<String, ?> properties, OldConfiguration old) {
        return new HostSettings(
                flag(properties, "sharedMdns").or(old::sharedMdns).orElse(false),
                flag(properties, "useFahrenheitTemperature").or(old::fahrenheit).orElse(false),
                old.words());
    }

    private static Optional<Boolean> flag(Map<String, ?> properties, String key) {
        return Optional.ofNullable(properties.get(key))
                .map(value -> Boolean.parseBoolean(value.toString().trim()));
    }
}
