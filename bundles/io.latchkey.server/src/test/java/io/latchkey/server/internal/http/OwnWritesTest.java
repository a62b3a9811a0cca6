// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Event;
import io.latchkey.server.internal.bridge.BridgeRig;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.SampleCharacteristics;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a session hears of what it wrote itself. */
class OwnWritesTest extends LampOnBridge {
    @Test
    void whoWroteDoesNotHearItsOwnValueButOthersDo() {
        FakeSession writer = subscriber(brightness);
        FakeSession other = subscriber(brightness);
        put(writer, brightness, "\"value\":30");
        sink.changed(lamp.brightnessDefinition(), Value.of(30L));
        assertEquals(List.of(), writer.takeEvents());
        assertEquals(List.of(new Event(brightness, Value.of(30L))), other.takeEvents());
    }

    @Test
    void whoWroteHearsWhenTheDeviceEndsWithAnotherValue() {
        FakeSession writer = subscriber(brightness);
        put(writer, brightness, "\"value\":30");
        sink.changed(lamp.brightnessDefinition(), Value.of(25L));
        sink.changed(lamp.brightnessDefinition(), Value.of(30L));
        assertEquals(
                List.of(new Event(brightness, Value.of(25L)), new Event(brightness, Value.of(30L))),
                writer.takeEvents());
    }

    @Test
    void whoWroteHearsWhenTheDeviceStaysAsItWas() {
        FakeSession writer = subscriber(brightness);
        FakeSession other = subscriber(brightness);
        sink.changed(lamp.brightnessDefinition(), Value.of(25L));
        writer.takeEvents();
        other.takeEvents();
        put(writer, brightness, "\"value\":30");
        sink.changed(lamp.brightnessDefinition(), Value.of(25L));
        sink.changed(lamp.brightnessDefinition(), Value.of(25L));
        assertEquals(List.of(new Event(brightness, Value.of(25L))), writer.takeEvents());
        assertEquals(List.of(), other.takeEvents());
    }

    @Test
    void whoSubscribesAfterItsWriteHearsWhenAnotherBringsTheValueBack() {
        CharacteristicId id = announcing(written -> {});
        FakeSession writer = rig.session(BridgeRig.ADMIN);
        FakeSession other = rig.session(BridgeRig.ADMIN);
        put(writer, id, "\"value\":7");
        put(other, id, "\"value\":8");
        put(writer, id, "\"ev\":true");
        put(other, id, "\"value\":7");
        assertEquals(List.of(new Event(id, Value.of(7L))), writer.takeEvents());
    }

    @Test
    void whoSubscribesInTheRequestThatWritesDoesNotHearItsOwnValue() {
        CharacteristicId id = announcing(written -> {});
        FakeSession writer = rig.session(BridgeRig.ADMIN);
        String entry = "{\"aid\":" + id.aid() + ",\"iid\":" + id.iid() + ",";
        String entries = entry + "\"value\":7}," + entry + "\"ev\":true}";
        rig.ask(writer, "PUT", "/characteristics", "{\"characteristics\":[" + entries + "]}");
        assertEquals(List.of(), writer.takeEvents());
    }

    @Test
    void whoWroteSeveralValuesInOneRequestHearsNoneOfThem() {
        CharacteristicId id = announcing(written -> {});
        FakeSession writer = subscriber(id);
        FakeSession other = subscriber(id);
        String entry = "{\"aid\":" + id.aid() + ",\"iid\":" + id.iid() + ",\"value\":";
        rig.ask(writer, "PUT", "/characteristics", "{\"characteristics\":[" + entry + "7}," + entry + "8}]}");
        assertEquals(List.of(), writer.takeEvents());
        assertEquals(List.of(new Event(id, Value.of(7L)), new Event(id, Value.of(8L))), other.takeEvents());
    }

    @Test
    void whatStillWaitsDoesNotFollowWhatOneWroteItself() {
        CharacteristicId id = announcing(written -> {});
        FakeSession writer = subscriber(id);
        put(rig.session(BridgeRig.ADMIN), id, "\"value\":7");
        put(writer, id, "\"value\":8");
        assertEquals(List.of(id), writer.withdrawn());
    }

    @Test
    void neitherDoesItWhereTheHostConfirmsLate() {
        FakeSession writer = subscriber(brightness);
        sink.changed(lamp.brightnessDefinition(), Value.of(25L));
        put(writer, brightness, "\"value\":30");
        assertEquals(List.of(brightness), writer.withdrawn());
    }

    @Test
    void whatComesWhileOnesOwnWriteIsUnderWayDoesNotFollowIt() {
        AtomicReference<Runnable> another = new AtomicReference<>(() -> {});
        CharacteristicId id = announcing(written -> another.get().run());
        FakeSession writer = subscriber(id);
        another.set(() -> {
            another.set(() -> {});
            put(rig.session(BridgeRig.ADMIN), id, "\"value\":7");
        });
        put(writer, id, "\"value\":8");
        assertEquals(List.of(new Event(id, Value.of(7L))), writer.takeEvents());
        assertEquals(List.of(id), writer.withdrawn(), "7 is withdrawn before it leaves");
    }

    @Test
    void whatComesAfterOnesOwnWriteIsKept() {
        AtomicReference<Runnable> another = new AtomicReference<>(() -> {});
        CharacteristicId id = announcing(written -> {});
        FakeSession writer = subscriber(id);
        Characteristic after = Characteristic.of(SampleCharacteristics.type(2, Format.UINT8, "pw"))
                .onWrite(written -> another.get().run())
                .build();
        sink.put(SampleCharacteristics.of("After", after));
        rig.settle();
        CharacteristicId second = rig.id("After", "Gadget2");
        another.set(() -> put(rig.session(BridgeRig.ADMIN), id, "\"value\":7"));
        String entries = "{\"aid\":" + id.aid() + ",\"iid\":" + id.iid() + ",\"value\":8},{\"aid\":" + second.aid()
                + ",\"iid\":" + second.iid() + ",\"value\":1}";
        rig.ask(writer, "PUT", "/characteristics", "{\"characteristics\":[" + entries + "]}");
        assertEquals(List.of(new Event(id, Value.of(7L))), writer.takeEvents());
        assertEquals(List.of(second), writer.withdrawn());
    }

    @Test
    void sideEffectsOfAWriteAreToldToTheWriter() {
        FakeSession writer = subscriber(on);
        put(writer, brightness, "\"value\":30");
        sink.changed(lamp.onDefinition(), Value.TRUE);
        assertEquals(List.of(new Event(on, Value.TRUE)), writer.takeEvents());
    }

    /** A number that tells at once what was written, after what happens first. */
    private CharacteristicId announcing(Consumer<Value> first) {
        AtomicReference<Characteristic> handle = new AtomicReference<>();
        handle.set(Characteristic.of(SampleCharacteristics.type(1, Format.UINT8, "pr,pw,ev"))
                .value(() -> Value.of(0L))
                .onWrite(written -> {
                    first.accept(written);
                    sink.changed(handle.get(), written);
                })
                .build());
        sink.put(SampleCharacteristics.of("Number", handle.get()));
        rig.settle();
        return rig.id("Number", "Gadget1");
    }
}
