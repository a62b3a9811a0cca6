// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Set;
import java.util.TreeSet;

/** What the doctor names as not right, in what it says to programs. */
final class NamedFaults {
    private NamedFaults() {}

    /** The codes, each behind the bridge that it is about, if it is about one. */
    static Set<String> of(JsonObject said) {
        Set<String> named = new TreeSet<>();
        for (JsonElement each : said.getAsJsonArray("findings")) {
            JsonObject finding = each.getAsJsonObject();
            if (!finding.get("severity").getAsString().equals("right")) {
                String bridge = finding.has("bridge") ? finding.get("bridge").getAsString() + " " : "";
                named.add(bridge + finding.get("code").getAsString());
            }
        }
        return named;
    }
}
