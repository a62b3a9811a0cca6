// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.api.model.Catalogue;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.HapUuid;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Walks over the answer of {@code /accessories} and collects every breach of the rules for it (HAP specification R2,
 * sections 2.5, 6.3 and 9; HomeKitADK, HAPAccessoryValidation). For any test that has such an answer.
 */
public final class AccessoriesWalk {
    private static final Set<String> FORMATS =
            Set.of("bool", "uint8", "uint16", "uint32", "uint64", "int", "float", "string", "tlv8", "data");
    private static final Set<String> PERMISSIONS = Set.of("pr", "pw", "ev", "aa", "tw", "wr", "hd");
    private static final Set<String> UNITS = Set.of("celsius", "percentage", "arcdegrees", "lux", "seconds");
    private static final Set<String> NULL_ON_READ = Set.of("73");
    private static final Map<String, Integer> LEAST_LENGTH = Map.of("20", 1, "21", 2, "23", 1, "30", 2, "52", 1);
    private static final long LARGEST_ID = (1L << 53) - 1;

    private final List<String> breaches = new ArrayList<>();

    private AccessoriesWalk() {}

    /** All breaches, each with the place where it is; none when the answer is right. */
    public static List<String> breaches(String json) {
        AccessoriesWalk walk = new AccessoriesWalk();
        walk.database(JsonParser.parseString(json).getAsJsonObject());
        return walk.breaches;
    }

    private void database(JsonObject database) {
        List<JsonObject> accessories = objects(database, "accessories");
        check(!accessories.isEmpty() && accessories.size() <= 150, "database", "1 to 150 accessories");
        Set<Long> aids = new HashSet<>();
        for (JsonObject accessory : accessories) {
            long aid = accessory.get("aid").getAsLong();
            check(aid >= 1 && aid <= LARGEST_ID && aids.add(aid), "aid " + aid, "unique, 1 to 2^53-1");
            accessory(accessory, "aid " + aid, aid == 1);
        }
        check(!accessories.isEmpty() && accessories.get(0).get("aid").getAsLong() == 1, "database", "aid 1 first");
    }

    private void accessory(JsonObject accessory, String at, boolean bridge) {
        List<JsonObject> services = objects(accessory, "services");
        check(!services.isEmpty() && services.size() <= 100, at, "1 to 100 services");
        Set<Long> iids = new HashSet<>();
        Set<Long> serviceIids = new HashSet<>();
        for (JsonObject service : services) {
            iid(service, at, iids);
            serviceIids.add(service.get("iid").getAsLong());
            objects(service, "characteristics").forEach(each -> iid(each, at, iids));
        }
        services.forEach(service -> service(service, at + " service " + service.get("iid"), serviceIids));
        check(services.stream().filter(each -> flag(each, "primary")).count() <= 1, at, "at most one primary service");
        List<JsonObject> information = ofType(services, "3E");
        check(information.size() == 1, at, "one Accessory Information");
        information.forEach(each -> information(each, at));
        List<JsonObject> protocol = ofType(services, "A2");
        check(protocol.size() == (bridge ? 1 : 0), at, "Protocol Information on the bridge only");
        protocol.forEach(each -> check(text(each, "37").equals("1.1.0"), at, "protocol version 1.1.0"));
    }

    private void information(JsonObject service, String at) {
        check(service.get("iid").getAsLong() == 1, at, "Accessory Information has iid 1");
        check(ofType(objects(service, "characteristics"), "14").size() == 1, at, "Identify");
        LEAST_LENGTH.forEach((type, least) -> {
            int length = text(service, type).getBytes(StandardCharsets.UTF_8).length;
            check(length >= least && length <= 64, at, "text of " + type + " has " + least + " to 64 bytes");
        });
        check(text(service, "52").matches("(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)){0,2}"), at, "firmware revision x.y.z");
        check(
                text(service, "23").matches("[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N} ']*[\\p{L}\\p{M}\\p{N}])?"),
                at,
                "legal name");
    }

    private void service(JsonObject service, String at, Set<Long> serviceIids) {
        type(service, at);
        List<JsonObject> characteristics = objects(service, "characteristics");
        check(!characteristics.isEmpty() && characteristics.size() <= 100, at, "1 to 100 characteristics");
        Set<String> types = new HashSet<>();
        characteristics.forEach(each -> check(types.add(each.get("type").getAsString()), at, "each type once"));
        Set<Long> linked = new HashSet<>();
        for (JsonElement link : array(service, "linked")) {
            long iid = link.getAsLong();
            boolean good = linked.add(iid)
                    && serviceIids.contains(iid)
                    && iid != service.get("iid").getAsLong();
            check(good, at, "links to other services, each once");
        }
        boolean allHidden =
                characteristics.stream().allMatch(each -> permissions(each).contains("hd"));
        check(!allHidden || flag(service, "hidden"), at, "hidden when all of it is");
        requiredAreThere(service, types, at);
        characteristics.forEach(each -> characteristic(each, at + " iid " + each.get("iid")));
    }

    private void requiredAreThere(JsonObject service, Set<String> types, String at) {
        Catalogue.services().stream()
                .filter(each -> each.uuid().text().equals(service.get("type").getAsString()))
                .flatMap(each -> each.required().stream())
                .forEach(required -> check(types.contains(required.uuid().text()), at, "required " + required.name()));
    }

    private void characteristic(JsonObject characteristic, String at) {
        type(characteristic, at);
        String format = characteristic.get("format").getAsString();
        Set<String> permissions = permissions(characteristic);
        check(FORMATS.contains(format), at, "known format");
        check(PERMISSIONS.containsAll(permissions), at, "known permissions");
        check(
                permissions.contains("pr") || permissions.contains("pw") || permissions.contains("ev"),
                at,
                "pr, pw or ev");
        boolean onlyForWrites = permissions.contains("tw") || permissions.contains("aa") || permissions.contains("wr");
        check(!onlyForWrites || permissions.contains("pw"), at, "tw, aa, wr need pw");
        check(permissions.contains("pr") == characteristic.has("value"), at, "value exactly when readable");
        check(permissions.contains("ev") == characteristic.has("ev"), at, "ev exactly when it has events");
        check(
                !characteristic.has("unit")
                        || UNITS.contains(characteristic.get("unit").getAsString()),
                at,
                "known unit");
        appleDefined(characteristic, format, at);
        if (characteristic.has("value")) {
            value(characteristic, format, at);
        }
    }

    private void appleDefined(JsonObject characteristic, String format, String at) {
        Optional<CharacteristicType> type =
                Catalogue.characteristic(new HapUuid(characteristic.get("type").getAsString()));
        type.ifPresent(known -> {
            check(known.format().wireName().equals(format), at, "format of " + known.name());
            known.constraints()
                    .minimum()
                    .ifPresent(least -> number(characteristic, "minValue")
                            .ifPresent(own -> check(own.compareTo(least) >= 0, at, "minimum of " + known.name())));
            known.constraints()
                    .maximum()
                    .ifPresent(most -> number(characteristic, "maxValue")
                            .ifPresent(own -> check(own.compareTo(most) <= 0, at, "maximum of " + known.name())));
        });
    }

    private void value(JsonObject characteristic, String format, String at) {
        JsonElement value = characteristic.get("value");
        if (NULL_ON_READ.contains(characteristic.get("type").getAsString())) {
            check(value.isJsonNull(), at, "null on a read");
            return;
        }
        check(value.isJsonPrimitive(), at, "a value");
        if (value.isJsonPrimitive()) {
            switch (format) {
                case "bool" -> check(value.getAsJsonPrimitive().isBoolean(), at, "a truth value");
                case "string" -> text(characteristic, value.getAsString(), at);
                case "tlv8", "data" -> check(isBase64(value.getAsString()), at, "Base64");
                default -> number(characteristic, value.getAsBigDecimal(), format, at);
            }
        }
    }

    private void text(JsonObject characteristic, String text, String at) {
        int most = number(characteristic, "maxLen").map(BigDecimal::intValue).orElse(64);
        check(most <= 256 && text.getBytes(StandardCharsets.UTF_8).length <= most, at, "text within its length");
    }

    private void number(JsonObject characteristic, BigDecimal value, String format, String at) {
        BigDecimal least = number(characteristic, "minValue").orElse(value);
        BigDecimal most = number(characteristic, "maxValue").orElse(value);
        check(value.compareTo(least) >= 0 && value.compareTo(most) <= 0, at, "value within its limits");
        check(format.equals("float") || value.stripTrailingZeros().scale() <= 0, at, "a whole number");
        List<Integer> valid = new ArrayList<>();
        array(characteristic, "valid-values").forEach(each -> valid.add(each.getAsInt()));
        check(valid.isEmpty() || valid.contains(value.intValue()), at, "one of the valid values");
        check(valid.stream().sorted().distinct().toList().equals(valid), at, "valid values ascend");
    }

    private void type(JsonObject thing, String at) {
        String type = thing.get("type").getAsString();
        check(new HapUuid(type).text().equals(type), at, "type in its short upper-case form");
    }

    private void iid(JsonObject thing, String at, Set<Long> iids) {
        long iid = thing.get("iid").getAsLong();
        check(iid >= 1 && iid <= LARGEST_ID && iids.add(iid), at + " iid " + iid, "unique, 1 to 2^53-1");
    }

    private void check(boolean holds, String at, String rule) {
        if (!holds) {
            breaches.add(at + ": " + rule);
        }
    }

    private static String text(JsonObject service, String type) {
        return ofType(objects(service, "characteristics"), type).stream()
                .map(each -> each.get("value").getAsString())
                .findFirst()
                .orElse("");
    }

    private static Set<String> permissions(JsonObject characteristic) {
        Set<String> permissions = new HashSet<>();
        array(characteristic, "perms").forEach(each -> permissions.add(each.getAsString()));
        return permissions;
    }

    private static List<JsonObject> ofType(List<JsonObject> things, String type) {
        return things.stream()
                .filter(each -> each.get("type").getAsString().equals(type))
                .toList();
    }

    private static Optional<BigDecimal> number(JsonObject thing, String name) {
        return Optional.ofNullable(thing.get(name)).map(JsonElement::getAsBigDecimal);
    }

    private static boolean flag(JsonObject thing, String name) {
        return thing.has(name) && thing.get(name).getAsBoolean();
    }

    private static JsonArray array(JsonObject thing, String name) {
        return thing.has(name) ? thing.getAsJsonArray(name) : new JsonArray();
    }

    private static List<JsonObject> objects(JsonObject thing, String name) {
        return StreamSupport.stream(array(thing, name).spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text).length >= 0;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
