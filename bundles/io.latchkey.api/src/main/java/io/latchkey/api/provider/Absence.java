// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.provider;

/**
 * Why an accessory isn't there. What is absent keeps its place in Home, its ids and its last values; it leaves only on
 * somebody's word, which the cause tells.
 *
 * @param cause what may be concluded from it
 * @param reason what isn't there, in plain words for people, such as {@code item Desk_Lamp isn't there}; not empty
 */
public record Absence(Cause cause, String reason) {

    /**
     * Joins the two.
     *
     * @throws IllegalArgumentException when the reason is empty
     */
    public Absence {
        if (reason.isEmpty()) {
            throw new IllegalArgumentException("an absence has a reason");
        }
    }

    /** What may be concluded from an absence. */
    public enum Cause {
        /** The host isn't there or not ready: nothing may be concluded, and the time doesn't count for {@code keepAbsent}. */
        HOST_AWAY,
        /** The host is ready, but an item, a group, a member or a type isn't there: it stays until somebody prunes it. */
        MISSING,
        /**
         * All that it was made of is there and nothing asks for it any more. It leaves after 30 seconds if it was there in
         * this run, because a host may tell notes of an item long after the item.
         */
        UNASKED,
        /** The same on a host that reads items and their notes at once: it leaves as soon as things have settled. */
        WITHDRAWN,
        /** Somebody deleted its item: it leaves when the item hasn't come back within 60 seconds. */
        DELETED
    }
}
