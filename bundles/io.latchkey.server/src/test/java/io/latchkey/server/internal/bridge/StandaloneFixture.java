// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Domain;
import io.latchkey.pairing.ControllerPairSetup;
import io.latchkey.pairing.Conversation;
import io.latchkey.pairing.Credentials;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.MemoryTransport;
import io.latchkey.server.internal.fake.MemoryTransport.FakeListener;
import io.latchkey.server.internal.fake.ServerWait;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Homes of lamps some of which stand alone. */
final class StandaloneFixture {
    private static final SecureRandom RANDOM = new SecureRandom();

    private StandaloneFixture() {}

    /** A lamp that a bridge shows. */
    static Accessory bridged(String key) {
        return new LampAccessory(key).accessory();
    }

    /** A lamp that wants to be paired by itself. */
    static Accessory alone(String key) {
        return alone(new LampAccessory(key));
    }

    /** The accessory of a lamp that wants to be paired by itself. */
    static Accessory alone(LampAccessory lamp) {
        return Accessory.of(lamp.accessory().key())
                .info(lamp.accessory().info())
                .with(lamp.accessory().services().get(0))
                .standalone(AccessoryCategory.LIGHTING)
                .build();
    }

    /** The server that runs of the accessory which stands alone with that id. */
    static Bridge server(BridgeRig rig, String id) {
        ServerWait.until(id + " listens", () -> {
            rig.settle();
            return find(rig, id).isPresent();
        });
        return find(rig, id).orElseThrow();
    }

    static Optional<Bridge> find(BridgeRig rig, String id) {
        return rig.group().standalone().stream()
                .filter(each -> each.settings().id().equals(id))
                .filter(each -> each.listener().isPresent())
                .findFirst();
    }

    /** The keys of what a bridge shows. */
    static List<String> keys(Bridge bridge) {
        return FurtherBridgesFixture.keys(bridge);
    }

    /** Waits until bridge and server show these. */
    static void await(BridgeRig rig, List<String> onBridge, String server, List<String> alone) {
        ServerWait.until(onBridge + " on the bridge and " + alone + " on " + server, () -> {
            rig.settle();
            return keys(rig.bridge()).equals(onBridge)
                    && rig.group().standalone().stream()
                            .filter(each -> each.settings().id().equals(server))
                            .map(StandaloneFixture::keys)
                            .toList()
                            .equals(List.of(alone));
        });
    }

    /** Pairs a new controller with a server by its setup code. */
    static ControllerKeys pair(BridgeRig rig, Bridge server) {
        ControllerKeys keys = Credentials.newControllerKeys(RANDOM);
        FakeListener listener = rig.transport().listener(server.settings().id()).orElseThrow();
        FakeSession session = listener.connect();
        Conversation<ControllerKeys.Peer> now = ControllerPairSetup.begin(
                keys, server.loaded().orElseThrow().trust().setupCode().orElseThrow(), RANDOM);
        while (now instanceof Conversation.Send<ControllerKeys.Peer> send) {
            rig.pass(Duration.ofSeconds(1)); // an address may begin once a second
            now = send.answered(MemoryTransport.await(listener.send(session, "POST", "/pair-setup", send.request()))
                    .body());
        }
        if (!(now instanceof Conversation.Done)) {
            throw new AssertionError("not paired: " + now);
        }
        return keys;
    }

    /** What a server answers to a controller that reads all; one pairs if nobody has. */
    static String accessories(BridgeRig rig, Bridge server) {
        FakeListener listener = rig.transport().listener(server.settings().id()).orElseThrow();
        return BridgeRig.text(listener.ask(session(rig, server), "GET", "/accessories", ""));
    }

    /** A connection of a controller that a server knows; one pairs if nobody has. */
    static FakeSession session(BridgeRig rig, Bridge server) {
        if (!server.loaded().orElseThrow().trust().isPaired()) {
            pair(rig, server);
        }
        FakeSession session =
                rig.transport().listener(server.settings().id()).orElseThrow().connect();
        session.secure(server.loaded().orElseThrow().trust().pairings().get(0).controller());
        return session;
    }

    static AccessoryId aid(Bridge bridge, String key) {
        return BridgeReport.accessories(bridge).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow()
                .aid();
    }

    static int number(FakeStore store, String bridge) {
        return store.load(bridge, Domain.CONFIGURATION).orElseThrow().number().value();
    }
}
