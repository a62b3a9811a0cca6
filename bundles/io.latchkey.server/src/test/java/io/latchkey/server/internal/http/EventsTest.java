// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Event;
import io.latchkey.server.internal.bridge.BridgeRig;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.SampleCharacteristics;
import io.latchkey.server.internal.fake.ServerWait;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Who hears of which change. */
class EventsTest extends LampOnBridge {
    @Test
    void aChangeReachesThoseWhoSubscribed() {
        FakeSession subscribed = subscriber(on);
        FakeSession other = rig.session(BridgeRig.ADMIN);
        sink.changed(lamp.onDefinition(), Value.TRUE);
        assertEquals(List.of(new Event(on, Value.TRUE)), subscribed.takeEvents());
        assertEquals(List.of(), other.takeEvents());
        assertEquals(List.of(EventUrgency.COALESCED), subscribed.urgencies());
    }

    @Test
    void anEqualValueIsNoNews() {
        FakeSession subscribed = subscriber(on);
        sink.changed(lamp.onDefinition(), Value.TRUE);
        sink.changed(lamp.onDefinition(), Value.of(1L));
        assertEquals(1, subscribed.takeEvents().size());
    }

    @Test
    void aReadThatOvertakesTheChangeTakesNothingAway() {
        FakeSession subscribed = subscriber(brightness);
        sink.changed(lamp.brightnessDefinition(), Value.of(10L));
        rig.get("/characteristics?id=" + brightness);
        sink.changed(lamp.brightnessDefinition(), Value.of(100L));
        assertEquals(
                List.of(new Event(brightness, Value.of(10L)), new Event(brightness, Value.of(100L))),
                subscribed.takeEvents());
    }

    @Test
    void whatIsBeingPublishedIsOverBeforeUnsubscribingIsAnswered() {
        FakeSession session = subscriber(on);
        CountDownLatch answered = new CountDownLatch(1);
        AtomicBoolean offering = new AtomicBoolean();
        session.whenOffered(() -> {
            offering.set(true);
            assertFalse(
                    ServerWait.isOpenWithin(answered, Duration.ofMillis(300)),
                    "answered while an event was on its way");
        });
        CompletableFuture<Void> publishing =
                CompletableFuture.runAsync(() -> sink.changed(lamp.onDefinition(), Value.TRUE));
        ServerWait.until("an event is on its way", offering::get);
        put(session, on, "\"ev\":false");
        answered.countDown();
        publishing.join();
        assertEquals(1, session.takeEvents().size());
        assertEquals(List.of(on), session.withdrawn());
    }

    @Test
    void unsubscribingStopsAndWithdrawsAtOnce() {
        FakeSession session = subscriber(on);
        put(session, on, "\"ev\":false");
        sink.changed(lamp.onDefinition(), Value.TRUE);
        assertEquals(List.of(), session.takeEvents());
        assertEquals(List.of(on), session.withdrawn());
    }

    @Test
    void subscribingTwiceAndUnsubscribingForNothingIsFine() {
        FakeSession session = subscriber(on);
        put(session, on, "\"ev\":true");
        sink.changed(lamp.onDefinition(), Value.TRUE);
        assertEquals(1, session.takeEvents().size());
        put(rig.session(BridgeRig.ADMIN), on, "\"ev\":false");
    }

    @Test
    void aSubscriptionEndsWithItsConnection() {
        FakeSession session = subscriber(on);
        session.close();
        sink.changed(lamp.onDefinition(), Value.TRUE);
        assertEquals(List.of(), session.takeEvents());
        assertEquals(0, rig.status().sessions());
    }

    /** Who asked in vain shows "No Response" until it hears of a value, also of the one before. */
    @Test
    void aValueThatWasAskedForInVainIsNewsWhenItReturns() {
        AtomicBoolean isAway = new AtomicBoolean();
        Characteristic sensor = Characteristic.of(SampleCharacteristics.type(1, Format.UINT8, "pr,ev"))
                .read(() -> isAway.get()
                        ? CompletableFuture.failedFuture(
                                new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, "nobody knows"))
                        : CompletableFuture.completedFuture(Value.of(7L)))
                .build();
        sink.put(SampleCharacteristics.of("Sensor", sensor));
        rig.settle();
        CharacteristicId id = rig.id("Sensor", "Gadget1");
        FakeSession session = subscriber(id);
        sink.changed(sensor, Value.of(7L));
        session.takeEvents();
        isAway.set(true);
        assertEquals(207, rig.get("/characteristics?id=" + id).status());
        isAway.set(false);
        sink.changed(sensor, Value.of(7L));
        sink.changed(sensor, Value.of(7L));
        assertEquals(List.of(new Event(id, Value.of(7L))), session.takeEvents());
    }

    @Test
    void everyPressOfAButtonCounts() {
        Characteristic press =
                Characteristic.of(CharacteristicTypes.PROGRAMMABLE_SWITCH_EVENT).build();
        sink.put(Accessory.of("Button")
                .with(Service.of(ServiceTypes.STATELESS_PROGRAMMABLE_SWITCH)
                        .with(press)
                        .build())
                .build());
        rig.settle();
        CharacteristicId id = rig.id("Button", "ProgrammableSwitchEvent");
        FakeSession session = subscriber(id);
        sink.changed(press, Value.of(0L));
        sink.changed(press, Value.of(0L));
        assertEquals(2, session.takeEvents().size());
        assertEquals(List.of(EventUrgency.EACH, EventUrgency.EACH), session.urgencies());
    }

    @Test
    void aValueThatIsToldBeforeItsDefinitionIsShownIsNotLost() {
        FakeSession session = subscriber(on);
        LampAccessory again = new LampAccessory("Lamp");
        sink.put(again.accessory());
        sink.changed(again.onDefinition(), Value.TRUE);
        assertEquals(List.of(), session.takeEvents());
        rig.settle();
        assertEquals(List.of(new Event(on, Value.TRUE)), session.takeEvents());
    }

    @Test
    void nobodyHearsOfWhatWasNeverPutOrIsClosed() {
        FakeSession session = subscriber(on);
        sink.changed(new LampAccessory("Other").onDefinition(), Value.TRUE);
        rig.remove(provider);
        sink.changed(lamp.onDefinition(), Value.TRUE);
        rig.settle();
        assertEquals(List.of(), session.takeEvents());
    }

    @Test
    void aMessageHoldsOnlyAddressAndValue() {
        Characteristic large = Characteristic.of(SampleCharacteristics.type(1, Format.UINT64, "pr,ev"))
                .permissions(Set.of(Permission.PAIRED_READ, Permission.EVENTS))
                .value(() -> Value.of(-1L))
                .build();
        sink.put(SampleCharacteristics.of("Large", large));
        rig.settle();
        CharacteristicId id = rig.id("Large", "Gadget1");
        byte[] body = rig.listener()
                .request()
                .encoder()
                .body(List.of(new Event(on, Value.TRUE), new Event(id, Value.of(-1L))));
        assertEquals(
                "{\"characteristics\":[{\"aid\":2,\"iid\":" + on.iid() + ",\"value\":true},{\"aid\":3,\"iid\":"
                        + id.iid() + ",\"value\":18446744073709551615}]}",
                new String(body, StandardCharsets.UTF_8));
    }
}
