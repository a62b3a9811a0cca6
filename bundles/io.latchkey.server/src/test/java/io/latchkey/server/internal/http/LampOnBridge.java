// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.server.internal.bridge.BridgeRig;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.LampAccessory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests with a lamp on a paired bridge. */
abstract class LampOnBridge {
    final LampAccessory lamp = new LampAccessory("Lamp");
    final FakeProvider provider = new FakeProvider("test", lamp.accessory());
    BridgeRig rig;
    AccessorySink sink;
    CharacteristicId on;
    CharacteristicId brightness;

    @BeforeEach
    void start() {
        rig = BridgeRig.paired(provider);
        sink = provider.sink();
        on = rig.id("Lamp", "On");
        brightness = rig.id("Lamp", "Brightness");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    FakeSession subscriber(CharacteristicId id) {
        FakeSession session = rig.session(BridgeRig.ADMIN);
        put(session, id, "\"ev\":true");
        return session;
    }

    void put(FakeSession session, CharacteristicId id, String members) {
        String body = "{\"characteristics\":[{\"aid\":" + id.aid() + ",\"iid\":" + id.iid() + "," + members + "}]}";
        assertEquals(204, rig.ask(session, "PUT", "/characteristics", body).status());
    }
}
