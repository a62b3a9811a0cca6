// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.json;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The members of one JSON object that an accessory sent. What must be there is asked for by name and refused when it is
 * missing; what may be there is taken when it is of the right kind and overlooked otherwise, because makers differ.
 */
final class JsonMembers {
    private static final TypeAdapter<JsonElement> TREE = new Gson().getAdapter(JsonElement.class);
    private static final int LONGEST_NUMBER = 64;
    private static final int LARGEST_SCALE = 400;

    private final JsonObject object;

    private JsonMembers(JsonObject object) {
        this.object = object;
    }

    /** The object that a body is; faults of its UTF-8 cost single characters only. */
    static JsonMembers of(byte[] body) throws MalformedAnswerException {
        var text = new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8);
        try (JsonReader reader = new JsonReader(text)) {
            JsonElement tree = TREE.read(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedAnswerException("something stands behind the JSON");
            }
            return of(tree);
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException notJson) {
            throw new MalformedAnswerException("no JSON");
        }
    }

    /** The objects in an array that must be there. */
    List<JsonMembers> objects(String name) throws MalformedAnswerException {
        List<JsonMembers> members = new ArrayList<>();
        for (JsonElement element : array(name).orElseThrow(() -> missing(name))) {
            members.add(of(element));
        }
        return members;
    }

    /** A whole number that must be there. */
    long whole(String name) throws MalformedAnswerException {
        return maybeWhole(name).orElseThrow(() -> missing(name));
    }

    /** A whole number of 64 bits without a sign that must be there, zero excepted. */
    long unsigned(String name) throws MalformedAnswerException {
        BigInteger number = maybeNumber(name)
                .map(BigDecimal::stripTrailingZeros)
                .filter(each -> each.scale() <= 0)
                .map(BigDecimal::toBigInteger)
                .orElseThrow(() -> missing(name));
        if (number.signum() <= 0 || number.bitLength() > Long.SIZE) {
            throw new MalformedAnswerException(name + " is no number from 1 to 2^64-1");
        }
        return number.longValue();
    }

    /** A text that must be there. */
    String text(String name) throws MalformedAnswerException {
        return maybeText(name).orElseThrow(() -> missing(name));
    }

    Optional<Long> maybeWhole(String name) {
        return maybeNumber(name).flatMap(JsonMembers::exact);
    }

    Optional<String> maybeText(String name) {
        return primitive(name).filter(JsonPrimitive::isString).map(JsonPrimitive::getAsString);
    }

    Optional<BigDecimal> maybeNumber(String name) {
        return primitive(name).filter(JsonPrimitive::isNumber).flatMap(JsonMembers::number);
    }

    /** A truth value, also as 0 or 1. */
    Optional<Boolean> maybeFlag(String name) {
        Optional<Boolean> flag =
                primitive(name).filter(JsonPrimitive::isBoolean).map(JsonPrimitive::getAsBoolean);
        return flag.isPresent() ? flag : maybeWhole(name).map(number -> number != 0);
    }

    /** The texts in an array; none when there is no array. */
    List<String> texts(String name) {
        return primitives(name).stream()
                .filter(JsonPrimitive::isString)
                .map(JsonPrimitive::getAsString)
                .toList();
    }

    /** The whole numbers in an array; none when there is no array. */
    List<Long> wholes(String name) {
        return primitives(name).stream()
                .filter(JsonPrimitive::isNumber)
                .flatMap(each -> number(each).flatMap(JsonMembers::exact).stream())
                .toList();
    }

    /** A member of any kind; null as JSON has it is one too. */
    Optional<JsonElement> member(String name) {
        return Optional.ofNullable(object.get(name));
    }

    /** A number, unless it is absurdly long or large. */
    static Optional<BigDecimal> number(JsonPrimitive primitive) {
        String literal = primitive.getAsString();
        if (literal.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(literal)).filter(number -> Math.abs(number.scale()) <= LARGEST_SCALE);
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private static JsonMembers of(JsonElement element) throws MalformedAnswerException {
        if (!element.isJsonObject()) {
            throw new MalformedAnswerException("an object is expected");
        }
        return new JsonMembers(element.getAsJsonObject());
    }

    private static Optional<Long> exact(BigDecimal number) {
        try {
            return Optional.of(number.longValueExact());
        } catch (ArithmeticException fractionOrTooLarge) {
            return Optional.empty();
        }
    }

    private Optional<JsonPrimitive> primitive(String name) {
        return member(name).filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsJsonPrimitive);
    }

    private List<JsonPrimitive> primitives(String name) {
        return array(name).orElse(List.of()).stream()
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsJsonPrimitive)
                .toList();
    }

    private Optional<List<JsonElement>> array(String name) {
        return member(name).filter(JsonElement::isJsonArray).map(array -> {
            List<JsonElement> elements = new ArrayList<>();
            array.getAsJsonArray().forEach(elements::add);
            return elements;
        });
    }

    private static MalformedAnswerException missing(String name) {
        return new MalformedAnswerException(name + " is missing or of another kind");
    }
}
