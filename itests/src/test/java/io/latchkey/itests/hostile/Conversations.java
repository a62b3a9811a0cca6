// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.transport.SessionKeys;
import io.latchkey.itests.Eventually;
import io.latchkey.itests.FrameworkBridge;
import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireFault;
import io.latchkey.itests.wire.WireMessage;
import io.latchkey.pairing.ControllerPairSetup;
import io.latchkey.pairing.ControllerPairVerify;
import io.latchkey.pairing.ControllerPairings;
import io.latchkey.pairing.Conversation;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/**
 * Conversations with a bridge that go well up to one message, which is damaged; then the peer says that it has finished and
 * listens. The number of a conversation decides everything but the keys. Safe for all threads.
 */
final class Conversations {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String UNPAIRED = "unpaired";
    private static final int KINDS = 50;
    private static final byte[] NOTHING = {};

    private final Victim victim;
    private final InetSocketAddress unpaired;
    private final List<String> requests;

    /** Prepares them; the second bridge, which nobody has paired with, takes part too. */
    Conversations(Victim victim) throws IOException {
        this.victim = victim;
        this.unpaired =
                FrameworkBridge.start(victim.runtime(), UNPAIRED, Map.of()).address();
        String[] lux = victim.lux(1).split("\\.");
        String[] on = victim.on(1).split("\\.");
        String entry = "{\"aid\":" + on[0] + ",\"iid\":" + on[1];
        this.requests = List.of(
                "GET /accessories",
                "GET /characteristics?id=" + victim.lux(1) + "," + victim.on(2) + "&meta=1&perms=1&type=1&ev=1",
                "PUT /characteristics {\"characteristics\":[" + entry + ",\"value\":true,\"r\":true}]}",
                "PUT /characteristics {\"characteristics\":[{\"aid\":" + lux[0] + ",\"iid\":" + lux[1]
                        + ",\"ev\":true}," + entry + ",\"value\":1.0e0,\"authData\":\"QUJD\",\"remote\":false}]}",
                "PUT /characteristics {\"characteristics\":[" + entry + ",\"value\":0}],\"pid\":11122333}",
                "PUT /prepare {\"ttl\":2500,\"pid\":11122333}",
                "POST /identify",
                "POST /resource {\"image-width\":640,\"image-height\":480,\"resource-type\":\"image\",\"aid\":1}");
    }

    /** Holds one conversation and says how it ended. Fails where the bridge broke a rule or didn't answer in time. */
    String hold(int number) throws IOException {
        Mutator mutator = new Mutator(number);
        int kind = number % KINDS;
        if (kind == 0) {
            return pairSetup(mutator, number / KINDS % 3);
        } else if (kind < 10) {
            return plain(damaged(mutator, "/pair-setup", first(beginSetup())));
        } else if (kind < 22) {
            return plain(damaged(mutator, "/pair-verify", first(beginVerify())));
        } else if (kind < 28) {
            return plain(damaged(mutator));
        } else if (kind < 32) {
            return lastVerify(mutator);
        }
        return secured(mutator, kind);
    }

    /** Expects the second bridge to be as it was. */
    void assertNobodyWasPaired() {
        BridgeRuntime bridges = victim.runtime().service(BridgeRuntime.class);
        assertEquals(List.of(), bridges.pairings(UNPAIRED));
        Eventually.until(
                Victim.PATIENCE,
                "its sessions to end",
                () -> bridges.sessions(UNPAIRED).isEmpty());
    }

    private String secured(Mutator mutator, int kind) throws IOException {
        boolean byAdmin = kind % 2 == 0 && kind < 36;
        try (WireClient session = byAdmin ? victim.admin() : victim.guest()) {
            HapWire wire = session.wire();
            if (kind < 36) {
                Conversation<?> asked = byAdmin
                        ? ControllerPairings.list()
                        : ControllerPairings.add(WireClient.pairing(WireClient.newKeys("stranger"), Permissions.ADMIN));
                wire.send(damaged(mutator, "/pairings", first(asked)));
            } else if (kind < 40) {
                wire.sendRaw(mutator.mutate(wire.seal(damaged(mutator), 1 + mutator.below(200))));
            } else {
                wire.send(damaged(mutator));
            }
            return end(wire);
        }
    }

    private String plain(byte[] request) throws IOException {
        try (HapWire wire = HapWire.connect(victim.address())) {
            wire.sendRaw(request);
            return end(wire);
        }
    }

    private String lastVerify(Mutator mutator) throws IOException {
        try (HapWire wire = HapWire.connect(victim.address())) {
            Conversation.Send<SessionKeys> begun = (Conversation.Send<SessionKeys>) beginVerify();
            wire.sendRaw(post("/pair-verify", begun.request()));
            byte[] request = first(begun.answered(wire.answer().body()));
            wire.sendRaw(damaged(mutator, "/pair-verify", request));
            return end(wire);
        }
    }

    /** With the bridge that isn't paired: M1, M3 or what M5 has sealed is damaged, so nothing may come of it. */
    private String pairSetup(Mutator mutator, int damaged) throws IOException {
        synchronized (unpaired) {
            try (HapWire wire = HapWire.connect(unpaired)) {
                Conversation<ControllerKeys.Peer> step = beginSetup();
                for (int sent = 0; step instanceof Conversation.Send<ControllerKeys.Peer> send; sent++) {
                    byte[] request = send.request();
                    if (sent == damaged) {
                        request[request.length - 1] ^= 1;
                        wire.sendRaw(
                                sent == 2 ? post("/pair-setup", request) : damaged(mutator, "/pair-setup", request));
                        return end(wire);
                    }
                    wire.sendRaw(post("/pair-setup", request));
                    step = send.answered(wire.answer().body());
                }
                return "busy";
            }
        }
    }

    /** Says that nothing more will come, and listens to the end. */
    private static String end(HapWire wire) throws IOException {
        String outcome = "closed";
        try {
            wire.shutdownOutput();
            for (WireMessage message = wire.answer(); ; message = wire.answer()) {
                outcome = Integer.toString(message.status());
            }
        } catch (WireFault fault) {
            throw fault;
        } catch (EOFException | SocketException closed) {
            return outcome;
        }
    }

    /** A request of a controller, damaged somewhere or only in its body. */
    private byte[] damaged(Mutator mutator) {
        String[] parts = requests.get(mutator.below(requests.size())).split(" ", 3);
        byte[] body = parts.length < 3 ? NOTHING : parts[2].getBytes(StandardCharsets.UTF_8);
        return damaged(mutator, parts[0], parts[1], WireClient.JSON, body);
    }

    /** A pairing message, damaged somewhere or only in its body. */
    private static byte[] damaged(Mutator mutator, String path, byte[] body) {
        return damaged(mutator, "POST", path, WireClient.TLV, body);
    }

    private static byte[] damaged(Mutator mutator, String method, String target, String type, byte[] body) {
        return body.length > 0 && mutator.below(2) == 0
                ? HapWire.request(method, target, type, mutator.mutate(body))
                : mutator.mutate(HapWire.request(method, target, type, body));
    }

    private static byte[] post(String path, byte[] body) {
        return HapWire.request("POST", path, WireClient.TLV, body);
    }

    private static byte[] first(Conversation<?> begun) {
        return ((Conversation.Send<?>) begun).request();
    }

    private static Conversation<ControllerKeys.Peer> beginSetup() {
        return ControllerPairSetup.begin(WireClient.newKeys("stranger"), FrameworkBridge.CODE, RANDOM);
    }

    private Conversation<SessionKeys> beginVerify() {
        return ControllerPairVerify.begin(victim.guestKeys(), victim.peer(), RANDOM);
    }
}
