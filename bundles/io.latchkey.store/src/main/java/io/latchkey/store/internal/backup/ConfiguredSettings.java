// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.store.StoreException;
import java.io.IOException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** The settings in the configurations of bridges, as texts, without what the framework adds. Only read. */
final class ConfiguredSettings {
    private final ConfigurationAdmin admin;

    ConfiguredSettings(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /**
     * Those of a bridge that a configuration names.
     *
     * @throws StoreException when they can't be read
     */
    Map<String, String> of(BridgeStatus bridge) {
        try {
            Configuration[] found = admin.listConfigurations("(service.pid=" + bridge.configurationPid() + ")");
            return found == null ? Map.of() : texts(found[0].getProperties());
        } catch (IOException | InvalidSyntaxException unreadable) {
            throw new StoreException(
                    "the configuration of bridge " + bridge.id() + " can't be read (" + unreadable + ")", unreadable);
        }
    }

    private static Map<String, String> texts(Dictionary<String, Object> properties) {
        Map<String, String> texts = new TreeMap<>();
        for (String key : Collections.list(properties.keys())) {
            Object value = properties.get(key);
            boolean plain = value instanceof String || value instanceof Number || value instanceof Boolean;
            if (plain && key.matches("[A-Za-z]+")) {
                texts.put(key, String.valueOf(value));
            }
        }
        return texts;
    }
}
