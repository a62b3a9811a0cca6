// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.latchkey.api.model.Catalogue;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.HapUuid;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one characteristic in an answer to {@code GET /accessories} must be. */
final class CharacteristicRules {
    private static final Set<String> MEMBERS = Set.of(
            "iid",
            "type",
            "format",
            "perms",
            "value",
            "ev",
            "description",
            "unit",
            "minValue",
            "maxValue",
            "minStep",
            "maxLen",
            "maxDataLen",
            "valid-values",
            "valid-values-range");
    private static final Set<String> PERMISSIONS = Set.of("pr", "pw", "ev", "aa", "tw", "hd", "wr");
    private static final Set<String> UNITS = Set.of("celsius", "percentage", "arcdegrees", "lux", "seconds");
    private static final Set<String> NULL_ON_READ = Set.of("73", "126");
    private static final int DEFAULT_LENGTH = 64;

    private final Violations violations;
    private final String where;
    private final JsonObject entry;

    CharacteristicRules(Violations violations, String where, JsonObject entry) {
        this.violations = violations;
        this.where = where;
        this.entry = entry;
    }

    void check() {
        require(MEMBERS.containsAll(entry.keySet()), "no members but " + MEMBERS + ": " + entry.keySet());
        require(new HapUuid(text("type")).text().equals(text("type")), "type in its short form");
        List<String> permissions = permissions();
        require(PERMISSIONS.containsAll(permissions), "known permissions");
        require(permissions.stream().distinct().count() == permissions.size(), "no permission twice");
        require(may("pr") || may("pw") || may("ev"), "one of pr, pw, ev");
        require(may("pw") || !may("aa") && !may("tw") && !may("wr"), "aa, tw and wr need pw");
        require(may("pr") == entry.has("value"), "a value exactly when it can be read");
        require(!entry.has("ev") || may("ev"), "ev only where there are events");
        require(!entry.has("unit") || UNITS.contains(text("unit")), "a known unit");
        Optional<CharacteristicType> known = Catalogue.characteristic(new HapUuid(text("type")));
        known.ifPresent(type -> require(type.format().wireName().equals(text("format")), "its type's format"));
        known.ifPresent(this::checkLimits);
        if (entry.has("value")) {
            checkValue(entry.get("value"));
        }
    }

    private void checkLimits(CharacteristicType type) {
        require(!entry.has("minValue") || !type.format().equals(Format.STRING), "limits only for numbers");
        if (entry.has("minValue") && entry.has("maxValue")) {
            require(number("minValue").compareTo(number("maxValue")) <= 0, "the least is not above the most");
        }
        List<Integer> values = values();
        require(values.stream().sorted().distinct().toList().equals(values), "valid values ascend");
        if (!type.validValues().isEmpty()) {
            require(type.validValues().values().containsAll(values), "valid values are Apple's");
        }
    }

    private void checkValue(JsonElement value) {
        if (value.isJsonNull()) {
            require(NULL_ON_READ.contains(text("type")), "no null: iOS drops the pairing");
            return;
        }
        require(value.isJsonPrimitive(), "a plain value");
        JsonPrimitive plain = value.getAsJsonPrimitive();
        switch (text("format")) {
            case "bool" -> require(plain.isBoolean() || plain.getAsInt() == 0 || plain.getAsInt() == 1, "a truth");
            case "string" -> checkText(plain);
            case "data", "tlv8" -> require(isBase64(plain.getAsString()), "Base64");
            default -> checkNumber(plain);
        }
    }

    private void checkText(JsonPrimitive value) {
        int most = entry.has("maxLen") ? entry.get("maxLen").getAsInt() : DEFAULT_LENGTH;
        require(value.isString(), "a text");
        require(most <= 256, "maxLen of at most 256");
        require(value.getAsString().getBytes(StandardCharsets.UTF_8).length <= most, "not longer than maxLen");
    }

    private void checkNumber(JsonPrimitive value) {
        require(value.isNumber(), "a number");
        BigDecimal number = value.getAsBigDecimal();
        Format format = Format.ofWireName(text("format"));
        if (format.isInteger()) {
            require(number.stripTrailingZeros().scale() <= 0, "a whole number");
            BigInteger most = format == Format.UINT64
                    ? BigInteger.TWO.pow(64).subtract(BigInteger.ONE)
                    : BigInteger.valueOf(format.highest());
            require(number.toBigInteger().compareTo(most) <= 0, "within its format");
            require(number.compareTo(BigDecimal.valueOf(format.lowest())) >= 0, "within its format");
        }
        require(!entry.has("minValue") || number.compareTo(number("minValue")) >= 0, "not below minValue");
        require(!entry.has("maxValue") || number.compareTo(number("maxValue")) <= 0, "not above maxValue");
        List<Integer> values = values();
        require(values.isEmpty() || values.contains(number.intValue()), "one of the valid values");
    }

    private List<String> permissions() {
        List<String> permissions = new ArrayList<>();
        entry.getAsJsonArray("perms").forEach(each -> permissions.add(each.getAsString()));
        return permissions;
    }

    private boolean may(String permission) {
        return permissions().contains(permission);
    }

    private List<Integer> values() {
        List<Integer> values = new ArrayList<>();
        if (entry.has("valid-values")) {
            entry.getAsJsonArray("valid-values").forEach(each -> values.add(each.getAsInt()));
        }
        return values;
    }

    private BigDecimal number(String member) {
        return entry.get(member).getAsBigDecimal();
    }

    private String text(String member) {
        return entry.get(member).getAsString();
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text).length >= 0;
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }

    private void require(boolean holds, String rule) {
        violations.unless(holds, where, rule + " in " + entry);
    }
}
