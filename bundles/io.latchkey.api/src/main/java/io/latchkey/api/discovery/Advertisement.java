// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.discovery;

import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupHash;
import java.util.Map;

/**
 * What the record of a bridge says: the TXT keys as typed fields (HAP specification R2 section 6.4).
 *
 * @param name the name of the bridge; longer than 63 bytes of UTF-8 it is cut, taken by another it gets a suffix
 * @param port the TCP port that the bridge listens on, 1 to 65535
 * @param deviceId key {@code id}
 * @param model key {@code md}
 * @param configuration key {@code c#}
 * @param paired key {@code sf}, bit 0 (set when not paired)
 * @param category key {@code ci}
 * @param setupHash key {@code sh}
 */
public record Advertisement(
        String name,
        int port,
        DeviceId deviceId,
        String model,
        ConfigurationNumber configuration,
        boolean paired,
        AccessoryCategory category,
        SetupHash setupHash) {
    private static final int LARGEST_PORT = 65_535;

    /**
     * Joins the fields.
     *
     * @throws IllegalArgumentException when the name is blank or the port lies outside its range
     */
    public Advertisement {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a bridge needs a name");
        }
        if (port < 1 || port > LARGEST_PORT) {
            throw new IllegalArgumentException("a port lies between 1 and 65535, not " + port);
        }
    }

    /** The same of a home that has changed. */
    public Advertisement with(ConfigurationNumber number) {
        return new Advertisement(name, port, deviceId, model, number, paired, category, setupHash);
    }

    /** The nine TXT keys with their values, in the order to send them; a model that is too long is cut. */
    public Map<String, String> keys() {
        return TxtKeys.of(this);
    }
}
