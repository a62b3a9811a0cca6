// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import io.latchkey.api.store.StoreException;
import io.latchkey.store.internal.JointChanges.DueSettings;
import java.io.IOException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * The settings in the configurations of bridges, as texts, without what the framework and its installers add. What is
 * written here comes where a person would have written it: a file that a configuration came from is written by the installer
 * that has read it. For threads that may wait.
 */
final class ConfiguredSettings {
    static final String ID = "id";
    private static final String FACTORY = "io.latchkey.bridge";
    private static final String USUAL_ID = "home";
    private static final String ANY_BUNDLE = "?";
    private static final Predicate<String> OTHERS = Pattern.compile(
                    "(service|felix|component|org\\.apache|webconsole)\\..*")
            .asMatchPredicate();

    private final ConfigurationAdmin admin;

    ConfiguredSettings(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /**
     * Those of a bridge; empty when no configuration names it.
     *
     * @throws StoreException when they can't be read
     */
    Optional<Map<String, String>> of(String bridge) {
        return find(bridge).map(each -> texts(each.getProperties()));
    }

    /**
     * Lets configurations say what is due; one that says so already is not touched, so that nothing starts anew.
     *
     * @throws StoreException when one can't be written; those before it are
     */
    void put(List<DueSettings> due) {
        for (DueSettings each : due) {
            try {
                if (each.settings().isPresent()) {
                    put(each.bridge(), each.settings().get());
                } else {
                    remove(each.bridge());
                }
            } catch (IOException refused) {
                throw unusable(each.bridge(), "written", refused);
            }
        }
    }

    private void put(String bridge, Map<String, String> settings) throws IOException {
        Optional<Configuration> found = find(bridge);
        Dictionary<String, Object> properties =
                found.map(Configuration::getProperties).orElseGet(Hashtable::new);
        Map<String, String> before = texts(properties);
        if (found.isPresent() && before.equals(settings)) {
            return;
        }
        before.keySet().forEach(properties::remove);
        settings.forEach(properties::put);
        Configuration configuration =
                found.isPresent() ? found.get() : admin.getFactoryConfiguration(FACTORY, bridge, ANY_BUNDLE);
        configuration.update(properties);
    }

    private void remove(String bridge) throws IOException {
        Optional<Configuration> found = find(bridge);
        if (found.isPresent()) {
            found.get().delete();
        }
    }

    private Optional<Configuration> find(String bridge) {
        try {
            Configuration[] all = admin.listConfigurations("(service.factoryPid=" + FACTORY + ")");
            return Stream.of(all == null ? new Configuration[0] : all)
                    .filter(each -> each.getProperties() != null)
                    .filter(each -> id(each.getProperties()).equals(bridge))
                    .findFirst();
        } catch (IOException | InvalidSyntaxException unreadable) {
            throw unusable(bridge, "read", unreadable);
        }
    }

    private static String id(Dictionary<String, Object> properties) {
        String id = Objects.toString(properties.get(ID), "").trim();
        return id.isEmpty() ? USUAL_ID : id;
    }

    private static StoreException unusable(String bridge, String what, Exception trouble) {
        return new StoreException(
                "the configuration of bridge " + bridge + " can't be " + what + " (" + trouble + ")", trouble);
    }

    private static Map<String, String> texts(Dictionary<String, Object> properties) {
        Map<String, String> texts = new TreeMap<>();
        for (String key : Collections.list(properties.keys())) {
            Object value = properties.get(key);
            boolean plain = value instanceof String || value instanceof Number || value instanceof Boolean;
            if (plain && !OTHERS.test(key)) {
                texts.put(key, String.valueOf(value));
            }
        }
        return texts;
    }
}
