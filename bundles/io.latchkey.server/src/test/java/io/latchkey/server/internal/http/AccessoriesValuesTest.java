// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Answer;
import io.latchkey.server.internal.bridge.BridgeRig;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.MemoryTransport;
import io.latchkey.server.internal.fake.SampleCharacteristics;
import io.latchkey.server.internal.fake.ServerWait;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The values in the list of all accessories, from accessories that are silent, slow or overtaken too. */
class AccessoriesValuesTest {
    @Test
    void everyFormatHasAValueEvenWhenNobodyTellsOne() {
        Characteristic[] silent = Stream.of(Format.values())
                .map(format -> Characteristic.of(SampleCharacteristics.type(format.ordinal() + 1, format, "pr,ev"))
                        .read(() -> CompletableFuture.failedFuture(new IllegalStateException("broken")))
                        .build())
                .toArray(Characteristic[]::new);
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", SampleCharacteristics.of("Silent", silent)))) {
            assertEquals(List.of(), AccessoriesWalk.breaches(BridgeRig.text(rig.get("/accessories"))));
        }
    }

    @Test
    void aButtonIsNull() {
        Characteristic event =
                Characteristic.of(CharacteristicTypes.PROGRAMMABLE_SWITCH_EVENT).build();
        Accessory button = Accessory.of("button")
                .with(Service.of(ServiceTypes.STATELESS_PROGRAMMABLE_SWITCH)
                        .with(event)
                        .build())
                .build();
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", button))) {
            String list = BridgeRig.text(rig.get("/accessories"));
            assertTrue(list.contains("\"type\":\"73\""), list);
            assertEquals(List.of(), AccessoriesWalk.breaches(list));
        }
    }

    @Test
    void oneThatHangsDelaysTheListForTwoSecondsAtMost() {
        CompletableFuture<Value> never = new CompletableFuture<>();
        Characteristic slow = Characteristic.of(SampleCharacteristics.type(1, Format.UINT8, "pr"))
                .read(() -> never)
                .build();
        Accessory[] home = {SampleCharacteristics.of("Slow", slow), new LampAccessory("Lamp").accessory()};
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", home))) {
            FakeSession session = rig.session(BridgeRig.ADMIN);
            CompletableFuture<Answer> answer = rig.listener().send(session, "GET", "/accessories", new byte[0]);
            assertFalse(answer.isDone());
            rig.pass(Duration.ofSeconds(2));
            assertEquals(List.of(), AccessoriesWalk.breaches(BridgeRig.text(MemoryTransport.await(answer))));
            never.complete(Value.of(7L));
            assertTrue(BridgeRig.text(rig.get("/accessories")).contains("\"value\":7"));
        }
    }

    @Test
    void oneWithoutEventsIsAskedEachTime() {
        AtomicLong hours = new AtomicLong(7);
        Characteristic meter = Characteristic.of(SampleCharacteristics.type(1, Format.UINT8, "pr"))
                .value(() -> Value.of(hours.get()))
                .build();
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", SampleCharacteristics.of("Meter", meter)))) {
            assertTrue(BridgeRig.text(rig.get("/accessories")).contains("\"value\":7"));
            hours.set(8);
            assertTrue(BridgeRig.text(rig.get("/accessories")).contains("\"value\":8"));
        }
    }

    @Test
    void aReadThatAChangeOvertakesDoesNotBringTheOldValueBack() {
        CompletableFuture<Value> late = new CompletableFuture<>();
        Characteristic slow = Characteristic.of(SampleCharacteristics.type(1, Format.UINT8, "pr,ev"))
                .read(() -> late)
                .build();
        FakeProvider provider = new FakeProvider("test", SampleCharacteristics.of("Slow", slow));
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            FakeSession session = rig.session(BridgeRig.ADMIN);
            String target = "/characteristics?id=" + rig.id("Slow", "Gadget1");
            CompletableFuture<Answer> read = rig.listener().send(session, "GET", target, new byte[0]);
            ServerWait.until("the read begins", () -> late.getNumberOfDependents() > 0);
            provider.sink().changed(slow, Value.of(8L));
            late.complete(Value.of(7L));
            assertTrue(BridgeRig.text(MemoryTransport.await(read)).contains("\"value\":7"));
            assertTrue(BridgeRig.text(rig.get("/accessories")).contains("\"value\":8"));
        }
    }
}
