// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.api.discovery.InstanceName;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.pairing.ControllerPairSetup;
import io.latchkey.pairing.ControllerPairVerify;
import io.latchkey.pairing.ControllerPairings;
import io.latchkey.pairing.Conversation;
import io.latchkey.pairing.Credentials;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A controller for tests: pairs, verifies and then asks one thing after the other on one connection. For one thread. */
public final class WireClient implements AutoCloseable {
    /** The media type of pairing messages. */
    public static final String TLV = "application/pairing+tlv8";
    /** The media type of everything else. */
    public static final String JSON = "application/hap+json";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final HapWire wire;

    private WireClient(HapWire wire) {
        this.wire = wire;
    }

    /** Keys of a controller that nobody knows yet. */
    public static ControllerKeys newKeys(String id) {
        return new ControllerKeys(new ControllerId(id), RANDOM.generateSeed(32), List.of());
    }

    /** The pairing that another controller with these keys would have. */
    public static Pairing pairing(ControllerKeys keys, Permissions permissions) {
        return new Pairing(keys.id(), Credentials.publicKey(keys), permissions);
    }

    /** Pairs on a connection of its own. */
    public static ControllerKeys.Peer pair(InetSocketAddress address, ControllerKeys keys, SetupCode code)
            throws IOException {
        return pair(HapWire.BRIDGE, address, keys, code);
    }

    /** Pairs on a connection of its own with a bridge whose instance name is known. */
    public static ControllerKeys.Peer pair(
            InstanceName bridge, InetSocketAddress address, ControllerKeys keys, SetupCode code) throws IOException {
        try (WireClient client = open(bridge, address)) {
            return client.pair(keys, code);
        }
    }

    /** Opens a connection, not verified yet. */
    public static WireClient open(InetSocketAddress address) throws IOException {
        return open(HapWire.BRIDGE, address);
    }

    /** Opens a connection to a bridge whose instance name is known, not verified yet. */
    public static WireClient open(InstanceName bridge, InetSocketAddress address) throws IOException {
        return new WireClient(HapWire.connect(bridge, address, 0));
    }

    /**
     * Opens a connection with a small receive buffer, not verified yet.
     *
     * @param receiveBuffer in bytes; 0 leaves it to the system
     */
    public static WireClient open(InetSocketAddress address, int receiveBuffer) throws IOException {
        return new WireClient(HapWire.connect(HapWire.BRIDGE, address, receiveBuffer));
    }

    /** Goes on with a connection that is open and not verified yet. */
    public static WireClient over(HapWire wire) {
        return new WireClient(wire);
    }

    /** Opens a verified session. */
    public static WireClient verified(InetSocketAddress address, ControllerKeys keys, ControllerKeys.Peer bridge)
            throws IOException {
        return verified(HapWire.BRIDGE, address, keys, bridge);
    }

    /** Opens a verified session with a bridge whose instance name is known. */
    public static WireClient verified(
            InstanceName name, InetSocketAddress address, ControllerKeys keys, ControllerKeys.Peer bridge)
            throws IOException {
        return verified(HapWire.connect(name, address, 0), keys, bridge);
    }

    /** Makes a verified session of a connection; closes it when that is refused. */
    public static WireClient verified(HapWire wire, ControllerKeys keys, ControllerKeys.Peer bridge)
            throws IOException {
        WireClient client = over(wire);
        try {
            client.verify(keys, bridge);
            return client;
        } catch (IOException refused) {
            client.close();
            throw refused;
        }
    }

    /** Pairs on this connection. */
    public ControllerKeys.Peer pair(ControllerKeys keys, SetupCode code) throws IOException {
        return lead("/pair-setup", ControllerPairSetup.begin(keys, code, RANDOM));
    }

    /** Verifies on this connection; from then on it is secured. */
    public void verify(ControllerKeys keys, ControllerKeys.Peer bridge) throws IOException {
        wire.secure(lead("/pair-verify", ControllerPairVerify.begin(keys, bridge, RANDOM)));
    }

    /** The connection itself. */
    public HapWire wire() {
        return wire;
    }

    /** The accessories of {@code GET /accessories}. */
    public JsonArray accessories() throws IOException {
        return get("/accessories").json().getAsJsonArray("accessories");
    }

    /** Sends a GET and gives its answer. */
    public WireMessage get(String target) throws IOException {
        return wire.exchange("GET", target, JSON, new byte[0]);
    }

    /** Sends JSON by PUT and gives the answer. */
    public WireMessage put(String target, String json) throws IOException {
        return wire.exchange("PUT", target, JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a pairing message by POST and gives the answer. */
    public WireMessage post(String target, byte[] tlv) throws IOException {
        return wire.exchange("POST", target, TLV, tlv);
    }

    /** Reads one characteristic, the whole entry. */
    public JsonObject read(String id) throws IOException {
        return get("/characteristics?id=" + id)
                .json()
                .getAsJsonArray("characteristics")
                .get(0)
                .getAsJsonObject();
    }

    /** Writes one member, such as {@code value} or {@code ev}, of one characteristic. */
    public WireMessage put(String id, String member, String json) throws IOException {
        String[] numbers = id.split("\\.");
        return put(
                "/characteristics",
                "{\"characteristics\":[{\"aid\":" + numbers[0] + ",\"iid\":" + numbers[1] + ",\"" + member + "\":"
                        + json + "}]}");
    }

    /** The entries of the next event message, or empty when none came in that time. */
    public Optional<JsonArray> event(Duration patience) throws IOException {
        return wire.event(patience)
                .map(message ->
                        JsonParser.parseString(message.text()).getAsJsonObject().getAsJsonArray("characteristics"));
    }

    /** All pairings, as an administrator sees them. */
    public List<Pairing> pairings() throws IOException {
        return lead("/pairings", ControllerPairings.list()).pairings();
    }

    /** Adds a pairing or changes its permissions. */
    public void add(Pairing pairing) throws IOException {
        lead("/pairings", ControllerPairings.add(pairing));
    }

    /** Removes a pairing. */
    public void remove(ControllerId controller) throws IOException {
        lead("/pairings", ControllerPairings.remove(controller));
    }

    /** Whether the other side closes within that time without a further byte. */
    public boolean isClosedWithin(Duration patience) throws IOException {
        return wire.isClosedWithin(patience);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    /**
     * Leads a procedure to its end on this connection.
     *
     * @throws RefusedException when the other side ends it with an error of its own
     */
    public <R> R lead(String path, Conversation<R> begun) throws IOException {
        Conversation<R> step = begun;
        while (step instanceof Conversation.Send<R> send) {
            WireMessage answer = post(path, send.request());
            if (answer.status() != 200) {
                throw new IOException(path + " answered " + answer.startLine());
            }
            step = send.answered(answer.body());
        }
        if (step instanceof Conversation.Done<R> done) {
            return done.result();
        }
        throw new RefusedException(path, ((Conversation.Failed<R>) step).reason());
    }
}
