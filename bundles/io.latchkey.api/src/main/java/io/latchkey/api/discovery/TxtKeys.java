// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.discovery;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The nine TXT keys of a record (HAP specification R2 section 6.4), always all of them. */
final class TxtKeys {
    /** The pairing feature flags: no Apple coprocessor, no software authentication. */
    private static final String UNCERTIFIED = "0";

    private static final String PROTOCOL = "1.1";
    private static final String STATE = "1";
    /** Status flags: other bits are for what a bridge never tells in its record. */
    private static final String PAIRED = "0";

    private static final String NOT_PAIRED = "1";
    private static final int LONGEST_VALUE = 255 - "md=".length();

    private TxtKeys() {}

    static Map<String, String> of(Advertisement what) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("c#", what.configuration().toString());
        keys.put("ff", UNCERTIFIED);
        keys.put("id", what.deviceId().text());
        keys.put("md", fitting(what.model()));
        keys.put("pv", PROTOCOL);
        keys.put("s#", STATE);
        keys.put("sf", what.paired() ? PAIRED : NOT_PAIRED);
        keys.put("ci", Integer.toString(what.category().number()));
        keys.put("sh", what.setupHash().text());
        return keys;
    }

    private static String fitting(String value) {
        String text = value;
        while (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_VALUE) {
            text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
        }
        return text;
    }
}
