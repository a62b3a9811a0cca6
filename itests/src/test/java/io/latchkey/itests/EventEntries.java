// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Set;
import java.util.TreeSet;

/** What a message of events tells. */
final class EventEntries {
    private EventEntries() {}

    static Set<String> values(JsonArray event) {
        Set<String> ids = new TreeSet<>();
        event.forEach(each -> ids.add(
                each.getAsJsonObject().get("aid") + "." + each.getAsJsonObject().get("iid")));
        return ids;
    }

    static int truth(JsonObject change) {
        String value = change.get("value").getAsString();
        return value.equals("1") || value.equals("true") ? 1 : 0;
    }
}
