// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.takeover;

import io.latchkey.api.identity.SetupCode;
import io.latchkey.host.openhab.internal.settings.BridgeConfigurations;
import java.io.IOException;
import java.util.Dictionary;
import java.util.Optional;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * The configuration of one bridge: takes the old setup code, so that further phones pair with the code that is written
 * down somewhere, and gives it back. A code that a person has configured is never touched.
 */
final class BridgeSettings {
    private static final String CODE = "setupCode";
    private static final String TAKEN = "setupCodeTakenOver";

    private final BridgeConfigurations configurations;
    private final String bridge;

    BridgeSettings(ConfigurationAdmin configurations, String bridge) {
        this.configurations = new BridgeConfigurations(configurations);
        this.bridge = bridge;
    }

    /** Whether a person has configured another code. */
    boolean hasOther(SetupCode code) {
        return find().map(Configuration::getProperties)
                .map(values -> text(values, CODE))
                .filter(text -> !text.isEmpty() && !text.equals(code.text()))
                .isPresent();
    }

    /** Takes the code, if there is none. */
    void take(SetupCode code) throws IOException {
        Optional<Configuration> found = find();
        if (found.isPresent() && text(found.get().getProperties(), CODE).isEmpty()) {
            Dictionary<String, Object> values = found.get().getProperties();
            values.put(CODE, code.text());
            values.put(TAKEN, true);
            found.get().update(values);
        }
    }

    /** Removes the code, if it was taken over, and tells whether it was. */
    boolean giveBack() throws IOException {
        Optional<Configuration> found =
                find().filter(each -> each.getProperties().get(TAKEN) != null);
        if (found.isPresent()) {
            Dictionary<String, Object> values = found.get().getProperties();
            values.remove(CODE);
            values.remove(TAKEN);
            found.get().update(values);
        }
        return found.isPresent();
    }

    private Optional<Configuration> find() {
        try {
            return configurations.find(bridge);
        } catch (IOException refused) {
            throw new IllegalStateException("the configurations can't be read", refused);
        }
    }

    private static String text(Dictionary<String, Object> values, String key) {
        Object value = values.get(key);
        return value == null ? "" : String.valueOf(value).trim();
    }
}
