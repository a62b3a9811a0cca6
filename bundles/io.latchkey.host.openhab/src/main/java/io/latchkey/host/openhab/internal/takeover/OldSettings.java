// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.takeover;

import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupId;
import java.math.BigDecimal;
import java.util.Dictionary;
import java.util.Optional;

/**
 * How the old add-on was configured, as far as pairing is concerned. Its bridges share code and setup ID; each listens on
 * a port of its own.
 *
 * @param code empty when it is none that HomeKit allows
 * @param setupId empty when there is none that HomeKit allows
 * @param port of the first bridge
 */
record OldSettings(Optional<SetupCode> code, Optional<SetupId> setupId, int port) {
    /** The PID of the configuration. */
    static final String PID = "org.openhab.homekit";

    private static final String USUAL_CODE = "031-45-154";
    private static final int USUAL_PORT = 9123;
    private static final int LARGEST_PORT = 65_535;

    /** Reads the configuration; values are texts or typed, missing ones mean what they meant to the old add-on. */
    static OldSettings of(Optional<Dictionary<String, Object>> configuration) {
        return new OldSettings(
                code(text(configuration, "pin").orElse(USUAL_CODE)),
                text(configuration, "setupId").flatMap(OldSettings::setupId),
                text(configuration, "port").flatMap(OldSettings::port).orElse(USUAL_PORT));
    }

    private static Optional<String> text(Optional<Dictionary<String, Object>> configuration, String key) {
        return configuration
                .map(values -> values.get(key))
                .map(value -> String.valueOf(value).trim())
                .filter(text -> !text.isEmpty());
    }

    private static Optional<SetupCode> code(String text) {
        try {
            return Optional.of(SetupCode.of(text));
        } catch (IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    private static Optional<SetupId> setupId(String text) {
        try {
            return Optional.of(new SetupId(text));
        } catch (IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> port(String text) {
        try {
            int port = new BigDecimal(text).intValue();
            return port < 1 || port > LARGEST_PORT ? Optional.empty() : Optional.of(port);
        } catch (NumberFormatException unfit) {
            return Optional.empty();
        }
    }
}
