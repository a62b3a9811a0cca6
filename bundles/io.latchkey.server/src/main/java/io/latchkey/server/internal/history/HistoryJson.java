// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.history;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.latchkey.api.store.ControllerWrite;
import io.latchkey.api.store.Happening;
import io.latchkey.api.store.History;
import java.util.Locale;

/** Writes histories for programs; moments as in ISO 8601. Works on the tree only, never by reflection. Stateless. */
public final class HistoryJson {
    private HistoryJson() {}

    /** The history of one bridge. */
    public static JsonObject of(String bridge, History history) {
        JsonArray happenings = new JsonArray();
        history.happenings().forEach(each -> happenings.add(json(each)));
        JsonArray writes = new JsonArray();
        history.writes().forEach(each -> writes.add(json(each)));
        JsonObject json = new JsonObject();
        json.addProperty("bridge", bridge);
        json.add("happenings", happenings);
        json.add("writes", writes);
        return json;
    }

    /** The text of some JSON, each member on a line of its own. */
    public static String text(JsonElement json) {
        return new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(json);
    }

    private static JsonObject json(Happening happening) {
        JsonObject json = new JsonObject();
        json.addProperty("first", happening.first().toString());
        json.addProperty("last", happening.last().toString());
        json.addProperty("times", happening.times());
        json.addProperty("kind", happening.kind().name().toLowerCase(Locale.ROOT));
        happening.controller().ifPresent(controller -> json.addProperty("controller", controller.text()));
        happening.remote().ifPresent(remote -> json.addProperty("remote", remote));
        json.addProperty("text", happening.text());
        return json;
    }

    private static JsonObject json(ControllerWrite write) {
        JsonArray commands = new JsonArray();
        write.commands().forEach(each -> {
            JsonObject command = new JsonObject();
            command.addProperty("item", each.item());
            command.addProperty("command", each.command());
            commands.add(command);
        });
        JsonObject json = new JsonObject();
        json.addProperty("at", write.at().toString());
        json.addProperty("controller", write.controller().text());
        json.addProperty("throughHub", write.remote());
        json.addProperty("accessory", write.accessory());
        json.addProperty("key", write.key());
        json.addProperty("characteristic", write.characteristic());
        json.addProperty("value", write.value());
        json.add("commands", commands);
        json.addProperty("result", write.result().code());
        return json;
    }
}
