// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

/** What a controller may do with a characteristic (HAP specification R2, table 6-4), in the order of the wire. */
public enum Permission {
    PAIRED_READ("pr"),
    PAIRED_WRITE("pw"),
    EVENTS("ev"),
    ADDITIONAL_AUTHORIZATION("aa"),
    TIMED_WRITE("tw"),
    WRITE_RESPONSE("wr"),
    HIDDEN("hd");

    private final String wireName;

    Permission(String wireName) {
        this.wireName = wireName;
    }

    /** The two letters in JSON. */
    public String wireName() {
        return wireName;
    }

    /**
     * The permission of two letters.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Permission ofWireName(String name) {
        for (Permission permission : values()) {
            if (permission.wireName.equals(name)) {
                return permission;
            }
        }
        throw new IllegalArgumentException("no permission " + name);
    }
}
