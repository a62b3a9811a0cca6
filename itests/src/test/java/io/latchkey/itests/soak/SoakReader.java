// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads, and judges what comes back: ids in order, the right status for each, legal values, and no number that is stale. */
final class SoakReader {
    private static final int MANY = 40;
    private static final int BURST = 8;
    private static final String NOBODY = "9999.9";
    private static final String DESCRIBED = "&meta=1&perms=1&type=1&ev=1";

    private final SoakTargets home;
    private final Random random;
    private final List<NumberedCharacteristic> subjects;

    SoakReader(SoakTargets home, Random random) {
        this.home = home;
        this.random = random;
        this.subjects = home.all(kind -> kind != Kind.DEAF);
    }

    /** One characteristic. */
    void one(Talk talk) throws IOException {
        read(talk, "read 1", List.of(good().id()), "");
    }

    /** Forty characteristics, some of which can't be read. */
    void many(Talk talk) throws IOException {
        read(talk, "read 40", mixed(MANY), "");
    }

    /** A few characteristics with all that describes them. */
    void described(Talk talk) throws IOException {
        read(talk, "read described", mixed(5), DESCRIBED);
    }

    /** One that doesn't answer, together with one that does. */
    void deaf(Talk talk) throws IOException {
        read(talk, "read of a deaf one", List.of(home.any(Kind.DEAF, random).id(), good().id()), "");
    }

    /** The values of characteristics as they are now. */
    Map<NumberedCharacteristic, JsonElement> all(Talk talk, Set<NumberedCharacteristic> wanted) throws IOException {
        List<NumberedCharacteristic> left = new ArrayList<>(wanted);
        left.removeIf(subject -> subject.kind().readStatus() != Kind.SUCCESS);
        Map<NumberedCharacteristic, JsonElement> values = new HashMap<>();
        while (!left.isEmpty()) {
            List<NumberedCharacteristic> some = left.subList(0, Math.min(MANY, left.size()));
            List<String> ids = some.stream().map(NumberedCharacteristic::id).toList();
            JsonArray entries = read(talk, "read 40", ids, "");
            for (int i = 0; i < entries.size(); i++) {
                values.put(some.get(i), entries.get(i).getAsJsonObject().get("value"));
            }
            some.clear();
        }
        return values;
    }

    /** Several requests in one segment. */
    void burst(Talk talk) throws IOException {
        List<List<String>> wanted = new ArrayList<>();
        for (int i = random.nextInt(2, BURST); i > 0; i--) {
            wanted.add(mixed(random.nextInt(1, 4)));
        }
        Map<NumberedCharacteristic, Long> floors = floors();
        List<WireMessage> answers = talk.askTogether(
                "reads in one burst",
                wanted.stream().map(ids -> SoakRequests.get(target(ids, ""))).toList());
        for (int i = 0; i < answers.size(); i++) {
            check(talk, answers.get(i), wanted.get(i), "", floors);
        }
    }

    /** A request in small frames and odd segments. */
    void pieces(Talk talk) throws IOException {
        List<String> ids = mixed(10);
        Map<NumberedCharacteristic, Long> floors = floors();
        check(talk, talk.askInPieces("read in pieces", SoakRequests.get(target(ids, "")), random), ids, "", floors);
    }

    /** All accessories. */
    void accessories(Talk talk) throws IOException {
        Map<NumberedCharacteristic, Long> floors = floors();
        WireMessage answer = talk.ask("accessories", SoakRequests.get("/accessories"));
        if (!talk.expect(answer, 200, "/accessories")) {
            return;
        }
        Set<NumberedCharacteristic> missing = new HashSet<>(home.all(kind -> true));
        Accessories.objects(answer.json().getAsJsonArray("accessories"))
                .forEach(accessory -> Accessories.characteristics(accessory)
                        .forEach(each -> home.find(accessory.get("aid") + "." + each.get("iid"))
                                .filter(missing::remove)
                                .ifPresent(subject -> listed(talk, subject, each, floors))));
        if (!missing.isEmpty()) {
            talk.fault("accessories incomplete", missing.toString());
        }
    }

    private void listed(
            Talk talk, NumberedCharacteristic subject, JsonObject entry, Map<NumberedCharacteristic, Long> floors) {
        ReadValues.assertDescribed(talk, subject, entry);
        if (entry.has("value") != subject.kind().isReadable()) {
            talk.fault("accessories value", subject + " " + entry);
        } else if (subject.kind().readStatus() == Kind.SUCCESS) {
            ReadValues.value(talk, "accessories", subject, entry.get("value"), floors);
        }
    }

    private JsonArray read(Talk talk, String operation, List<String> ids, String more) throws IOException {
        Map<NumberedCharacteristic, Long> floors = floors();
        return check(talk, talk.ask(operation, SoakRequests.get(target(ids, more))), ids, more, floors);
    }

    private JsonArray check(
            Talk talk, WireMessage answer, List<String> ids, String more, Map<NumberedCharacteristic, Long> floors) {
        boolean allGood = ids.stream().allMatch(id -> status(id) == Kind.SUCCESS);
        String request = target(ids, more);
        if (!talk.expect(answer, allGood ? 200 : 207, request)) {
            return new JsonArray();
        }
        JsonArray entries = answer.json().getAsJsonArray("characteristics");
        List<String> answered = Accessories.objects(entries)
                .map(entry -> entry.get("aid") + "." + entry.get("iid"))
                .toList();
        if (!answered.equals(ids)) {
            talk.fault("read of others", request + " -> " + answer.text());
            return new JsonArray();
        }
        for (int i = 0; i < ids.size(); i++) {
            entry(talk, ids.get(i), entries.get(i).getAsJsonObject(), allGood, !more.isEmpty(), floors);
        }
        return entries;
    }

    private void entry(
            Talk talk,
            String id,
            JsonObject entry,
            boolean allGood,
            boolean described,
            Map<NumberedCharacteristic, Long> floors) {
        int status = entry.has("status") ? entry.get("status").getAsInt() : Kind.SUCCESS;
        Optional<NumberedCharacteristic> subject = home.find(id);
        if (status != status(id) || entry.has("status") == allGood || entry.has("value") != (status == Kind.SUCCESS)) {
            talk.fault(
                    "read status", subject.map(NumberedCharacteristic::toString).orElse(id) + " " + entry);
        } else if (status == Kind.SUCCESS) {
            ReadValues.value(talk, "read", subject.orElseThrow(), entry.get("value"), floors);
            if (described) {
                ReadValues.assertDescribed(talk, subject.orElseThrow(), entry);
            }
        }
    }

    private Map<NumberedCharacteristic, Long> floors() {
        return home.all(Kind::isNumbered).stream()
                .collect(Collectors.toMap(each -> each, NumberedCharacteristic::established));
    }

    private int status(String id) {
        return home.find(id).map(subject -> subject.kind().readStatus()).orElse(Kind.UNKNOWN);
    }

    private NumberedCharacteristic good() {
        NumberedCharacteristic subject = SoakTargets.pick(subjects, random);
        return subject.kind().readStatus() == Kind.SUCCESS ? subject : good();
    }

    private List<String> mixed(int count) {
        boolean onlyGood = random.nextBoolean();
        List<String> ids = new ArrayList<>();
        while (ids.size() < count) {
            ids.add(onlyGood ? good().id() : SoakTargets.pick(subjects, random).id());
        }
        if (!onlyGood && random.nextBoolean()) {
            ids.set(random.nextInt(count), NOBODY);
        }
        return ids;
    }

    private static String target(List<String> ids, String more) {
        return "/characteristics?id=" + String.join(",", ids) + more;
    }
}
