// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds things in what {@code GET /accessories} has answered. */
public final class Accessories {
    private static final String NAME = "23";

    private Accessories() {}

    /** The characteristic of that type in the accessory of that name, as {@code aid.iid}. */
    public static String find(JsonArray accessories, String name, String type) {
        return search(accessories, name, type)
                .orElseThrow(() -> new AssertionError("no " + type + " of " + name + " in " + accessories));
    }

    /** The characteristic of that type in the accessory of that name, as {@code aid.iid}, if there is one. */
    public static Optional<String> search(JsonArray accessories, String name, String type) {
        return objects(accessories)
                .filter(accessory -> characteristics(accessory).stream().anyMatch(each -> isNamed(each, name)))
                .flatMap(accessory -> characteristics(accessory).stream()
                        .filter(each -> text(each, "type").equals(type))
                        .map(each -> text(accessory, "aid") + "." + text(each, "iid")))
                .findFirst();
    }

    /** All characteristics of an accessory. */
    public static List<JsonObject> characteristics(JsonObject accessory) {
        return objects(accessory.getAsJsonArray("services"))
                .flatMap(service -> objects(service.getAsJsonArray("characteristics")))
                .toList();
    }

    /** The objects in an array. */
    public static Stream<JsonObject> objects(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
    }

    private static boolean isNamed(JsonObject characteristic, String name) {
        return text(characteristic, "type").equals(NAME)
                && text(characteristic, "value").equals(name);
    }

    private static String text(JsonObject object, String member) {
        return object.has(member) ? object.get(member).getAsString() : "";
    }
}
