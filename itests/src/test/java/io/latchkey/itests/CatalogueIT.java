// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.api.model.Catalogue;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.ServiceType;
import io.latchkey.itests.wire.Accessories;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our catalogue against the definitions of npm's hap-nodejs: each difference is here, with its reason. */
class CatalogueIT {
    private static final int RUN_SECONDS = 60;

    /** What is defined otherwise there, and why we stay with ours. */
    private static final Map<String, String> DIFFERENT = Map.ofEntries(
            Map.entry("CameraOperatingModeIndicator permissions", "a timed write is a camera's choice, not the type's"),
            Map.entry("NightVision permissions", "a timed write is a camera's choice, not the type's"),
            Map.entry("RecordingAudioActive permissions", "a timed write is a camera's choice, not the type's"),
            Map.entry("DisplayOrder permissions", "may be written only where a maker adds that"),
            Map.entry("IsConfigured permissions", "may be written only where a maker adds that"),
            Map.entry("ColorTemperature format", "uint32 in HomeKitADK and in most others"),
            Map.entry("ImageRotation format", "float in HAP specification R2"),
            Map.entry("ImageRotation maximum", "the turns are 0, 90, 180 and 270 degrees"),
            Map.entry("ImageRotation step", "the turns are 0, 90, 180 and 270 degrees"),
            Map.entry("ThreadStatus maximum", "its flags reach up to 64"),
            Map.entry("ActivityInterval minimum", "no limit: unsigned numbers begin with 0"),
            Map.entry("SleepInterval minimum", "no limit: unsigned numbers begin with 0"),
            Map.entry("CameraRecordingManagement required", "there is no recording without its configurations"),
            Map.entry("CameraRecordingManagement optional", "there is no recording without its configurations"));

    /** What hap-nodejs doesn't define: withdrawn, or known from others only. */
    private static final String OURS_ALONE = "BridgeConfiguration, BridgingState, CameraControl, Category,"
            + " ConfigureBridgedAccessory, ConfigureBridgedAccessoryStatus, CurrentTime, DayOfTheWeek,"
            + " DiscoverBridgedAccessories, DiscoveredBridgedAccessories, LinkQuality, Reachable, ServiceSignature,"
            + " TargetAirQuality, TargetSlatState, TimeInformation, TimeUpdate";

    private static JsonObject foreign;

    @BeforeAll
    static void ask() throws IOException, InterruptedException {
        Npm npm = Npm.install();
        Process node = npm.start("catalogue", Map.of());
        try {
            Eventually.endAfter(RUN_SECONDS, node);
            foreign = JsonParser.parseReader(node.inputReader()).getAsJsonObject();
            Npm.finish(node, RUN_SECONDS, "hap-nodejs", npm.log("catalogue"));
        } finally {
            node.destroyForcibly();
        }
    }

    @Test
    void differencesAreTheKnownOnes() {
        SortedMap<String, String> found = new TreeMap<>();
        entries("characteristics").forEach(each -> compare(each, found));
        entries("services").forEach(each -> compareService(each, found));
        assertEquals(new TreeSet<>(DIFFERENT.keySet()), found.keySet(), found.toString());
    }

    @Test
    void everythingOfTheirsIsThere() {
        Collection<String> theirs = Stream.concat(entries("characteristics"), entries("services"))
                .map(each -> text(each, "name"))
                .toList();
        Collection<String> ours = Stream.concat(
                        Catalogue.characteristics().stream().map(CharacteristicType::name),
                        Catalogue.services().stream().map(ServiceType::name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(252 + 73, theirs.size());
        assertEquals(265 + 77, ours.size());
        ours.removeAll(theirs);
        assertEquals(OURS_ALONE, String.join(", ", ours));
    }

    private static void compare(JsonObject theirs, Map<String, String> found) {
        CharacteristicType ours = Catalogue.characteristic(text(theirs, "name"));
        note(found, ours.name() + " type", text(theirs, "uuid"), ours.uuid().text());
        note(
                found,
                ours.name() + " format",
                text(theirs, "format"),
                ours.format().wireName());
        note(
                found,
                ours.name() + " unit",
                text(theirs, "unit"),
                ours.unit().map(unit -> unit.wireName()).orElse(""));
        note(
                found,
                ours.name() + " permissions",
                texts(theirs.getAsJsonArray("permissions")),
                ours.permissions().stream().map(Permission::wireName).collect(Collectors.toCollection(TreeSet::new)));
        note(
                found,
                ours.name() + " minimum",
                number(theirs, "minimum"),
                plain(ours.constraints().minimum()));
        note(
                found,
                ours.name() + " maximum",
                number(theirs, "maximum"),
                plain(ours.constraints().maximum()));
        note(
                found,
                ours.name() + " step",
                number(theirs, "step"),
                plain(ours.constraints().step()));
    }

    private static void compareService(JsonObject theirs, Map<String, String> found) {
        ServiceType ours = Catalogue.service(text(theirs, "name"));
        Function<Collection<CharacteristicType>, Object> types =
                all -> all.stream().map(each -> each.uuid().text()).collect(Collectors.toCollection(TreeSet::new));
        note(found, ours.name() + " type", text(theirs, "uuid"), ours.uuid().text());
        note(found, ours.name() + " required", texts(theirs.getAsJsonArray("required")), types.apply(ours.required()));
        note(found, ours.name() + " optional", texts(theirs.getAsJsonArray("optional")), types.apply(ours.optional()));
    }

    private static void note(Map<String, String> found, String what, Object theirs, Object ours) {
        if (!Objects.equals(theirs, ours)) {
            found.put(what, "theirs " + theirs + ", ours " + ours);
        }
    }

    private static Stream<JsonObject> entries(String name) {
        return Accessories.objects(foreign.getAsJsonArray(name));
    }

    private static String text(JsonObject object, String member) {
        return object.get(member).getAsString();
    }

    private static Collection<String> texts(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsString).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String number(JsonObject object, String member) {
        JsonElement number = object.get(member);
        return plain(number.isJsonNull() ? Optional.empty() : Optional.of(number.getAsBigDecimal()));
    }

    private static String plain(Optional<BigDecimal> number) {
        return number.map(each -> each.stripTrailingZeros().toPlainString()).orElse("none");
    }
}
