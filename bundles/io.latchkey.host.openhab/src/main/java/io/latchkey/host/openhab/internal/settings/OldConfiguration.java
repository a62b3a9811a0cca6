// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody has configured of openHAB's own HomeKit add-on, in any of its versions, as far as it means something
 * here. Read only: its configuration is never written. A value that can't be used counts as none and leaves a note.
 *
 * @param name of its bridge
 * @param port of its first bridge
 * @param hasPin whether it has a pin, allowed or not
 * @param setupCode its pin, if HomeKit allows it
 * @param setupId of its QR code
 * @param bindAddress the address or host name of its network interface
 * @param instances how many bridges it has, from 1
 * @param fahrenheit whether numbers without a unit are Fahrenheit
 * @param sharedMdns whether openHAB's mDNS announces it
 * @param words by characteristic and name of a state, what items say for it
 * @param notes what a person should know about the rest, in sentences; no note contains a value of the pin
 */
public record OldConfiguration(
        Optional<String> name,
        Optional<Integer> port,
        boolean hasPin,
        Optional<SetupCode> setupCode,
        Optional<SetupId> setupId,
        Optional<String> bindAddress,
        int instances,
        Optional<Boolean> fahrenheit,
        Optional<Boolean> sharedMdns,
        Map<String, Map<String, String>> words,
        List<String> notes) {
    /** The configuration's PID. */
    static final String PID = "org.openhab.homekit";

    private static final Logger LOG = LoggerFactory.getLogger(OldConfiguration.class);
    private static final Pattern HOST = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*|[A-Za-z0-9_.-]{1,253}");
    private static final int LARGEST_PORT = 65_535;
    private static final String USUAL_CODE = "031-45-154";
    private static final int USUAL_PORT = 9123;
    private static final int MOST_INSTANCES = 16;
    private static final Map<String, String> NOT_NEEDED = new TreeMap<>(Map.of(
            "blockUserDeletion", "a controller is removed only by itself or by a person, so nothing has to block that",
            "useDummyAccessories",
                    "an accessory whose item is missing keeps its place in Home until somebody prunes it",
            "startDelay", "bridges wait by themselves until openHAB's items are there"));

    /** Keeps copies. */
    public OldConfiguration {
        words = Map.copyOf(words);
        notes = List.copyOf(notes);
    }

    /** The configuration as it is now; that of nobody when there is none. */
    public static OldConfiguration read(ConfigurationAdmin admin) {
        try {
            Configuration[] found = admin.listConfigurations("(service.pid=" + PID + ")");
            if (found != null && found[0].getProperties() != null) {
                return of(Dictionaries.map(found[0].getProperties()));
            }
        } catch (IOException | InvalidSyntaxException e) {
            LOG.warn("The configuration {} can't be read and counts as empty: {}", PID, e.toString());
        }
        return of(Map.of());
    }

    /** What is in such a configuration: typed by forms, text in files. */
    static OldConfiguration of(Map<String, ?> properties) {
        Values values = new Values(properties, new ArrayList<>());
        NOT_NEEDED.forEach((key, why) -> values.noteIfThere(key, key + " is not needed: " + why));
        return new OldConfiguration(
                values.text("name"),
                values.number("port", LARGEST_PORT),
                values.text("pin").isPresent(),
                values.parsed("pin", SetupCode::of, "pin is no setup code that HomeKit allows: one is generated"),
                values.parsed(
                        "setupId", SetupId::new, "setupId has not four characters of 0-9 and A-Z: one is generated"),
                values.parsed(
                        "networkInterface",
                        OldConfiguration::address,
                        "networkInterface is neither an address nor a host name: all networks"),
                values.number("instances", MOST_INSTANCES).orElse(1),
                values.flag("useFahrenheitTemperature"),
                values.flag("useOHmDNS"),
                OldWords.of(key -> values.text(key)),
                values.notes());
    }

    /** The code that the add-on used: its own one where none was configured, none where HomeKit doesn't allow it. */
    public Optional<SetupCode> usedCode() {
        return hasPin ? setupCode : Optional.of(SetupCode.of(USUAL_CODE));
    }

    /** The port that its first bridge used; the others had the next ones. */
    public int usedPort() {
        return port.orElse(USUAL_PORT);
    }

    private static String address(String text) {
        if (!HOST.matcher(text).matches()) {
            throw new IllegalArgumentException("no host");
        }
        return text;
    }

    /** Reads values of any type, as tolerant as can be. */
    private record Values(Map<String, ?> properties, List<String> notes) {
        Optional<String> text(String key) {
            Object value = properties.get(key);
            Collection<?> all = value instanceof Collection<?> several ? several : Collections.singleton(value);
            return all.stream()
                    .filter(each -> each != null)
                    .map(each -> each.toString().trim())
                    .filter(each -> !each.isEmpty())
                    .findFirst();
        }

        Optional<Boolean> flag(String key) {
            return text(key).map(text -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes"));
        }

        Optional<Integer> number(String key, int most) {
            return parsed(key, text -> within(text, most), key + " is no number from 1 to " + most + ": not used");
        }

        <T> Optional<T> parsed(String key, Function<String, T> reader, String otherwise) {
            try {
                return text(key).map(reader);
            } catch (IllegalArgumentException e) {
                notes.add(otherwise);
                return Optional.empty();
            }
        }

        void noteIfThere(String key, String note) {
            text(key).filter(text -> !text.equalsIgnoreCase("false")).ifPresent(there -> notes.add(note));
        }

        private static int within(String text, int most) {
            int number = (int) Double.parseDouble(text);
            if (number < 1 || number > most) {
                throw new IllegalArgumentException("out of range");
            }
            return number;
        }
    }
}
