// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireMessage;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an answer or an event says of characteristics, in its order. Truth values may come as 1 and 0, numbers in any
 * notation.
 */
public record Entries(List<JsonObject> all) {
    private static final String FOUND = "the characteristics of a message";

    /** The entries of a message; one without them fails the test. */
    public static Entries of(WireMessage message) {
        JsonArray array = message.json().getAsJsonArray("characteristics");
        Expect.that(array != null, FOUND, "an array of that name", message);
        return new Entries(Accessories.objects(array).toList());
    }

    /** The ids in their order. */
    public List<String> ids() {
        return all.stream().map(Entries::id).toList();
    }

    /** The one entry of that id. */
    public JsonObject of(String id) {
        List<JsonObject> found =
                all.stream().filter(each -> id(each).equals(id)).toList();
        Expect.that(found.size() == 1, FOUND, "one entry of " + id, this);
        return found.get(0);
    }

    /** Whether there is an entry of that id. */
    public boolean has(String id) {
        return ids().contains(id);
    }

    /** The value of that id. */
    public JsonElement value(String id) {
        JsonElement value = of(id).get("value");
        Expect.that(value != null, FOUND, "a value of " + id, this);
        return value;
    }

    /** Whether some entry of that id bears that value, written as JSON. */
    public boolean tell(String id, String json) {
        return all.stream().anyMatch(each -> id(each).equals(id) && isSame(each.get("value"), json));
    }

    /** Whether a value is what that JSON says. */
    public static boolean isSame(JsonElement value, String json) {
        JsonElement expected = JsonParser.parseString(json);
        if (!(value instanceof JsonPrimitive one) || !(expected instanceof JsonPrimitive other)) {
            return expected.equals(value);
        }
        return one.isString() || other.isString()
                ? one.equals(other)
                : number(one).compareTo(number(other)) == 0;
    }

    @Override
    public String toString() {
        return all.toString();
    }

    private static BigDecimal number(JsonPrimitive value) {
        if (value.isBoolean()) {
            return value.getAsBoolean() ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return value.getAsBigDecimal();
    }

    private static String id(JsonObject entry) {
        return entry.get("aid").getAsBigDecimal() + "." + entry.get("iid").getAsBigDecimal();
    }
}
