// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which aid and which iids each accessory has got. Controllers remember rooms, names and automations by them, so an entry
 * is only ever added to, and stays when its accessory goes.
 *
 * @param accessories by the key of the accessory; no aid comes twice
 */
public record Allocation(Map<String, Entry> accessories) {
    /** Nothing allocated yet. */
    public static final Allocation EMPTY = new Allocation(Map.of());

    /**
     * Keeps a copy.
     *
     * @throws IllegalArgumentException when an aid is given twice
     */
    public Allocation {
        accessories = Map.copyOf(accessories);
        Set<Long> given = new HashSet<>();
        for (Entry entry : accessories.values()) {
            if (!given.add(entry.aid())) {
                throw new IllegalArgumentException("aid " + entry.aid() + " is given twice");
            }
        }
    }

    /**
     * The ids of one accessory.
     *
     * @param aid 1 to 2^53 - 1
     * @param nextIid the iid that the next new service or characteristic gets; larger than all that were ever given
     * @param iids by service key for a service, by {@code serviceKey/Type} for a characteristic; no iid comes twice
     * @param provider the id of the provider that the accessory came from
     */
    public record Entry(long aid, long nextIid, Map<String, Long> iids, String provider) {
        private static final long LARGEST_AID = (1L << 53) - 1;

        /**
         * Keeps copies.
         *
         * @throws IllegalArgumentException when a number lies outside its range or an iid is given twice
         */
        public Entry {
            iids = Map.copyOf(iids);
            if (aid < 1 || aid > LARGEST_AID) {
                throw new IllegalArgumentException("an aid lies between 1 and 2^53-1, not " + aid);
            }
            for (long iid : iids.values()) {
                if (iid < 1 || iid >= nextIid) {
                    throw new IllegalArgumentException("iid " + iid + " of aid " + aid + " was never given");
                }
            }
            if (new HashSet<>(iids.values()).size() != iids.size()) {
                throw new IllegalArgumentException("an iid of aid " + aid + " is given twice");
            }
        }
    }
}
