// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.latchkey.api.model.Catalogue;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.HapUuid;
import io.latchkey.api.model.ServiceType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What an answer to {@code GET /accessories} must be for a controller to take it: HAP specification R2 sections 2.5, 2.6
 * and 6.3, HomeKitADK's validation, and what iOS is known to refuse.
 */
public final class DatabaseRules {
    private static final long SAFE_INTEGER = (1L << 53) - 1;
    private static final String INFORMATION = "3E";
    private static final String PROTOCOL = "A2";
    private static final Set<String> SERVICE_MEMBERS =
            Set.of("iid", "type", "characteristics", "primary", "hidden", "linked");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N} ']*[\\p{L}\\p{N}])?");
    private static final Pattern REVISION = Pattern.compile("(0|[1-9]\\d{0,9})(\\.(0|[1-9]\\d{0,9})){0,2}");

    private final Violations violations = new Violations();

    private DatabaseRules() {}

    /** Every rule that the accessories break, empty when they are valid. */
    public static List<String> check(JsonArray accessories) {
        DatabaseRules rules = new DatabaseRules();
        rules.checkAll(objects(accessories));
        return rules.violations.all();
    }

    private static List<JsonObject> objects(JsonArray array) {
        List<JsonObject> objects = new ArrayList<>();
        array.forEach(each -> objects.add(each.getAsJsonObject()));
        return objects;
    }

    private void checkAll(List<JsonObject> accessories) {
        violations.unless(accessories.size() <= 150, "accessories", "at most 150");
        violations.unless(
                accessories.get(0).get("aid").getAsLong() == 1, "accessories", "the bridge comes first, aid 1");
        Set<Long> aids = new HashSet<>();
        for (JsonObject accessory : accessories) {
            long aid = accessory.get("aid").getAsLong();
            String where = "accessory " + aid;
            violations.unless(aids.add(aid), where, "no aid twice");
            violations.unless(aid >= 1 && aid <= SAFE_INTEGER, where, "aid from 1 to 2^53-1");
            violations.unless(accessory.keySet().equals(Set.of("aid", "services")), where, "aid and services");
            checkServices(where, aid, objects(accessory.getAsJsonArray("services")));
        }
    }

    private void checkServices(String where, long aid, List<JsonObject> services) {
        violations.unless(services.size() <= 100, where, "at most 100 services");
        violations.unless(count(services, each -> is(each, "primary")) <= 1, where, "at most one primary service");
        violations.unless(
                count(services, each -> type(each).equals(PROTOCOL)) == (aid == 1 ? 1 : 0),
                where,
                "protocol information on the bridge only");
        violations.unless(
                type(services.get(0)).equals(INFORMATION) && iid(services.get(0)) == 1,
                where,
                "accessory information first, iid 1");
        violations.unless(count(services, each -> type(each).equals(INFORMATION)) == 1, where, "one information");
        checkIids(where, services);
        for (JsonObject service : services) {
            checkService(where + " service " + iid(service), service, services);
        }
        checkInformation(where, services.get(0));
    }

    private void checkIids(String where, List<JsonObject> services) {
        Set<Long> iids = new HashSet<>();
        for (JsonObject service : services) {
            violations.unless(iids.add(iid(service)) && iid(service) >= 1, where, "iid " + iid(service) + " once");
            for (JsonObject each : characteristics(service)) {
                violations.unless(iids.add(iid(each)) && iid(each) >= 1, where, "iid " + iid(each) + " once");
            }
        }
    }

    private void checkService(String where, JsonObject service, List<JsonObject> services) {
        violations.unless(SERVICE_MEMBERS.containsAll(service.keySet()), where, "no members but " + SERVICE_MEMBERS);
        violations.unless(new HapUuid(type(service)).text().equals(type(service)), where, "type in its short form");
        List<JsonObject> characteristics = characteristics(service);
        violations.unless(!characteristics.isEmpty() && characteristics.size() <= 100, where, "1 to 100");
        checkLinks(where, service, services);
        Set<String> types = new HashSet<>();
        for (JsonObject each : characteristics) {
            violations.unless(types.add(type(each)), where, "no type twice: " + type(each));
            new CharacteristicRules(violations, where + " characteristic " + iid(each), each).check();
        }
        Optional<ServiceType> known = Catalogue.services().stream()
                .filter(each -> each.uuid().text().equals(type(service)))
                .findFirst();
        violations.unless(known.isPresent() || !isOfApple(service), where, "a type of the catalogue");
        for (CharacteristicType required : known.map(ServiceType::required).orElse(List.of())) {
            violations.unless(types.contains(required.uuid().text()), where, "has " + required);
        }
    }

    private void checkLinks(String where, JsonObject service, List<JsonObject> services) {
        Set<Long> links = new HashSet<>();
        JsonArray linked = service.has("linked") ? service.getAsJsonArray("linked") : new JsonArray();
        for (JsonElement each : linked) {
            long link = each.getAsLong();
            violations.unless(links.add(link), where, "no link twice");
            violations.unless(link != iid(service), where, "no link to itself");
            violations.unless(count(services, other -> iid(other) == link) == 1, where, "links to a service");
        }
    }

    private void checkInformation(String where, JsonObject information) {
        violations.unless(text(information, "20", 1), where, "a manufacturer of 1 to 64 bytes");
        violations.unless(text(information, "21", 2), where, "a model of 2 to 64 bytes");
        violations.unless(text(information, "30", 2), where, "a serial number of 2 to 64 bytes");
        violations.unless(NAME.matcher(value(information, "23")).matches(), where, "a name that Home takes");
        violations.unless(REVISION.matcher(value(information, "52")).matches(), where, "a firmware revision x.y.z");
    }

    private static boolean text(JsonObject service, String type, int least) {
        int length = value(service, type).getBytes(StandardCharsets.UTF_8).length;
        return length >= least && length <= 64;
    }

    private static String value(JsonObject service, String type) {
        return characteristics(service).stream()
                .filter(each -> type(each).equals(type))
                .map(each -> each.get("value").getAsString())
                .findFirst()
                .orElse("");
    }

    private static long count(List<JsonObject> objects, Predicate<JsonObject> condition) {
        return objects.stream().filter(condition).count();
    }

    private static boolean is(JsonObject object, String member) {
        return object.has(member) && object.get(member).getAsBoolean();
    }

    private static List<JsonObject> characteristics(JsonObject service) {
        return objects(service.getAsJsonArray("characteristics"));
    }

    private static boolean isOfApple(JsonObject service) {
        return !type(service).contains("-");
    }

    private static String type(JsonObject object) {
        return object.get("type").getAsString();
    }

    private static long iid(JsonObject object) {
        return object.get("iid").getAsLong();
    }
}
