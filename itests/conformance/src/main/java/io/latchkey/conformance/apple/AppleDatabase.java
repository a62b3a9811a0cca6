// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.conformance.Put;
import io.latchkey.conformance.TestedHome;
import io.latchkey.itests.wire.Accessories;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** What a bridge shows, and which of it Apple's controllers ask for at which occasion. Ids are {@code aid.iid}. */
record AppleDatabase(JsonArray accessories) {
    private static final String APPLE = "-0000-1000-8000-0026BB765291";
    private static final String BUTTON = "73";
    private static final String ON = "25";
    private static final String BRIGHTNESS = "8";
    private static final String FIRMWARE = "52";
    private static final Set<String> INFORMATION = Set.of("20", "21", "30", FIRMWARE);
    private static final Set<String> NAMES = Set.of("23", "E3");

    /** The accessories, the bridge itself left out; one that stands alone is at its place. */
    List<JsonObject> bridged() {
        return Accessories.objects(accessories)
                .filter(each -> accessories.size() == 1 || each.get("aid").getAsLong() != 1)
                .toList();
    }

    /** T10, for each accessory: Manufacturer, Model, Serial Number and Firmware Revision. */
    List<List<String>> informations() {
        return bridged().stream()
                .map(accessory ->
                        ids(accessory, each -> INFORMATION.contains(type(each))).toList())
                .toList();
    }

    /** T11. */
    List<String> names() {
        return all(each -> NAMES.contains(type(each)));
    }

    /** T12: all values that change. */
    List<String> values() {
        return all(each ->
                TestedHome.allows(each, "pr") && hasEvents(each) && !type(each).equals(BUTTON));
    }

    /** T13: one request for each. */
    List<String> firmwares() {
        return bridged().stream()
                .flatMap(accessory -> ids(accessory, each -> type(each).equals(FIRMWARE)))
                .toList();
    }

    /** T14: one request for each accessory that has events. */
    List<Put> subscriptions() {
        return bridged().stream()
                .map(accessory -> ids(accessory, AppleDatabase::hasEvents).toList())
                .filter(ids -> !ids.isEmpty())
                .map(AppleDatabase::subscription)
                .toList();
    }

    /** Subscribes to these in one request. */
    static Put subscription(List<String> ids) {
        Put put = Put.events(ids.get(0), true);
        for (String id : ids.subList(1, ids.size())) {
            put = put.andEvents(id, true);
        }
        return put;
    }

    /** The lamps that can be dimmed, most bridges have some. */
    List<Lamp> lamps() {
        return bridged().stream().flatMap(each -> lamp(each).stream()).toList();
    }

    /** The lamps that can be dimmed; where there are fewer the test can't be made. */
    List<Lamp> lamps(int least) {
        List<Lamp> lamps = lamps();
        if (lamps.size() < least) {
            throw new TestAbortedException("needs " + least + " lamps that can be dimmed");
        }
        return lamps;
    }

    /** All of that type. */
    List<String> ofType(String type) {
        return all(each -> type(each).equals(type.toUpperCase(Locale.ROOT)));
    }

    /** The first of that type; where there is none the test can't be made. */
    String first(String type) {
        return ofType(type).stream().findFirst().orElseThrow(() -> new TestAbortedException("needs test accessory"));
    }

    /** The Identify of the bridge itself. */
    String identify() {
        return Accessories.objects(accessories)
                .filter(each -> each.get("aid").getAsLong() == 1)
                .flatMap(accessory -> ids(accessory, each -> type(each).equals("14")))
                .findFirst()
                .orElseThrow();
    }

    /** On and Brightness of a lamp. */
    record Lamp(String on, String brightness) {}

    private List<String> all(Predicate<JsonObject> wanted) {
        return bridged().stream().flatMap(each -> ids(each, wanted)).toList();
    }

    private static Optional<Lamp> lamp(JsonObject accessory) {
        Optional<String> on = ids(accessory, each -> type(each).equals(ON)).findFirst();
        Optional<String> brightness =
                ids(accessory, each -> type(each).equals(BRIGHTNESS)).findFirst();
        return on.flatMap(first -> brightness.map(second -> new Lamp(first, second)));
    }

    private static Stream<String> ids(JsonObject accessory, Predicate<JsonObject> wanted) {
        return Accessories.characteristics(accessory).stream()
                .filter(wanted)
                .map(each -> accessory.get("aid").getAsBigInteger() + "."
                        + each.get("iid").getAsBigInteger());
    }

    /** Apple's own types only: the probes of the test home fail, hang and change by themselves. */
    private static boolean hasEvents(JsonObject characteristic) {
        return TestedHome.allows(characteristic, "ev") && type(characteristic).length() <= 8;
    }

    /** The type in its short form, where it is Apple's. */
    private static String type(JsonObject characteristic) {
        String type = characteristic.get("type").getAsString().toUpperCase(Locale.ROOT);
        return type.endsWith(APPLE)
                ? Arrays.stream(type.split("-")).findFirst().orElseThrow().replaceFirst("^0+", "")
                : type;
    }
}
