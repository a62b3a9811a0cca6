// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Verifier;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Request;
import io.latchkey.pairing.AccessoryPairSetup;
import io.latchkey.pairing.AccessoryPairVerify;
import io.latchkey.pairing.AccessoryPairings;
import io.latchkey.pairing.Credentials;
import io.latchkey.pairing.Effect;
import io.latchkey.pairing.Outcome;
import io.latchkey.pairing.PairSetupState;
import io.latchkey.pairing.PairVerifyState;
import io.latchkey.pairing.SetupFacts;
import io.latchkey.pairing.Step;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An accessory with real pairing, some values and no wire; misbehaves when it is told to. */
public final class FakeAccessory {
    /** Its setup code. */
    public static final SetupCode CODE = SetupCode.of("031-45-154");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Verifier VERIFIER = Credentials.verifier(CODE, RANDOM);
    private static final String JSON = "application/hap+json";

    private final AccessoryIdentity identity;
    private final AccessoryPairSetup pairSetup;
    private final AccessoryPairVerify pairVerify;
    private final Map<CharacteristicId, JsonElement> values = new TreeMap<>();
    private final Map<String, Answer> scripted = new HashMap<>();
    private final List<FakeConnection> connections = new ArrayList<>();
    private PairSetupState setup = PairSetupState.idle();
    private Pairings pairings = Pairings.NONE;
    private int failedAttempts;
    private boolean silent;

    /** One of its own. */
    public FakeAccessory() {
        this(Credentials.newIdentity(RANDOM));
    }

    /** One that goes by the Device ID of another, with a key of its own. */
    public static FakeAccessory namesake(FakeAccessory other) {
        byte[] seed = new byte[32];
        RANDOM.nextBytes(seed);
        return new FakeAccessory(Credentials.identity(other.identity.deviceId(), seed));
    }

    private FakeAccessory(AccessoryIdentity identity) {
        this.identity = identity;
        this.pairSetup = new AccessoryPairSetup(identity, RANDOM);
        this.pairVerify = new AccessoryPairVerify(identity, RANDOM);
    }

    /** Who it is. */
    public AccessoryIdentity identity() {
        return identity;
    }

    /** Who is paired with it. */
    public Pairings pairings() {
        return pairings;
    }

    /** Pairs it with others, or with nobody. */
    public void pairings(Pairings now) {
        pairings = now;
    }

    /** Lets so many wrong codes have been tried. */
    public void failedAttempts(int count) {
        failedAttempts = count;
    }

    /** Lets it answer no more, or again. */
    public void silent(boolean isSilent) {
        silent = isSilent;
    }

    boolean isSilent() {
        return silent;
    }

    /** Lets it answer a request, such as {@code GET /accessories}, in that way. */
    public void script(String request, int status, String body) {
        script(request, status, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Lets it answer a request with bytes. */
    public void script(String request, int status, byte[] body) {
        scripted.put(request, body.length == 0 ? Answer.empty(status) : Answer.of(status, JSON, body));
    }

    /** Lets it answer a request as it would by itself. */
    public void unscript(String request) {
        scripted.remove(request);
    }

    /** Gives a characteristic a value. */
    public void value(CharacteristicId id, String json) {
        values.put(id, JsonParser.parseString(json));
    }

    /** The value of a characteristic, as JSON. */
    public String value(CharacteristicId id) {
        return values.get(id).toString();
    }

    /** Changes a value and tells those that are subscribed. */
    public void change(CharacteristicId id, String json) {
        value(id, json);
        JsonObject entry = entry(id);
        entry.add("value", values.get(id));
        connections.stream()
                .filter(each -> each.isOpen() && each.subscribed.contains(id))
                .forEach(each -> each.event(characteristics(List.of(entry))));
    }

    Answer answer(FakeConnection connection, Request request) {
        if (!connections.contains(connection)) {
            connections.add(connection);
        }
        String path = request.target().split("\\?")[0];
        Answer script = scripted.get(request.method() + " " + path);
        if (script != null) {
            return script;
        }
        boolean secured = connection.accessoryKeys.isPresent();
        return switch (path) {
            case "/pair-setup" -> secured ? Answer.empty(400) : setup(connection, request.body());
            case "/pair-verify" -> secured ? Answer.empty(400) : verify(connection, request.body());
            case "/identify" -> identify();
            default -> secured ? secured(connection, request, path) : status(470, -70411);
        };
    }

    private Answer secured(FakeConnection connection, Request request, String path) {
        return switch (request.method() + " " + path) {
            case "POST /pairings" ->
                done(
                        connection,
                        AccessoryPairings.answer(pairings, connection.controller.orElseThrow(), request.body()));
            case "GET /characteristics" -> read(request.target());
            case "PUT /characteristics" -> write(connection, parse(request));
            case "PUT /prepare" -> prepare(connection, parse(request));
            default -> status(404, -70409);
        };
    }

    private Answer setup(FakeConnection connection, byte[] body) {
        SetupFacts facts = new SetupFacts(VERIFIER, failedAttempts, pairings);
        Step<PairSetupState> step = pairSetup.answer(setup, connection, body, facts);
        setup = step.next();
        return done(connection, step.outcome());
    }

    private Answer verify(FakeConnection connection, byte[] body) {
        Step<PairVerifyState> step = pairVerify.answer(connection.verify, body, this::find);
        connection.verify = step.next();
        return done(connection, step.outcome());
    }

    private Optional<Pairing> find(ControllerId controller) {
        return pairings.pairings().stream()
                .filter(pairing -> pairing.controller().equals(controller))
                .findFirst();
    }

    private Answer done(FakeConnection connection, Outcome outcome) {
        for (Effect effect : outcome.effects()) {
            if (effect instanceof Effect.FailedAttempts counted) {
                failedAttempts = counted.count();
            } else if (effect instanceof Effect.PairingsChanged changed) {
                pairings = changed.pairings();
                connection.closesAfterAnswer = connection
                        .controller
                        .filter(changed.removed()::contains)
                        .isPresent();
            } else if (effect instanceof Effect.Secured secured) {
                connection.accessoryKeys = Optional.of(secured.keys());
                connection.controller = secured.controller();
            }
        }
        byte[] body = outcome.reply().body();
        int status = outcome.reply().status();
        return body.length == 0 ? Answer.empty(status) : Answer.of(status, "application/pairing+tlv8", body);
    }

    private Answer identify() {
        return pairings.pairings().isEmpty() ? Answer.empty(204) : status(400, -70401);
    }

    private Answer read(String target) {
        String ids = target.replaceFirst(".*[?&]id=", "").replaceFirst("&.*", "");
        List<JsonObject> entries = new ArrayList<>();
        for (String id : ids.split(",")) {
            String[] numbers = id.split("\\.");
            CharacteristicId read = CharacteristicId.of(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
            JsonObject entry = entry(read);
            if (values.containsKey(read)) {
                entry.add("value", values.get(read));
            } else {
                entry.addProperty("status", -70409);
            }
            entries.add(entry);
        }
        boolean whole = entries.stream().noneMatch(entry -> entry.has("status"));
        return json(whole ? 200 : 207, characteristics(entries));
    }

    private Answer write(FakeConnection connection, JsonObject body) {
        boolean timely = !body.has("pid")
                || connection.prepared.equals(Optional.of(body.get("pid").getAsLong()));
        connection.prepared = Optional.empty();
        List<JsonObject> results = new ArrayList<>();
        for (JsonElement each : body.getAsJsonArray("characteristics")) {
            JsonObject wanted = each.getAsJsonObject();
            CharacteristicId id = CharacteristicId.of(
                    wanted.get("aid").getAsLong(), wanted.get("iid").getAsLong());
            JsonObject result = entry(id);
            result.addProperty("status", timely ? write(connection, id, wanted) : -70410);
            if (wanted.has("r")) {
                result.add("value", wanted.get("value"));
            }
            results.add(result);
        }
        boolean silentSuccess =
                results.stream().noneMatch(each -> each.get("status").getAsInt() != 0 || each.has("value"));
        return silentSuccess ? Answer.empty(204) : json(207, characteristics(results));
    }

    private int write(FakeConnection connection, CharacteristicId id, JsonObject wanted) {
        if (!values.containsKey(id)) {
            return -70409;
        }
        if (wanted.has("ev") && wanted.get("ev").getAsBoolean()) {
            connection.subscribed.add(id);
        } else if (wanted.has("ev")) {
            connection.subscribed.remove(id);
        }
        if (wanted.has("value")) {
            values.put(id, wanted.get("value"));
        }
        return 0;
    }

    private static Answer prepare(FakeConnection connection, JsonObject body) {
        connection.prepared = Optional.of(body.get("pid").getAsLong());
        return json(200, "{\"status\":0}");
    }

    private static JsonObject entry(CharacteristicId id) {
        JsonObject entry = new JsonObject();
        entry.addProperty("aid", id.aid().value());
        entry.addProperty("iid", id.iid().value());
        return entry;
    }

    private static String characteristics(List<JsonObject> entries) {
        JsonArray array = new JsonArray();
        entries.forEach(array::add);
        JsonObject body = new JsonObject();
        body.add("characteristics", array);
        return body.toString();
    }

    private static JsonObject parse(Request request) {
        return JsonParser.parseString(new String(request.body(), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    private static Answer status(int http, int status) {
        return json(http, "{\"status\":" + status + "}");
    }

    private static Answer json(int status, String body) {
        return Answer.of(status, JSON, body.getBytes(StandardCharsets.UTF_8));
    }
}
