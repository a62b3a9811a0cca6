// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

/**
 * The aid: names an accessory within one bridge for ever. Never reused for another accessory.
 *
 * <p>The protocol allows 64 bits without a sign, and certified bridges use them all. Those that we give stay within what a
 * JSON reader that uses doubles keeps exactly (HomeKitADK, HAPAccessory; RFC 8259 section 6).
 *
 * @param value 1 to 2^64 - 1, without a sign ({@link Long#toUnsignedString(long)}); 1 is the bridge itself
 */
public record AccessoryId(long value) implements Comparable<AccessoryId> {
    /** The largest aid that we give. */
    public static final long MAXIMUM = (1L << 53) - 1;
    /** The bridge itself. */
    public static final AccessoryId BRIDGE = new AccessoryId(1);

    public AccessoryId {
        if (value == 0) {
            throw new IllegalArgumentException("an aid lies between 1 and 2^64-1, not 0");
        }
    }

    /**
     * The aid that openHAB's own HomeKit add-on gives to an item of that name, so that a home can be taken over without
     * pairing anew. Two names may share one.
     */
    public static AccessoryId ofItem(String name) {
        int hash = 629 + name.hashCode();
        int positive = hash < 0 ? hash + Integer.MAX_VALUE : hash;
        return new AccessoryId(Math.max(positive, 2));
    }

    @Override
    public int compareTo(AccessoryId other) {
        return Long.compareUnsigned(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
