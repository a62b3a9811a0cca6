// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The members of an entry of an items file, each of the kind that it has to be. */
final class EntryMembers {
    private static final BigDecimal LARGEST_NUMBER = new BigDecimal("1e30");

    private EntryMembers() {}

    static Set<String> texts(JsonObject from, String member) throws ItemEntry.Fault {
        Set<String> texts = new LinkedHashSet<>();
        for (JsonElement each : array(from, member)) {
            if (!each.isJsonPrimitive()) {
                throw new ItemEntry.Fault("\"" + member + "\" is a list of texts");
            }
            texts.add(each.getAsString());
        }
        return texts;
    }

    static JsonArray array(JsonObject from, String member) throws ItemEntry.Fault {
        JsonElement value = from.get(member);
        if (value == null || value.isJsonNull()) {
            return new JsonArray();
        }
        if (!value.isJsonArray()) {
            throw new ItemEntry.Fault("\"" + member + "\" is a list in brackets");
        }
        return value.getAsJsonArray();
    }

    static JsonObject object(JsonObject from, String member) throws ItemEntry.Fault {
        JsonElement value = from.get(member);
        if (value == null || value.isJsonNull()) {
            return new JsonObject();
        }
        if (!value.isJsonObject()) {
            throw new ItemEntry.Fault("\"" + shortened(member) + "\" is an object in braces");
        }
        return value.getAsJsonObject();
    }

    static Optional<String> text(JsonObject from, String member) throws ItemEntry.Fault {
        JsonElement value = from.get(member);
        if (value == null || value.isJsonNull()) {
            return Optional.empty();
        }
        if (!value.isJsonPrimitive()) {
            throw new ItemEntry.Fault("\"" + member + "\" is a text");
        }
        return Optional.of(value.getAsString());
    }

    static boolean flag(JsonObject from, String member) throws ItemEntry.Fault {
        return text(from, member).filter(text -> text.equalsIgnoreCase("true")).isPresent();
    }

    static Optional<BigDecimal> number(JsonObject from, String member) throws ItemEntry.Fault {
        JsonElement value = from.get(member);
        if (value == null || value.isJsonNull()) {
            return Optional.empty();
        }
        if (!value.isJsonPrimitive()) {
            throw new ItemEntry.Fault("\"" + member + "\" is a number");
        }
        return Optional.of(bounded(member, value.getAsJsonPrimitive()));
    }

    static BigDecimal bounded(String member, JsonPrimitive primitive) throws ItemEntry.Fault {
        try {
            BigDecimal number = new BigDecimal(primitive.getAsString());
            if (number.abs().compareTo(LARGEST_NUMBER) <= 0 && Math.abs(number.scale()) <= 60) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new ItemEntry.Fault("\"" + shortened(member) + "\" is a number");
        }
        throw new ItemEntry.Fault("\"" + shortened(member) + "\" is a number that is too large or too long");
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
