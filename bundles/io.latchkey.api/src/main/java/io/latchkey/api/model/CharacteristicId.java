// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

/**
 * The address of one characteristic on the wire, written {@code aid.iid} in queries.
 *
 * @param aid the accessory
 * @param iid the characteristic in it
 */
public record CharacteristicId(AccessoryId aid, InstanceId iid) implements Comparable<CharacteristicId> {

    public CharacteristicId {
        if (aid == null || iid == null) {
            throw new IllegalArgumentException("a characteristic id needs aid and iid");
        }
    }

    /**
     * Makes an id from its two numbers.
     *
     * @throws IllegalArgumentException when one is out of range
     */
    public static CharacteristicId of(long aid, long iid) {
        return new CharacteristicId(new AccessoryId(aid), new InstanceId(iid));
    }

    @Override
    public int compareTo(CharacteristicId other) {
        int byAccessory = aid.compareTo(other.aid);
        return byAccessory != 0 ? byAccessory : iid.compareTo(other.iid);
    }

    @Override
    public String toString() {
        return aid + "." + iid;
    }
}
