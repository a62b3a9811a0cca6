// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.store.ControllerWrite;
import io.latchkey.api.store.ControllerWrite.SentCommand;
import io.latchkey.api.store.Happening;
import io.latchkey.api.store.History;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has happened and who has switched what; moments in milliseconds since 1970-01-01 UTC. A kind of happening that only a
 * newer program knows is passed over.
 */
final class HistoryCodec implements Codec<History> {

    @Override
    public JsonObject write(History history) {
        JsonArray happenings = new JsonArray();
        history.happenings().forEach(each -> happenings.add(write(each)));
        JsonArray writes = new JsonArray();
        history.writes().forEach(each -> writes.add(write(each)));
        JsonObject json = new JsonObject();
        json.add("happenings", happenings);
        json.add("writes", writes);
        return json;
    }

    @Override
    public History read(JsonObject json, int schema) {
        JsonFields fields = new JsonFields(json);
        List<Happening> happenings = fields.list("happenings", HistoryCodec::happening).stream()
                .flatMap(Optional::stream)
                .toList();
        return new History(happenings, fields.list("writes", HistoryCodec::controllerWrite));
    }

    private static JsonObject write(Happening happening) {
        JsonObject json = new JsonObject();
        json.addProperty("first", happening.first().toEpochMilli());
        json.addProperty("last", happening.last().toEpochMilli());
        json.addProperty("times", happening.times());
        json.addProperty("kind", happening.kind().name());
        happening.controller().ifPresent(controller -> json.addProperty("controller", controller.text()));
        happening.remote().ifPresent(remote -> json.addProperty("remote", remote));
        json.addProperty("text", happening.text());
        return json;
    }

    private static Optional<Happening> happening(JsonFields fields) {
        String name = fields.text("kind");
        return Stream.of(Happening.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .map(kind -> new Happening(
                        Instant.ofEpochMilli(fields.number("first")),
                        Instant.ofEpochMilli(fields.number("last")),
                        fields.integer("times"),
                        kind,
                        optional(fields, "controller").map(ControllerId::new),
                        optional(fields, "remote"),
                        fields.text("text")));
    }

    private static Optional<String> optional(JsonFields fields, String name) {
        return fields.has(name) ? Optional.of(fields.text(name)) : Optional.empty();
    }

    private static JsonObject write(ControllerWrite write) {
        JsonArray commands = new JsonArray();
        write.commands().forEach(each -> {
            JsonObject command = new JsonObject();
            command.addProperty("item", each.item());
            command.addProperty("command", each.command());
            commands.add(command);
        });
        JsonObject json = new JsonObject();
        json.addProperty("at", write.at().toEpochMilli());
        json.addProperty("controller", write.controller().text());
        json.addProperty("remote", write.remote());
        json.addProperty("accessory", write.accessory());
        json.addProperty("key", write.key());
        json.addProperty("characteristic", write.characteristic());
        json.addProperty("value", write.value());
        json.add("commands", commands);
        json.addProperty("result", write.result().code());
        return json;
    }

    private static ControllerWrite controllerWrite(JsonFields fields) {
        return new ControllerWrite(
                Instant.ofEpochMilli(fields.number("at")),
                new ControllerId(fields.text("controller")),
                fields.primitive("remote").getAsBoolean(),
                fields.text("accessory"),
                fields.text("key"),
                fields.text("characteristic"),
                fields.text("value"),
                fields.list("commands", each -> new SentCommand(each.text("item"), each.text("command"))),
                HapStatus.of((int) fields.number("result"))
                        .orElseThrow(() -> new IllegalArgumentException("field result has a status of no meaning")));
    }
}
