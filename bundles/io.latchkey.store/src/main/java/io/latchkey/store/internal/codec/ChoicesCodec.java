// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Choices;
import io.latchkey.api.store.Choices.Choice;

/** What was chosen where no item keeps it; a number with a fraction is a decimal, also when that is zero. */
final class ChoicesCodec implements Codec<Choices> {

    @Override
    public JsonObject write(Choices choices) {
        JsonArray made = new JsonArray();
        choices.made().forEach(each -> made.add(write(each)));
        JsonObject json = new JsonObject();
        json.add("made", made);
        return json;
    }

    @Override
    public Choices read(JsonObject json, int schema) {
        return new Choices(new JsonFields(json).list("made", ChoicesCodec::read));
    }

    private static JsonObject write(Choice choice) {
        JsonObject json = new JsonObject();
        json.addProperty("accessory", choice.accessory());
        json.addProperty("service", choice.service());
        json.addProperty("characteristic", choice.characteristic());
        json.add("value", write(choice.value()));
        return json;
    }

    private static JsonPrimitive write(Value value) {
        if (value instanceof Value.Bool bool) {
            return new JsonPrimitive(bool.on());
        }
        if (value instanceof Value.Whole whole) {
            return new JsonPrimitive(whole.number());
        }
        return value instanceof Value.Decimal decimal
                ? new JsonPrimitive(decimal.number())
                : new JsonPrimitive(((Value.Text) value).text());
    }

    private static Choice read(JsonFields fields) {
        return new Choice(
                fields.text("accessory"),
                fields.text("service"),
                fields.text("characteristic"),
                value(fields.primitive("value")));
    }

    private static Value value(JsonPrimitive json) {
        if (json.isBoolean()) {
            return Value.of(json.getAsBoolean());
        }
        if (json.isString()) {
            return Value.of(json.getAsString());
        }
        boolean isWhole = json.getAsString().matches("-?\\d+");
        return isWhole ? Value.of(json.getAsLong()) : Value.of(json.getAsDouble());
    }
}
