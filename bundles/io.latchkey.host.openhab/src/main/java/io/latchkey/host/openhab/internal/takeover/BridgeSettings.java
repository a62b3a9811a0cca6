// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.takeover;

import io.latchkey.api.identity.SetupCode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * The configuration of one bridge: takes the old setup code, so that further phones pair with the code that is written
 * down somewhere, and gives it back. A code that a person has configured is never touched.
 */
final class BridgeSettings {
    private static final String FACTORY = "io.latchkey.bridge";
    private static final String ID = "id";
    private static final String USUAL_ID = "home";
    private static final String CODE = "setupCode";
    private static final String TAKEN = "setupCodeTakenOver";

    private final ConfigurationAdmin configurations;
    private final String bridge;

    BridgeSettings(ConfigurationAdmin configurations, String bridge) {
        this.configurations = configurations;
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
        return list(configurations, "(service.factoryPid=" + FACTORY + ")")
                .filter(each -> each.getProperties() != null)
                .filter(each -> {
                    String id = text(each.getProperties(), ID);
                    return bridge.equals(id.isEmpty() ? USUAL_ID : id);
                })
                .findFirst();
    }

    private static Stream<Configuration> list(ConfigurationAdmin configurations, String filter) {
        try {
            Configuration[] found = configurations.listConfigurations(filter);
            return found == null ? Stream.empty() : Arrays.stream(found);
        } catch (IOException | InvalidSyntaxException refused) {
            throw new IllegalStateException("the configurations can't be read", refused);
        }
    }

    private static String text(Dictionary<String, Object> values, String key) {
        Object value = values.get(key);
        return value == null ? "" : String.valueOf(value).trim();
    }
}
