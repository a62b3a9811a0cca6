// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.api.model.AccessoryOrigin;
import io.latchkey.api.model.Catalogue;
import io.latchkey.api.model.HapUuid;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.store.AccessoryShape;
import io.latchkey.api.store.AccessoryShapes;
import io.latchkey.api.store.ServiceShape;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shapes of all accessories, one entry for each, what is usual left out: a bridge reads them before it opens its port. */
final class AccessoryShapesCodec implements Codec<AccessoryShapes> {
    private static final Map<String, ServiceType> SERVICES = services();

    @Override
    public boolean isMap() {
        return true;
    }

    @Override
    public JsonObject write(AccessoryShapes shapes) {
        JsonObject json = new JsonObject();
        shapes.accessories().forEach((key, shape) -> json.add(key, write(shape)));
        return json;
    }

    @Override
    public AccessoryShapes read(JsonObject json, int schema) {
        Map<String, AccessoryShape> shapes = new HashMap<>();
        new JsonFields(json).objectsByName().forEach((key, fields) -> shapes.put(key, read(fields)));
        return new AccessoryShapes(shapes);
    }

    private static JsonObject write(AccessoryShape shape) {
        JsonObject json = new JsonObject();
        json.add("info", write(shape.info()));
        shape.origin().ifPresent(origin -> json.add("origin", write(origin)));
        JsonArray services = new JsonArray();
        shape.services().forEach(service -> services.add(write(service)));
        json.add("services", services);
        shape.standalone().ifPresent(category -> json.addProperty("standalone", category.number()));
        return json;
    }

    private static AccessoryShape read(JsonFields fields) {
        return new AccessoryShape(
                info(fields.object("info")),
                fields.optional("origin").map(AccessoryShapesCodec::origin),
                fields.list("services", AccessoryShapesCodec::service),
                fields.has("standalone") ? AccessoryCategory.of(fields.integer("standalone")) : Optional.empty());
    }

    private static JsonObject write(AccessoryInfo info) {
        JsonObject json = new JsonObject();
        json.addProperty("name", info.name());
        json.addProperty("manufacturer", info.manufacturer());
        json.addProperty("model", info.model());
        json.addProperty("serialNumber", info.serialNumber());
        json.addProperty("firmware", info.firmwareRevision());
        info.hardwareRevision().ifPresent(revision -> json.addProperty("hardware", revision));
        return json;
    }

    private static AccessoryInfo info(JsonFields fields) {
        return new AccessoryInfo(
                fields.text("name"),
                fields.text("manufacturer"),
                fields.text("model"),
                fields.text("serialNumber"),
                fields.text("firmware"),
                fields.has("hardware") ? Optional.of(fields.text("hardware")) : Optional.empty());
    }

    private static JsonObject write(AccessoryOrigin origin) {
        JsonObject json = new JsonObject();
        json.addProperty("host", origin.host());
        json.add("items", texts(origin.items().stream().sorted().toList()));
        return json;
    }

    private static AccessoryOrigin origin(JsonFields fields) {
        return new AccessoryOrigin(fields.text("host"), new HashSet<>(fields.texts("items")));
    }

    static JsonObject write(ServiceShape service) {
        JsonObject json = new JsonObject();
        json.addProperty("key", service.key());
        json.add("type", type(service.type()));
        flag(json, "primary", service.primary());
        flag(json, "hidden", service.hidden());
        if (!service.linked().isEmpty()) {
            json.add("linked", texts(service.linked()));
        }
        JsonArray characteristics = new JsonArray();
        service.characteristics().forEach(each -> characteristics.add(CharacteristicJson.write(each)));
        json.add("characteristics", characteristics);
        return json;
    }

    static ServiceShape service(JsonFields fields) {
        return new ServiceShape(
                type(fields),
                fields.text("key"),
                fields.has("primary"),
                fields.has("hidden"),
                fields.has("linked") ? fields.texts("linked") : List.of(),
                fields.list("characteristics", CharacteristicJson::read));
    }

    private static JsonElement type(ServiceType type) {
        if (SERVICES.get(type.name()) == type) {
            return new JsonPrimitive(type.name());
        }
        JsonObject json = new JsonObject();
        json.addProperty("uuid", type.uuid().text());
        json.addProperty("name", type.name());
        json.addProperty("displayName", type.displayName());
        return json;
    }

    private static ServiceType type(JsonFields fields) {
        if (fields.json().get("type") instanceof JsonObject foreign) {
            JsonFields own = new JsonFields(foreign);
            return new ServiceType(
                    own.text("name"), own.text("displayName"), new HapUuid(own.text("uuid")), List.of(), List.of());
        }
        return Optional.ofNullable(SERVICES.get(fields.text("type")))
                .orElseThrow(() -> new IllegalArgumentException("the catalogue has lost a service"));
    }

    private static void flag(JsonObject json, String name, boolean isSet) {
        if (isSet) {
            json.addProperty(name, true);
        }
    }

    private static JsonArray texts(Collection<String> texts) {
        JsonArray json = new JsonArray();
        texts.forEach(json::add);
        return json;
    }

    /** By name, since two services of the catalogue have one type on the wire. */
    private static Map<String, ServiceType> services() {
        Map<String, ServiceType> services = new HashMap<>();
        Catalogue.services().forEach(type -> services.put(type.name(), type));
        return services;
    }
}
