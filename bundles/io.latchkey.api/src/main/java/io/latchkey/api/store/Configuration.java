// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import io.latchkey.api.identity.ConfigurationNumber;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What tells at a start whether the accessory database has another shape than before, and what we picked ourselves.
 *
 * @param number the configuration number that is advertised
 * @param shapeHash a hash of the shape that the number stands for; empty text before the first database
 * @param port the TCP port that was picked once and is kept, 1 to 65535; empty when the configuration names one
 * @param firmware the version of this program that wrote it
 * @param furtherOf the id of the bridge that this one shows more accessories for; empty for one that a configuration names
 * @param enabling what its controllers were allowed last; empty when no item ever said so
 * @param standalone the stored name of the accessory that this one alone shows, for a bridge of that id; empty for a bridge
 */
public record Configuration(
        ConfigurationNumber number,
        String shapeHash,
        OptionalInt port,
        String firmware,
        Optional<String> furtherOf,
        Optional<Enabling> enabling,
        Optional<String> standalone) {
    private static final int LARGEST_PORT = 65_535;

    /**
     * Joins the six.
     *
     * @throws IllegalArgumentException when the port lies outside its range, or when an accessory has no bridge that it
     *     belongs to
     */
    public Configuration {
        if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > LARGEST_PORT)) {
            throw new IllegalArgumentException("a port lies between 1 and 65535, not " + port.getAsInt());
        }
        if (standalone.isPresent() && furtherOf.isEmpty()) {
            throw new IllegalArgumentException("an accessory that stands alone belongs to a bridge: name that one");
        }
    }

    /**
     * What an item said last about whether controllers may use the bridge.
     *
     * @param item its name
     * @param enabled whether they may
     */
    public record Enabling(String item, boolean enabled) {}

    /** That of a bridge that no item switches. */
    public Configuration(
            ConfigurationNumber number,
            String shapeHash,
            OptionalInt port,
            String firmware,
            Optional<String> furtherOf) {
        this(number, shapeHash, port, firmware, furtherOf, Optional.empty(), Optional.empty());
    }

    /** That of a bridge which a configuration names. */
    public Configuration(ConfigurationNumber number, String shapeHash, OptionalInt port, String firmware) {
        this(number, shapeHash, port, firmware, Optional.empty());
    }

    /** The same with another number and shape. */
    public Configuration with(ConfigurationNumber other, String shape) {
        return new Configuration(other, shape, port, firmware, furtherOf, enabling, standalone);
    }

    /** The same with another port. */
    public Configuration with(OptionalInt other) {
        return new Configuration(number, shapeHash, other, firmware, furtherOf, enabling, standalone);
    }

    /** The same for a further bridge of that one. */
    public Configuration furtherOf(String first) {
        return new Configuration(number, shapeHash, port, firmware, Optional.of(first), enabling, standalone);
    }

    /** The same with what an item said now. */
    public Configuration with(Enabling said) {
        return new Configuration(number, shapeHash, port, firmware, furtherOf, Optional.of(said), standalone);
    }

    /** The same for the server of one accessory, which stands alone beside that bridge. */
    public Configuration standalone(String first, String accessory) {
        return new Configuration(
                number, shapeHash, port, firmware, Optional.of(first), enabling, Optional.of(accessory));
    }
}
