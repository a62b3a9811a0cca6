// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import io.latchkey.api.item.Metadata;
import io.latchkey.host.openhab.internal.item.Defaults;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Constants;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The unit of numbers that have none, and the words of old configurations for modes of thermostats and states of doors.
 * Immutable: another configuration makes another one. It is also what openHAB's settings page of the add-on finds by its
 * properties.
 */
@Component(
        configurationPid = HostSettings.PID,
        property = {
            Constants.SERVICE_PID + "=" + HostSettings.PID,
            "service.config.description.uri=" + ConfiguredDefaults.DESCRIPTION,
            "service.config.label=Latchkey",
            "service.config.category=io"
        })
public final class ConfiguredDefaults implements Defaults {
    /** What the page of the add-on shows. */
    public static final String DESCRIPTION = "io:latchkey";

    private static final String FAHRENHEIT = "°F";
    private static final Pattern SEPARATORS = Pattern.compile("[,.\\s]+");
    /** Which accessory type has the characteristic by its bare name. */
    private static final Map<String, String> OWNERS = Map.of(
            "TargetHeatingCoolingMode", "Thermostat",
            "CurrentHeatingCoolingMode", "Thermostat",
            "CurrentDoorState", "GarageDoorOpener",
            "TargetDoorState", "GarageDoorOpener");

    private final HostSettings settings;

    /** Reads both configurations. */
    @Activate
    public ConfiguredDefaults(Map<String, Object> properties, @Reference ConfigurationAdmin admin) {
        this(HostSettings.of(properties, admin));
    }

    ConfiguredDefaults(HostSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<String> temperatureUnit() {
        return settings.fahrenheit() ? Optional.of(FAHRENHEIT) : Optional.empty();
    }

    /** Of the words of two characteristics those of a target, which Home sends, come last and count. */
    @Override
    public Metadata complete(Metadata note) {
        Set<String> named = SEPARATORS.splitAsStream(note.value()).collect(Collectors.toSet());
        Map<String, Object> options = new TreeMap<>();
        new TreeMap<>(settings.words()).forEach((characteristic, words) -> {
            if (named.contains(characteristic) || isBare(note, OWNERS.get(characteristic))) {
                options.putAll(words);
            }
        });
        options.putAll(note.options());
        return new Metadata(note.value(), options);
    }

    private static boolean isBare(Metadata note, String type) {
        return Pattern.compile(",")
                .splitAsStream(note.value())
                .map(String::trim)
                .anyMatch(type::equals);
    }
}
