// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An accessory that no bridge can show.
 *
 * @param provider who offers it
 * @param key its key there
 * @param why and how to mend it, for people
 */
public record LeftOut(String provider, String key, String why) {
    private static final int MOST_NAMES = 10;

    /** Several in one sentence, of which the first ones are named. */
    public static String text(List<LeftOut> all) {
        String names = all.stream().limit(MOST_NAMES).map(LeftOut::toString).collect(Collectors.joining(", "));
        return all.size() <= MOST_NAMES
                ? names
                : names + " and " + (all.size() - MOST_NAMES) + " more: latchkey:check names them all";
    }

    @Override
    public String toString() {
        return key + " (" + why + ")";
    }
}
