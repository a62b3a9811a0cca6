// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The members of one entry of an items file. One that is of another kind than it has to be is passed over, and noted; where
 * the accessory would be another one without it, it is a fault. For one thread.
 */
final class EntryMembers {
    private static final BigDecimal LARGEST_NUMBER = new BigDecimal("1e30");
    private static final int MOST_DIGITS = 60;

    private static final int MOST_SLIPS = 10;

    private final Set<String> slips = new LinkedHashSet<>();

    /** What was passed over, and how to mend it; no more than a person reads. */
    List<String> slips() {
        return List.copyOf(slips);
    }

    /** Something was passed over. */
    void pass(String what) {
        if (slips.size() < MOST_SLIPS) {
            slips.add(what + "; it is passed over");
        }
    }

    /** The text of a member that nothing can be said without. */
    static Optional<String> needed(JsonObject from, String member) throws ItemEntry.Fault {
        JsonElement value = from.get(member);
        if (isAbsent(value)) {
            return Optional.empty();
        }
        if (!value.isJsonPrimitive()) {
            throw new ItemEntry.Fault("\"" + member + "\" is a text");
        }
        return Optional.of(value.getAsString());
    }

    /** The texts of a member that decides what the item is part of; a text alone is a list of one. */
    static Set<String> neededTexts(JsonObject from, String member) throws ItemEntry.Fault {
        JsonElement value = from.get(member);
        if (isAbsent(value)) {
            return Set.of();
        }
        if (value.isJsonObject()) {
            throw new ItemEntry.Fault("\"" + member + "\" is a list in brackets");
        }
        Set<String> texts = new LinkedHashSet<>();
        for (JsonElement each : value.isJsonArray() ? value.getAsJsonArray() : List.of(value)) {
            if (!each.isJsonPrimitive()) {
                throw new ItemEntry.Fault("\"" + member + "\" is a list of texts");
            }
            texts.add(each.getAsString());
        }
        return texts;
    }

    /** The object of a member that decides what the item is. */
    static JsonObject neededObject(JsonObject from, String member) throws ItemEntry.Fault {
        JsonElement value = from.get(member);
        if (isAbsent(value)) {
            return new JsonObject();
        }
        if (!value.isJsonObject()) {
            throw new ItemEntry.Fault("\"" + shortened(member) + "\" is an object in braces");
        }
        return value.getAsJsonObject();
    }

    JsonArray array(JsonObject from, String member) {
        JsonElement value = from.get(member);
        if (isAbsent(value)) {
            return new JsonArray();
        }
        if (!value.isJsonArray()) {
            pass("\"" + member + "\" is a list in brackets");
            return new JsonArray();
        }
        return value.getAsJsonArray();
    }

    JsonObject object(JsonObject from, String member) {
        try {
            return neededObject(from, member);
        } catch (ItemEntry.Fault another) {
            pass(another.getMessage());
            return new JsonObject();
        }
    }

    Optional<String> text(JsonObject from, String member) {
        try {
            return needed(from, member);
        } catch (ItemEntry.Fault another) {
            pass(another.getMessage());
            return Optional.empty();
        }
    }

    boolean flag(JsonObject from, String member) {
        return text(from, member).filter(text -> text.equalsIgnoreCase("true")).isPresent();
    }

    Optional<BigDecimal> number(JsonObject from, String member) {
        JsonElement value = from.get(member);
        if (isAbsent(value)) {
            return Optional.empty();
        }
        if (!value.isJsonPrimitive()) {
            pass("\"" + member + "\" is a number");
            return Optional.empty();
        }
        return bounded(member, value.getAsJsonPrimitive());
    }

    Optional<BigDecimal> bounded(String member, JsonPrimitive primitive) {
        try {
            BigDecimal number = new BigDecimal(primitive.getAsString());
            if (number.abs().compareTo(LARGEST_NUMBER) <= 0 && Math.abs(number.scale()) <= MOST_DIGITS) {
                return Optional.of(number);
            }
            pass("\"" + shortened(member) + "\" is a number that is too large or too long");
        } catch (NumberFormatException noNumber) {
            pass("\"" + shortened(member) + "\" is a number");
        }
        return Optional.empty();
    }

    static boolean isAbsent(JsonElement value) {
        return value == null || value.isJsonNull();
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
