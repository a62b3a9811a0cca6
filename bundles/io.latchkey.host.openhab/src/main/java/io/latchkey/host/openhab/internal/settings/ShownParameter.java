// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import org.openhab.core.config.core.ConfigDescriptionParameter;
import org.openhab.core.config.core.ConfigDescriptionParameter.Type;
import org.openhab.core.config.core.ConfigDescriptionParameterBuilder;

/**
 * What a settings page only shows. openHAB's pages can show nothing but parameters. These have what they show as their
 * default, so that nobody has to write it into a configuration, and no group, because what has none comes first on a page.
 */
final class ShownParameter {
    private static final String PREFIX = "shown.";

    private ShownParameter() {}

    /** Whether a property has the name of one. */
    static boolean isName(String key) {
        return key.startsWith(PREFIX);
    }

    /**
     * A text.
     *
     * @param description HTML
     */
    static ConfigDescriptionParameter text(String name, String label, String value, String description) {
        return builder(name, label, value)
                .withReadOnly(true)
                .withDescription(description)
                .build();
    }

    /** A QR code. Not read-only, which it would be by right: openHAB shows the text of a read-only one, not the picture. */
    static ConfigDescriptionParameter picture(String name, String label, String payload) {
        return builder(name, label, payload).withContext("qrcode").build();
    }

    private static ConfigDescriptionParameterBuilder builder(String name, String label, String value) {
        return ConfigDescriptionParameterBuilder.create(PREFIX + name, Type.TEXT)
                .withLabel(label)
                .withDefault(value);
    }
}
