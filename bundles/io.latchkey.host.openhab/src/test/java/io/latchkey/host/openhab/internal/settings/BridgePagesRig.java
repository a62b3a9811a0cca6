// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.openhab.core.config.core.ConfigDescription;
import org.openhab.core.config.core.ConfigDescriptionParameter;

/** The pages of bridges that a test configures. */
final class BridgePagesRig {
    static final URI ADD_ON = URI.create("io:latchkey");
    static final URI HOME = page("home");

    final FakeAdmin admin = new FakeAdmin();
    final FakeBridges bridges = new FakeBridges();
    final ActionOutcomes outcomes = new ActionOutcomes();
    final BridgeDescriptions descriptions = new BridgeDescriptions(bridges.runtime(), admin, outcomes);

    /** The page of a bridge. */
    static URI page(String id) {
        return URI.create("io:latchkey-bridge:io.latchkey.bridge~" + id);
    }

    void configured(String id) {
        admin.put("io.latchkey.bridge~" + id, "io.latchkey.bridge", Map.of("id", id));
    }

    /** Label and value of what comes first. */
    List<String> shown(URI page, Locale locale) {
        return first(page, locale)
                .map(each -> each.getLabel() + ": " + each.getDefault())
                .toList();
    }

    List<String> labels(URI page) {
        return first(page, null).map(ConfigDescriptionParameter::getLabel).toList();
    }

    String details(URI page) {
        return first(page, Locale.ENGLISH).findFirst().orElseThrow().getDescription();
    }

    Stream<ConfigDescriptionParameter> first(URI page, Locale locale) {
        ConfigDescription description = descriptions.getConfigDescription(page, locale);
        assertEquals(page, description.getUID());
        return description.getParameters().stream().filter(each -> each.getGroupName() == null);
    }
}
