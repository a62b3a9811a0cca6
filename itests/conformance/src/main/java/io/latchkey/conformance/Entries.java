// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.Message;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an answer or an event says of characteristics, in its order. Truth values may come as 1 and 0, numbers in any
 * notation.
 */
record Entries(List<JsonObject> all) {

    /** The entries of a message; one without them fails the test. */
    static Entries of(Message message) {
        JsonArray array = message.json().getAsJsonArray("characteristics");
        assertNotNull(array, "expected an array named characteristics, came: " + message);
        return new Entries(Accessories.objects(array).toList());
    }

    /** The ids in their order. */
    List<String> ids() {
        return all.stream().map(Entries::id).toList();
    }

    /** The one entry of that id. */
    JsonObject of(String id) {
        List<JsonObject> found =
                all.stream().filter(each -> id(each).equals(id)).toList();
        assertEquals(1, found.size(), "expected one entry of " + id + ", came: " + all);
        return found.get(0);
    }

    /** Whether there is an entry of that id. */
    boolean has(String id) {
        return ids().contains(id);
    }

    /** The value of that id. */
    JsonElement value(String id) {
        JsonElement value = of(id).get("value");
        assertNotNull(value, "expected a value of " + id + ", came: " + all);
        return value;
    }

    /** Whether a value is what that JSON says. */
    static boolean isSame(JsonElement value, String json) {
        JsonElement expected = JsonParser.parseString(json);
        if (!(value instanceof JsonPrimitive one) || !(expected instanceof JsonPrimitive other)) {
            return value.equals(expected);
        }
        return one.isString() || other.isString()
                ? one.equals(other)
                : number(one).compareTo(number(other)) == 0;
    }

    private static BigDecimal number(JsonPrimitive value) {
        if (value.isBoolean()) {
            return value.getAsBoolean() ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return value.getAsBigDecimal();
    }

    private static String id(JsonObject entry) {
        return entry.get("aid").getAsBigInteger() + "." + entry.get("iid").getAsBigInteger();
    }
}
