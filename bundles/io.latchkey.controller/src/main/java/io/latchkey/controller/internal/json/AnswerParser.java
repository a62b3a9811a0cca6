// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import io.latchkey.api.controller.AccessoryDescription;
import io.latchkey.api.controller.CharacteristicMeta;
import io.latchkey.api.controller.CharacteristicReport;
import io.latchkey.api.controller.ServiceDescription;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapUuid;
import io.latchkey.api.model.InstanceId;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the bodies of answers and events (HAP specification R2 sections 6.3, 6.7 and 6.8). Pure functions. */
public final class AnswerParser {
    private AnswerParser() {}

    /** The answer to {@code GET /accessories}. */
    public static List<AccessoryDescription> accessories(byte[] body) throws MalformedAnswerException {
        return checked(() -> {
            List<AccessoryDescription> accessories = new ArrayList<>();
            for (JsonMembers accessory : JsonMembers.of(body).objects("accessories")) {
                accessories.add(accessory(accessory));
            }
            return accessories;
        });
    }

    /** An answer about characteristics, or an event. */
    public static List<CharacteristicReport> characteristics(byte[] body) throws MalformedAnswerException {
        return checked(() -> {
            List<CharacteristicReport> reports = new ArrayList<>();
            for (JsonMembers characteristic : JsonMembers.of(body).objects("characteristics")) {
                reports.add(report(new AccessoryId(characteristic.unsigned("aid")), characteristic));
            }
            return reports;
        });
    }

    /** The status of a whole request, if a body tells one; a body that isn't JSON tells none. */
    public static Optional<HapStatus> status(byte[] body) {
        try {
            return JsonMembers.of(body).maybeWhole("status").map(AnswerParser::status);
        } catch (MalformedAnswerException notJson) {
            return Optional.empty();
        }
    }

    private static AccessoryDescription accessory(JsonMembers accessory) throws MalformedAnswerException {
        AccessoryId aid = new AccessoryId(accessory.unsigned("aid"));
        List<ServiceDescription> services = new ArrayList<>();
        for (JsonMembers service : accessory.objects("services")) {
            services.add(service(aid, service));
        }
        return new AccessoryDescription(aid, services);
    }

    private static ServiceDescription service(AccessoryId aid, JsonMembers service) throws MalformedAnswerException {
        List<CharacteristicReport> characteristics = new ArrayList<>();
        for (JsonMembers characteristic : service.objects("characteristics")) {
            characteristic.text("type");
            characteristics.add(report(aid, characteristic));
        }
        return new ServiceDescription(
                new InstanceId(service.whole("iid")),
                new HapUuid(service.text("type")),
                service.maybeFlag("primary").orElse(false),
                service.maybeFlag("hidden").orElse(false),
                service.wholes("linked").stream().map(InstanceId::new).toList(),
                characteristics);
    }

    private static CharacteristicReport report(AccessoryId aid, JsonMembers members) throws MalformedAnswerException {
        Optional<JsonElement> value = members.member("value");
        return new CharacteristicReport(
                new CharacteristicId(aid, new InstanceId(members.whole("iid"))),
                members.maybeWhole("status").map(AnswerParser::status).orElse(HapStatus.SUCCESS),
                value.isPresent() ? Optional.of(value(value.get())) : Optional.empty(),
                members.maybeText("type").map(HapUuid::new),
                permissions(members.texts("perms")),
                members.maybeFlag("ev"),
                meta(members));
    }

    private static CharacteristicMeta meta(JsonMembers members) {
        return new CharacteristicMeta(
                members.maybeText("format").flatMap(AnswerParser::format),
                members.maybeText("unit"),
                members.maybeText("description"),
                members.maybeNumber("minValue"),
                members.maybeNumber("maxValue"),
                members.maybeNumber("minStep"),
                length(members.maybeWhole("maxLen")),
                length(members.maybeWhole("maxDataLen")),
                members.wholes("valid-values"));
    }

    private static OptionalInt length(Optional<Long> length) {
        return length.filter(number -> number >= 0 && number <= Integer.MAX_VALUE)
                .map(number -> OptionalInt.of(number.intValue()))
                .orElse(OptionalInt.empty());
    }

    private static Optional<Format> format(String name) {
        return Arrays.stream(Format.values())
                .filter(format -> format.wireName().equals(name))
                .findFirst();
    }

    private static Set<Permission> permissions(List<String> names) {
        return Arrays.stream(Permission.values())
                .filter(permission -> names.contains(permission.wireName()))
                .collect(Collectors.toSet());
    }

    private static HapStatus status(long number) {
        boolean fits = number == (int) number;
        return (fits ? HapStatus.of((int) number) : Optional.<HapStatus>empty())
                .orElse(HapStatus.UNABLE_TO_COMMUNICATE);
    }

    private static Value value(JsonElement element) throws MalformedAnswerException {
        if (element.isJsonNull()) {
            return Value.NULL;
        }
        if (!element.isJsonPrimitive()) {
            throw new MalformedAnswerException("a value is a truth value, a number, a text or null");
        }
        JsonPrimitive primitive = element.getAsJsonPrimitive();
        if (primitive.isNumber()) {
            return number(primitive);
        }
        return primitive.isBoolean() ? Value.of(primitive.getAsBoolean()) : Value.of(primitive.getAsString());
    }

    private static Value number(JsonPrimitive primitive) throws MalformedAnswerException {
        BigDecimal number =
                JsonMembers.number(primitive).orElseThrow(() -> new MalformedAnswerException("a number is too large"));
        boolean integer = primitive.getAsString().chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
        return integer ? whole(number.toBigIntegerExact()) : Value.of(number.doubleValue());
    }

    private static Value whole(BigInteger number) throws MalformedAnswerException {
        boolean fits = number.signum() < 0 ? number.bitLength() < Long.SIZE : number.bitLength() <= Long.SIZE;
        if (!fits) {
            throw new MalformedAnswerException("a number does not fit into 64 bits");
        }
        return Value.of(number.longValue());
    }

    /** Ids, types and numbers check themselves; what they refuse here is the accessory's fault. */
    private static <T> T checked(Reading<T> reading) throws MalformedAnswerException {
        try {
            return reading.read();
        } catch (IllegalArgumentException outOfRange) {
            throw new MalformedAnswerException("an id, a type or a number is out of range");
        }
    }

    /** Reads something. */
    private interface Reading<T> {
        T read() throws MalformedAnswerException;
    }
}
