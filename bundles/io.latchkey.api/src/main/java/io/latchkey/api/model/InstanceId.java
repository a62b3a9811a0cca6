// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

/**
 * The iid: names a service or a characteristic within one accessory for as long as the accessory lives.
 *
 * @param value 1 to 2^53 - 1; 1 is the Accessory Information service (HomeKitADK, HAPAccessoryServer)
 */
public record InstanceId(long value) implements Comparable<InstanceId> {
    /** The Accessory Information service of every accessory. */
    public static final InstanceId ACCESSORY_INFORMATION = new InstanceId(1);

    public InstanceId {
        if (value < 1 || value > AccessoryId.MAXIMUM) {
            throw new IllegalArgumentException("an iid lies between 1 and 2^53-1, not " + value);
        }
    }

    @Override
    public int compareTo(InstanceId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
