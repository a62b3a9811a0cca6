// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a bridge shows: the addresses that a load needs, as {@code aid.iid}.
 *
 * @param switches On of every lamp
 * @param values values that can be read, of all accessories
 */
public record LoadTargets(List<String> switches, List<String> values) {
    private static final String ON = "25";
    private static final List<String> MEASURED = List.of(ON, "8", "13", "2F", "11");

    /** Reads it from a bridge. */
    public static LoadTargets of(BenchConnection line) {
        byte[] body = Wire.await(line.get("/accessories")).body();
        JsonObject all =
                JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
        List<String> switches = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (JsonElement accessory : all.getAsJsonArray("accessories")) {
            String aid = accessory.getAsJsonObject().get("aid").getAsString();
            characteristics(accessory.getAsJsonObject()).forEach(each -> {
                String id = aid + "." + each.get("iid").getAsString();
                String type = shortType(each.get("type").getAsString());
                if (type.equals(ON)) {
                    switches.add(id);
                }
                if (MEASURED.contains(type)) {
                    values.add(id);
                }
            });
        }
        return new LoadTargets(switches, values);
    }

    private static Stream<JsonObject> characteristics(JsonObject accessory) {
        return accessory.getAsJsonArray("services").asList().stream()
                .flatMap(service -> service.getAsJsonObject().getAsJsonArray("characteristics").asList().stream())
                .map(JsonElement::getAsJsonObject);
    }

    private static String shortType(String type) {
        String first = type.toUpperCase(Locale.ROOT).split("-")[0];
        return first.replaceFirst("^0+", "");
    }
}
