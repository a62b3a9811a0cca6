// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;

/** Whatever stands in a part that doesn't decide what an item is, the item is there. */
class ItemEntryFuzzTest {
    private static final List<String> MEMBERS = List.of(
            "state",
            "label",
            "category",
            "unitSymbol",
            "stateDescription",
            "commandDescription",
            "members",
            "function",
            "lastState");
    private static final List<String> TYPES =
            List.of("Switch", "Number:Temperature", "Color", "DateTime", "Image", "Group");

    @FuzzTest
    void anyPart(FuzzedDataProvider data) throws ItemsFormatException {
        String type = data.pickValue(TYPES);
        String member = data.pickValue(MEMBERS);
        String namespace = "x" + data.consumeString(20).replaceAll("[^a-z]", "");
        String value = json(data.consumeRemainingAsString());
        String text = "[{\"type\":\"" + type + "\",\"name\":\"A\",\"" + member + "\":" + value + ",\"metadata\":{\""
                + namespace + "\":" + value + "}}]";
        ItemsText read = ItemsText.read(text);
        assertTrue(read.items().containsKey("A"), read.problems()::toString);
        assertFalse(read.unreadable().containsKey("A"), read.problems()::toString);
    }

    /** What is no JSON is a text. */
    private static String json(String any) {
        try {
            return JsonParser.parseString(any).toString();
        } catch (JsonParseException noJson) {
            return new JsonPrimitive(any).toString();
        }
    }
}
