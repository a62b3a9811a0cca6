// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.crypto.Ed25519;
import io.latchkey.pairing.ControllerPairSetup;
import io.latchkey.pairing.ControllerPairVerify;
import io.latchkey.pairing.ControllerPairings;
import io.latchkey.pairing.Conversation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A controller of our own, for tests: pairs, verifies and then asks one thing after the other on one connection. */
final class HapClient implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String TLV = "application/pairing+tlv8";
    private static final String JSON = "application/hap+json";

    private final HapWire wire;

    private HapClient(HapWire wire) {
        this.wire = wire;
    }

    /** Keys of a controller that nobody knows yet. */
    static ControllerKeys newKeys(String id) {
        return new ControllerKeys(new ControllerId(id), RANDOM.generateSeed(32), List.of());
    }

    /** The pairing that another controller with these keys would have. */
    static Pairing pairing(ControllerKeys keys, Permissions permissions) {
        return new Pairing(keys.id(), Ed25519.publicKey(keys.seed()), permissions);
    }

    /** Pairs on a connection of its own. */
    static ControllerKeys.Peer pair(InetSocketAddress address, ControllerKeys keys, SetupCode code) throws IOException {
        try (HapWire wire = HapWire.connect(address)) {
            return new HapClient(wire).lead("/pair-setup", ControllerPairSetup.begin(keys, code, RANDOM));
        }
    }

    /** Opens a verified session. */
    static HapClient verified(InetSocketAddress address, ControllerKeys keys, ControllerKeys.Peer bridge)
            throws IOException {
        HapClient client = new HapClient(HapWire.connect(address));
        client.wire.secure(client.lead("/pair-verify", ControllerPairVerify.begin(keys, bridge, RANDOM)));
        return client;
    }

    JsonArray accessories() throws IOException {
        HapWire.Message answer = get("/accessories");
        return JsonParser.parseString(answer.text()).getAsJsonObject().getAsJsonArray("accessories");
    }

    /** The characteristic of that type in the accessory of that name, as {@code aid.iid}. */
    static String find(JsonArray accessories, String name, String type) {
        return stream(accessories)
                .filter(accessory -> characteristics(accessory).stream()
                        .anyMatch(each -> each.get("type").getAsString().equals("23")
                                && each.get("value").getAsString().equals(name)))
                .flatMap(accessory -> characteristics(accessory).stream()
                        .filter(each -> each.get("type").getAsString().equals(type))
                        .map(each -> accessory.get("aid").getAsLong() + "."
                                + each.get("iid").getAsLong()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + " of " + name + " in " + accessories));
    }

    HapWire.Message get(String target) throws IOException {
        return wire.exchange("GET", target, JSON, new byte[0]);
    }

    /** Reads one characteristic, the whole entry. */
    JsonObject read(String id) throws IOException {
        return JsonParser.parseString(get("/characteristics?id=" + id).text())
                .getAsJsonObject()
                .getAsJsonArray("characteristics")
                .get(0)
                .getAsJsonObject();
    }

    /** Writes one member, such as {@code value} or {@code ev}, of one characteristic. */
    HapWire.Message put(String id, String member, String json) throws IOException {
        String[] numbers = id.split("\\.");
        String body = "{\"characteristics\":[{\"aid\":" + numbers[0] + ",\"iid\":" + numbers[1] + ",\"" + member + "\":"
                + json + "}]}";
        return wire.exchange("PUT", "/characteristics", JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The entries of the next event message, or empty when none came in that time. */
    Optional<JsonArray> event(Duration patience) throws IOException {
        return wire.event(patience)
                .map(message ->
                        JsonParser.parseString(message.text()).getAsJsonObject().getAsJsonArray("characteristics"));
    }

    List<Pairing> pairings() throws IOException {
        return lead("/pairings", ControllerPairings.list()).pairings();
    }

    void add(Pairing pairing) throws IOException {
        lead("/pairings", ControllerPairings.add(pairing));
    }

    void remove(ControllerId controller) throws IOException {
        lead("/pairings", ControllerPairings.remove(controller));
    }

    boolean isClosedWithin(Duration patience) throws IOException {
        return wire.isClosedWithin(patience);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    private <R> R lead(String path, Conversation<R> begun) throws IOException {
        Conversation<R> step = begun;
        while (step instanceof Conversation.Send<R> send) {
            HapWire.Message answer = wire.exchange("POST", path, TLV, send.request());
            if (answer.status() != 200) {
                throw new IOException(path + " answered " + answer.startLine());
            }
            step = send.answered(answer.body());
        }
        if (step instanceof Conversation.Done<R> done) {
            return done.result();
        }
        throw new IOException(path + ": " + step);
    }

    private static List<JsonObject> characteristics(JsonObject accessory) {
        return stream(accessory.getAsJsonArray("services"))
                .flatMap(service -> stream(service.getAsJsonArray("characteristics")))
                .toList();
    }

    private static Stream<JsonObject> stream(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).map(each -> each.getAsJsonObject());
    }
}
