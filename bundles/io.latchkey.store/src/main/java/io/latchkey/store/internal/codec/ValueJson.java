// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.latchkey.api.model.Value;

/** A value of a characteristic as JSON: a number with a fraction is a decimal, also when that is zero; bytes are an object. */
final class ValueJson {
    private static final String BYTES = "bytes";

    private ValueJson() {}

    static JsonElement write(Value value) {
        if (value instanceof Value.Bool bool) {
            return new JsonPrimitive(bool.on());
        }
        if (value instanceof Value.Whole whole) {
            return new JsonPrimitive(whole.number());
        }
        if (value instanceof Value.Decimal decimal) {
            return new JsonPrimitive(decimal.number());
        }
        if (value instanceof Value.Text text) {
            return new JsonPrimitive(text.text());
        }
        if (value instanceof Value.Bytes bytes) {
            JsonObject json = new JsonObject();
            json.addProperty(BYTES, JsonFields.encode(bytes.content()));
            return json;
        }
        throw new IllegalArgumentException("no value is nothing to remember");
    }

    static Value read(JsonElement json) {
        if (json.isJsonObject()) {
            return Value.of(new JsonFields(json.getAsJsonObject()).bytes(BYTES));
        }
        if (!json.isJsonPrimitive()) {
            throw new IllegalArgumentException("a value is of another kind");
        }
        JsonPrimitive primitive = json.getAsJsonPrimitive();
        if (primitive.isBoolean()) {
            return Value.of(primitive.getAsBoolean());
        }
        if (primitive.isString()) {
            return Value.of(primitive.getAsString());
        }
        String digits = primitive.getAsString();
        return isWhole(digits) ? Value.of(Long.parseLong(digits)) : Value.of(primitive.getAsDouble());
    }

    private static boolean isWhole(String number) {
        for (int i = 0; i < number.length(); i++) {
            char each = number.charAt(i);
            if ((each < '0' || each > '9') && (each != '-' || i > 0)) {
                return false;
            }
        }
        return true;
    }
}
