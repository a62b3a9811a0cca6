// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** The configurations of bridges in the configuration admin. Used on threads that may wait. */
public final class BridgeConfigurations {
    /** The factory PID. */
    static final String FACTORY = "io.latchkey.bridge";
    /**
     * The PID of the form for a new bridge. Not that of the factory: openHAB's user interface knows nothing of factories
     * and would make a configuration under the factory's own PID, which a component runtime reports as an error.
     */
    static final String FORM = "io.latchkey.host.openhab.bridge";
    /** What openHAB's REST interface calls an instance of a factory, and shows as its label. */
    static final String CONTEXT = "openhab.servicecontext";

    /** Who finds this wrote the configuration as a file, which is then nobody else's to write. */
    static final String FILE = "felix.fileinstall.filename";

    private static final String USUAL_ID = "home";
    private static final String ANY_BUNDLE = "?";
    private static final Set<String> OF_ADMIN = Set.of("service.pid", "service.factoryPid", "service.bundleLocation");

    private final ConfigurationAdmin admin;

    /** Those of the framework. */
    public BridgeConfigurations(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /** All there are. */
    List<Configuration> all() throws IOException {
        return found("(service.factoryPid=" + FACTORY + ")").toList();
    }

    /** That of the bridge of an id. */
    public Optional<Configuration> find(String id) throws IOException {
        return all().stream()
                .filter(each -> each.getProperties() != null)
                .filter(each -> idOf(each).equals(id))
                .findFirst();
    }

    /** What each says, by its PID, in the order of the ids. */
    Map<String, BridgeForm> forms() throws IOException {
        Map<String, BridgeForm> forms = new LinkedHashMap<>();
        all().stream()
                .filter(each -> each.getProperties() != null)
                .sorted(Comparator.comparing(BridgeConfigurations::idOf).thenComparing(Configuration::getPid))
                .forEach(each -> forms.put(each.getPid(), new BridgeForm(Dictionaries.map(each.getProperties()))));
        return forms;
    }

    /** Makes one. */
    void add(Map<String, ?> properties) throws IOException {
        Configuration made = admin.getFactoryConfiguration(FACTORY, id(properties), ANY_BUNDLE);
        made.update(Dictionaries.dictionary(properties));
    }

    /**
     * Turns what the form for a new bridge has saved into the configuration of one: with a free id, and with items of its
     * own where it says nothing of that and is not the only bridge.
     */
    void adopt() throws IOException {
        for (Configuration saved : found("(|(service.pid=" + FORM + ")(service.factoryPid=" + FORM + "))")
                .toList()) {
            Optional<Map<String, Object>> properties =
                    Optional.ofNullable(saved.getProperties()).map(Dictionaries::map);
            saved.delete();
            if (properties.isPresent()) {
                add(asNew(properties.get()));
            }
        }
    }

    /** Takes what the page of the add-on only shows out of its configuration, where somebody has saved it all the same. */
    void cleanAddOn() throws IOException {
        for (Configuration saved : found("(&(service.pid=" + HostSettings.PID + ")(!(" + FILE + "=*)))")
                .toList()) {
            Map<String, Object> properties = Dictionaries.map(saved.getProperties());
            Map<String, Object> rest = BridgeSection.without(properties);
            if (!rest.equals(properties)) {
                saved.update(Dictionaries.dictionary(rest));
            }
        }
    }

    private static String idOf(Configuration configuration) {
        return id(Dictionaries.map(configuration.getProperties()));
    }

    /** The id in a configuration of a bridge. */
    static String id(Map<String, ?> properties) {
        String id = Objects.toString(properties.get("id"), "").trim();
        return id.isEmpty() ? USUAL_ID : id;
    }

    private Map<String, Object> asNew(Map<String, Object> saved) throws IOException {
        Set<String> taken = new ArrayList<>(all())
                .stream()
                        .map(Configuration::getProperties)
                        .filter(Objects::nonNull)
                        .map(properties -> id(Dictionaries.map(properties)))
                        .collect(Collectors.toSet());
        Map<String, Object> properties = new TreeMap<>(saved);
        properties.keySet().removeAll(OF_ADMIN);
        properties.putIfAbsent("id", properties.getOrDefault(CONTEXT, USUAL_ID));
        if (taken.contains(id(properties))) {
            int number = 2;
            while (taken.contains("instance-" + number)) {
                number++;
            }
            properties.put("id", "instance-" + number);
            properties.putIfAbsent("name", "openHAB (" + number + ")");
            properties.putIfAbsent("selection", "instance:" + number);
        }
        properties.put(CONTEXT, id(properties));
        return properties;
    }

    private Stream<Configuration> found(String filter) throws IOException {
        try {
            Configuration[] found = admin.listConfigurations(filter);
            return found == null ? Stream.empty() : Stream.of(found);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("a filter of ours is wrong", e);
        }
    }
}
