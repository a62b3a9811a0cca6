// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.TreeMap;

/** Between the dictionaries of configurations and maps. */
final class Dictionaries {
    private Dictionaries() {}

    /** A copy that can be changed. */
    static Map<String, Object> map(Dictionary<String, Object> dictionary) {
        Map<String, Object> map = new TreeMap<>();
        for (String key : Collections.list(dictionary.keys())) {
            map.put(key, dictionary.get(key));
        }
        return map;
    }

    /** The same as a dictionary. */
    static Dictionary<String, Object> dictionary(Map<String, ?> map) {
        return new Hashtable<>(map);
    }
}
