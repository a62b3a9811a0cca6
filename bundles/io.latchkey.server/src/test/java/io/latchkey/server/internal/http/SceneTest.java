// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Answer;
import io.latchkey.server.internal.bridge.BridgeRig;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.LampAccessory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A scene as Apple's controllers write it: one request for several accessories. */
class SceneTest {

    @Test
    void valuesOfSeveralAccessoriesMayBeMixed() {
        LampAccessory first = new LampAccessory("First");
        LampAccessory second = new LampAccessory("Second");
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", first.accessory(), second.accessory()))) {
            String entries = String.join(
                    ",",
                    entry(rig.id("First", "On"), 0),
                    entry(rig.id("Second", "Brightness"), 20),
                    entry(rig.id("Second", "On"), 1),
                    entry(rig.id("First", "Brightness"), 60));
            String scene = "{\"characteristics\":[" + entries + "]}";
            Answer answer = rig.ask(rig.session(BridgeRig.ADMIN), "PUT", "/characteristics", scene);
            assertEquals(204, answer.status());
            assertEquals(List.of(Value.FALSE, Value.of(60L)), List.of(first.on(), first.brightness()));
            assertEquals(List.of(Value.TRUE, Value.of(20L)), List.of(second.on(), second.brightness()));
        }
    }

    private static String entry(CharacteristicId id, int value) {
        return "{\"aid\":" + id.aid() + ",\"iid\":" + id.iid() + ",\"value\":" + value + "}";
    }
}
