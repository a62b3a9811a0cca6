// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import io.latchkey.api.identity.ConfigurationNumber;
import java.util.OptionalInt;

/**
 * What tells at a start whether the accessory database has another shape than before, and what we picked ourselves.
 *
 * @param number the configuration number that is advertised
 * @param shapeHash a hash of the shape that the number stands for; empty text before the first database
 * @param port the TCP port that was picked once and is kept, 1 to 65535; empty when the configuration names one
 * @param firmware the version of this program that wrote it
 */
public record Configuration(ConfigurationNumber number, String shapeHash, OptionalInt port, String firmware) {
    private static final int LARGEST_PORT = 65_535;

    /**
     * Joins the four.
     *
     * @throws IllegalArgumentException when the port lies outside its range
     */
    public Configuration {
        if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > LARGEST_PORT)) {
            throw new IllegalArgumentException("a port lies between 1 and 65535, not " + port.getAsInt());
        }
    }
}
