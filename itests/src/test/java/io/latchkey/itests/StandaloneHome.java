// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Items of a home, some of which stand alone. */
final class StandaloneHome {
    private StandaloneHome() {}

    /**
     * The file of the items.
     *
     * @param bridged how many a bridge shows, of all kinds
     * @param alone how many dimmed lamps stand alone
     */
    static String json(int bridged, int alone) {
        String home = LargeHomeIT.home(bridged);
        if (alone == 0) {
            return home;
        }
        String lamps = IntStream.range(0, alone)
                .mapToObj(number -> "{\"name\":\"Alone" + number + "\",\"label\":\"Alone " + number
                        + "\",\"type\":\"Dimmer\",\"state\":\"35\",\"metadata\":{\"homekit\":{\"value\":\"Lighting\","
                        + "\"config\":{\"standalone\":true}}}}")
                .collect(Collectors.joining(",\n"));
        return home.substring(0, home.length() - 1) + ",\n" + lamps + "]";
    }
}
