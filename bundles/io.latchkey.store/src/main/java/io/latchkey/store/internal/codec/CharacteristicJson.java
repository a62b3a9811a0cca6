// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.latchkey.api.model.Catalogue;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.HapUuid;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Unit;
import io.latchkey.api.store.CharacteristicShape;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The shape of a characteristic as JSON: its type, and what differs from that. A type that isn't in the catalogue, or differs
 * from the one there, is written in full, since nobody may be there to tell it at the next start.
 */
final class CharacteristicJson {
    private static final Map<String, CharacteristicType> CATALOGUE = catalogue();

    private CharacteristicJson() {}

    static JsonObject write(CharacteristicShape shape) {
        CharacteristicType type = shape.type();
        JsonObject json = new JsonObject();
        json.add("type", isKnown(type) ? new JsonPrimitive(type.uuid().text()) : write(type));
        if (!isKnown(type) || !shape.permissions().equals(type.permissions())) {
            json.add("permissions", permissions(shape.permissions()));
        }
        if (!isKnown(type) || !shape.constraints().equals(type.constraints())) {
            json.add("limits", write(shape.constraints()));
        }
        shape.description().ifPresent(text -> json.addProperty("description", text));
        shape.constant().ifPresent(value -> json.add("constant", ValueJson.write(value)));
        return json;
    }

    static CharacteristicShape read(JsonFields fields) {
        JsonElement named = fields.json().get("type");
        Optional<Set<Permission>> permissions =
                fields.has("permissions") ? Optional.of(permissions(fields)) : Optional.empty();
        Optional<Constraints> limits = fields.optional("limits").map(CharacteristicJson::limits);
        CharacteristicType type = named != null && named.isJsonObject()
                ? type(fields.object("type"), permissions.orElse(Set.of()), limits.orElse(Constraints.NONE))
                : known(fields.text("type"));
        return new CharacteristicShape(
                type,
                permissions.orElse(type.permissions()),
                limits.orElse(type.constraints()),
                fields.has("description") ? Optional.of(fields.text("description")) : Optional.empty(),
                Optional.ofNullable(fields.json().get("constant")).map(ValueJson::read));
    }

    private static boolean isKnown(CharacteristicType type) {
        return CATALOGUE.get(type.uuid().text()) == type;
    }

    private static CharacteristicType known(String uuid) {
        return Optional.ofNullable(CATALOGUE.get(uuid))
                .orElseThrow(() -> new IllegalArgumentException("the catalogue has lost a type"));
    }

    /** By the text on the wire: a start reads thousands of them. */
    private static Map<String, CharacteristicType> catalogue() {
        Map<String, CharacteristicType> types = new HashMap<>();
        Catalogue.characteristics().forEach(type -> types.put(type.uuid().text(), type));
        return types;
    }

    private static JsonObject write(CharacteristicType type) {
        JsonObject json = new JsonObject();
        json.addProperty("uuid", type.uuid().text());
        json.addProperty("name", type.name());
        json.addProperty("displayName", type.displayName());
        json.addProperty("format", type.format().wireName());
        type.unit().ifPresent(unit -> json.addProperty("unit", unit.wireName()));
        json.addProperty("urgency", type.urgency().name());
        JsonArray traits = new JsonArray();
        type.traits().stream().sorted().forEach(trait -> traits.add(trait.name()));
        json.add("traits", traits);
        return json;
    }

    private static CharacteristicType type(JsonFields fields, Set<Permission> permissions, Constraints limits) {
        Set<CharacteristicType.Trait> traits = EnumSet.noneOf(CharacteristicType.Trait.class);
        fields.texts("traits").forEach(name -> traits.add(CharacteristicType.Trait.valueOf(name)));
        return new CharacteristicType(
                fields.text("name"),
                fields.text("displayName"),
                new HapUuid(fields.text("uuid")),
                Format.ofWireName(fields.text("format")),
                fields.has("unit") ? Optional.of(Unit.ofWireName(fields.text("unit"))) : Optional.empty(),
                permissions,
                limits,
                Map.of(),
                EventUrgency.valueOf(fields.text("urgency")),
                traits);
    }

    private static JsonArray permissions(Set<Permission> permissions) {
        JsonArray json = new JsonArray();
        permissions.stream().sorted().forEach(each -> json.add(each.wireName()));
        return json;
    }

    private static Set<Permission> permissions(JsonFields fields) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        fields.texts("permissions").forEach(name -> permissions.add(Permission.ofWireName(name)));
        return permissions;
    }

    private static JsonObject write(Constraints limits) {
        JsonObject json = new JsonObject();
        limits.minimum().ifPresent(number -> json.addProperty("minimum", number.doubleValue()));
        limits.maximum().ifPresent(number -> json.addProperty("maximum", number.doubleValue()));
        limits.step().ifPresent(number -> json.addProperty("step", number.doubleValue()));
        limits.textLength().ifPresent(length -> json.addProperty("textLength", length));
        limits.dataLength().ifPresent(length -> json.addProperty("dataLength", length));
        if (!limits.validValues().isEmpty()) {
            JsonArray values = new JsonArray();
            limits.validValues().forEach(values::add);
            json.add("values", values);
        }
        return json;
    }

    private static Constraints limits(JsonFields fields) {
        Constraints limits = Constraints.NONE;
        if (fields.has("minimum")) {
            limits = limits.range(fields.decimal("minimum"), fields.decimal("maximum"));
        }
        limits = fields.has("step") ? limits.step(fields.decimal("step")) : limits;
        limits = fields.has("textLength") ? limits.textLength(fields.integer("textLength")) : limits;
        limits = fields.has("dataLength") ? limits.dataLength(fields.integer("dataLength")) : limits;
        if (!fields.has("values")) {
            return limits;
        }
        List<Integer> values = new ArrayList<>();
        fields.numbers("values").forEach(number -> values.add(Math.toIntExact(number)));
        return limits.validValues(values);
    }
}
