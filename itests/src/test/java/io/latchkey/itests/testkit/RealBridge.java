// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.testkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.Built;
import io.latchkey.itests.Eventually;
import io.latchkey.itests.FelixRuntime;
import io.latchkey.itests.FrameworkBridge;
import io.latchkey.itests.Libraries;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleException;

/** A bridge in plain Felix with a lamp provider; one session reads and writes, another hears. */
final class RealBridge implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final FelixRuntime runtime;
    private final WireClient writer;
    private final WireClient listener;
    private final Map<Characteristic, String> ids = new HashMap<>();

    private RealBridge(FelixRuntime runtime, WireClient writer, WireClient listener) {
        this.runtime = runtime;
        this.writer = writer;
        this.listener = listener;
    }

    static RealBridge start(LampProvider lamp) throws Exception {
        FelixRuntime runtime = FelixRuntime.start(Built.fresh("fake-bridge"), Libraries.LOWEST);
        runtime.context().registerService(AccessoryProvider.class, lamp, null);
        FrameworkBridge bridge = FrameworkBridge.start(runtime, "home", Map.of());
        ControllerKeys keys = WireClient.newKeys("itests");
        ControllerKeys.Peer peer = bridge.pair(keys);
        RealBridge real = new RealBridge(runtime, bridge.session(keys, peer), bridge.session(keys, peer));
        for (Characteristic each : List.of(lamp.on, lamp.brightness, lamp.press)) {
            String id = Eventually.present(SOON, each + " to be there", () -> real.id(each));
            real.ids.put(each, id);
            if (each.allows(Permission.EVENTS)) {
                real.listener.put(id, "ev", "true");
            }
        }
        return real;
    }

    /** What each characteristic told, until nothing has come for a while. */
    Map<Characteristic, List<String>> events() throws IOException {
        Map<String, List<String>> heard = new HashMap<>();
        Optional<JsonArray> event = listener.event(SILENCE);
        while (event.isPresent()) {
            Accessories.objects(event.get())
                    .forEach(each -> heard.computeIfAbsent(
                                    each.get("aid") + "." + each.get("iid"), id -> new ArrayList<>())
                            .add(text(each.get("value"))));
            event = listener.event(SILENCE);
        }
        Map<Characteristic, List<String>> told = new HashMap<>();
        ids.forEach((characteristic, id) -> told.put(characteristic, heard.getOrDefault(id, List.of())));
        return told;
    }

    /** The value, or the status. */
    String read(Characteristic characteristic) throws IOException {
        JsonObject entry = writer.read(ids.get(characteristic));
        return entry.has("value")
                ? text(entry.get("value"))
                : entry.get("status").getAsString();
    }

    /** {@code null} as there is no write response, or the status. */
    String write(Characteristic characteristic, Value value) throws IOException {
        var answer = writer.put(ids.get(characteristic), "value", text(value));
        return answer.status() == 204
                ? text(Value.NULL)
                : Accessories.objects(answer.json().getAsJsonArray("characteristics"))
                        .findFirst()
                        .orElseThrow()
                        .get("status")
                        .getAsString();
    }

    static String text(Value value) {
        if (value instanceof Value.Bool bool) {
            return bool.on() ? "1" : "0";
        }
        return value instanceof Value.Whole whole ? String.valueOf(whole.number()) : "null";
    }

    @Override
    public void close() throws IOException, BundleException {
        writer.close();
        listener.close();
        runtime.close();
    }

    private Optional<String> id(Characteristic characteristic) throws IOException {
        return Accessories.search(
                writer.accessories(),
                LampProvider.KEY,
                characteristic.type().uuid().text());
    }

    private static String text(JsonElement value) {
        String text = value.isJsonNull() ? "null" : value.getAsString();
        return text.equals("true") ? "1" : text.equals("false") ? "0" : text;
    }
}
