// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.identity;

/**
 * The mDNS value {@code c#}: tells controllers that the accessory database has another shape. Rises by one for each
 * settled change and starts again after the last one (HAP specification R2 section 6.4).
 *
 * @param value 1 to 65535
 */
public record ConfigurationNumber(int value) {
    /** Where a bridge starts, and starts again after a factory reset. */
    public static final ConfigurationNumber FIRST = new ConfigurationNumber(1);

    private static final int LAST = 65_535;

    /**
     * Keeps the number.
     *
     * @throws IllegalArgumentException when it lies outside its range
     */
    public ConfigurationNumber {
        if (value < 1 || value > LAST) {
            throw new IllegalArgumentException("a configuration number lies between 1 and 65535, not " + value);
        }
    }

    /** The number after this one; 1 follows 65535. */
    public ConfigurationNumber next() {
        return value == LAST ? FIRST : new ConfigurationNumber(value + 1);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
