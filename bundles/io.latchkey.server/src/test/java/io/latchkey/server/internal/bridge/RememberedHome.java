// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.Absence.Cause;
import io.latchkey.api.store.AccessoryShapes;
import io.latchkey.api.store.AccessoryStates;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.transport.Answer;
import io.latchkey.pairing.Credentials;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.MemoryTransport;
import io.latchkey.server.internal.fake.ServerWait;
import io.latchkey.server.internal.work.BusyLanes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** The store of a bridge that has shown lamps, and how it starts again. */
final class RememberedHome {
    static final Absence MISSING = new Absence(Cause.MISSING, "item Lamp isn't there");

    final FakeStore store = new FakeStore();

    /** A store of a bridge that has shown these lamps, the first one at brightness 77. */
    FakeStore shown(String... names) {
        store.save("home", Domain.IDENTITY, Credentials.newIdentity(new SecureRandom()));
        store.save(
                "home",
                Domain.PAIRINGS,
                new Pairings(List.of(new Pairing(BridgeRig.ADMIN, new byte[32], Permissions.ADMIN))));
        LampAccessory first = new LampAccessory(names[0]);
        Accessory[] lamps = IntStream.range(0, names.length)
                .mapToObj(i -> i == 0 ? first.accessory() : new LampAccessory(names[i]).accessory())
                .toArray(Accessory[]::new);
        FakeProvider provider = new FakeProvider("test", lamps);
        try (BridgeRig rig = BridgeRig.of(store, Map.of(), provider).ready()) {
            provider.sink().changed(first.brightnessDefinition(), Value.of(77L));
            rig.get(read(rig.id(names[0], "On")));
        }
        return store;
    }

    BridgeRig start(FakeProvider... providers) {
        BridgeRig rig = BridgeRig.of(store, Map.of(), providers).start();
        for (FakeProvider each : providers) {
            each.sink();
        }
        ServerWait.until("they have been opened", () -> BusyLanes.areQuiet(rig.lanes()));
        return rig;
    }

    static CompletableFuture<Answer> send(BridgeRig rig, FakeSession session, String method, String target) {
        return send(rig, session, method, target, "");
    }

    static CompletableFuture<Answer> send(
            BridgeRig rig, FakeSession session, String method, String target, String body) {
        return rig.listener().send(session, method, target, body.getBytes(StandardCharsets.UTF_8));
    }

    static String entry(CharacteristicId id, String members) {
        return "{\"characteristics\":[{\"aid\":" + id.aid() + ",\"iid\":" + id.iid() + "," + members + "}]}";
    }

    static String read(CharacteristicId... ids) {
        return "/characteristics?id="
                + String.join(",", List.of(ids).stream().map(Object::toString).toList());
    }

    static String text(CompletableFuture<Answer> answer) {
        return BridgeRig.text(MemoryTransport.await(answer));
    }

    void forgetShapes(String bridge) {
        store.save(bridge, Domain.ACCESSORIES, AccessoryShapes.EMPTY);
        store.save(bridge, Domain.STATES, AccessoryStates.EMPTY);
    }

    static void prune(BridgeRig rig, List<AbsentAccessory> those) {
        rig.actions().prune(those).toCompletableFuture().join();
    }
}
