// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.latchkey.itests.home.Probe;
import io.latchkey.itests.wire.Accessories;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * What a server shows, searched by what a test needs: something that any server with a lamp has, or a probe of the test
 * home. A test that needs what isn't there is aborted, which the report calls "needs test accessory" and never passed.
 */
public final class TestedHome {
    private static final String ON = "25";
    private static final String BRIGHTNESS = "8";
    private static final String IDENTIFY = "14";
    private static final String NAME = "23";

    private final JsonArray accessories;

    TestedHome(JsonArray accessories) {
        this.accessories = accessories;
    }

    /** The accessories as they came. */
    public JsonArray accessories() {
        return accessories;
    }

    /** A truth value that can be read, written and subscribed: the On of a lamp or switch. */
    public String on() {
        return any("a lamp or switch", each -> isOfType(each, ON) && isOpen(each));
    }

    /** A whole number from 0 to 100 that can be read, written and subscribed: the Brightness of a lamp. */
    public String brightness() {
        return any("a lamp that can be dimmed", each -> isOfType(each, BRIGHTNESS) && isOpen(each));
    }

    /** A characteristic that can only be written: Identify. */
    public String identify() {
        return any("an Identify", each -> isOfType(each, IDENTIFY));
    }

    /** A text that can only be read and has no events: a Name. */
    public String name() {
        return any(
                "a Name that can only be read",
                each -> isOfType(each, NAME) && !allows(each, "pw") && !allows(each, "ev"));
    }

    /** All that can be read, but for the probes that fail or never answer. */
    public List<String> readable() {
        return search(each ->
                        allows(each, "pr") && !isOfType(each, Probe.HANG.uuid()) && !isOfType(each, Probe.THROW.uuid()))
                .toList();
    }

    /** What is listed of a characteristic. */
    public JsonObject listed(String id) {
        return Accessories.objects(accessories)
                .flatMap(accessory -> Accessories.characteristics(accessory).stream()
                        .filter(each -> id(accessory, each).equals(id)))
                .findFirst()
                .orElseThrow();
    }

    /** Any characteristic of that kind. */
    public String any(String what, Predicate<JsonObject> wanted) {
        return search(wanted).findFirst().orElseThrow(() -> new TestAbortedException("needs " + what));
    }

    /** A probe of the test home. */
    public String probe(Probe probe) {
        return probe(probe.uuid());
    }

    /** The button of the test home. */
    public String button() {
        return ofTestHome("73");
    }

    /** The Identify of the test home. */
    public String identifyOfTestHome() {
        return ofTestHome(IDENTIFY);
    }

    /** The motion sensor of the test home. */
    public String motion() {
        return ofTestHome("22");
    }

    /** Whether a characteristic allows something, named as on the wire. */
    public static boolean allows(JsonObject characteristic, String permission) {
        for (JsonElement each : characteristic.getAsJsonArray("perms")) {
            if (each.getAsString().equals(permission)) {
                return true;
            }
        }
        return false;
    }

    /** An {@code aid.iid} that this home doesn't have, with an aid that it has. */
    public String absent() {
        JsonObject first = accessories.get(0).getAsJsonObject();
        return first.get("aid").getAsLong() + ".987654321";
    }

    /** An {@code aid.iid} of an accessory that this home doesn't have. */
    public String absentAccessory() {
        return "987654321.2";
    }

    private String probe(String uuid) {
        return search(each -> isOfType(each, uuid))
                .findFirst()
                .orElseThrow(() -> new TestAbortedException("needs test accessory"));
    }

    private String ofTestHome(String type) {
        probe(Probe.LEVEL);
        return Accessories.find(accessories, "Test Home", type);
    }

    private static boolean isOpen(JsonObject characteristic) {
        return allows(characteristic, "pr") && allows(characteristic, "pw") && allows(characteristic, "ev");
    }

    private static boolean isOfType(JsonObject characteristic, String type) {
        String there = characteristic.get("type").getAsString();
        return there.equalsIgnoreCase(type)
                || there.equalsIgnoreCase("00000000".substring(type.length() > 8 ? 8 : type.length()) + type
                        + "-0000-1000-8000-0026BB765291");
    }

    private Stream<String> search(Predicate<JsonObject> wanted) {
        return Accessories.objects(accessories)
                .flatMap(accessory -> Accessories.characteristics(accessory).stream()
                        .filter(wanted)
                        .map(each -> id(accessory, each)));
    }

    private static String id(JsonObject accessory, JsonObject characteristic) {
        return accessory.get("aid").getAsLong() + "."
                + characteristic.get("iid").getAsLong();
    }
}
