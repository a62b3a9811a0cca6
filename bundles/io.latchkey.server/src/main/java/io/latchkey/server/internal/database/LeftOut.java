// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

/**
 * An accessory that no bridge can show.
 *
 * @param provider who offers it
 * @param key its key there
 * @param why and how to mend it, for people
 */
public record LeftOut(String provider, String key, String why) {

    @Override
    public String toString() {
        return key + " (" + why + ")";
    }
}
