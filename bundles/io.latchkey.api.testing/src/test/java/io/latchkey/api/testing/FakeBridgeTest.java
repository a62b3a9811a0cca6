// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A lamp with a button, which answers, refuses or fails as the test wants. */
class FakeBridgeTest implements AccessoryProvider {
    private static final Value HALF = Value.of(50);

    private final List<String> written = new ArrayList<>();
    private CompletionStage<Value> answer = CompletableFuture.completedFuture(HALF);
    private AccessorySink sink;
    private int closings;

    private final Characteristic on = Characteristic.of(CharacteristicTypes.ON)
            .value(() -> Value.TRUE)
            .write(this::write)
            .build();
    private final Characteristic brightness = Characteristic.of(CharacteristicTypes.BRIGHTNESS)
            .read(() -> answer)
            .write(this::write)
            .build();
    private final Characteristic press = Characteristic.of(CharacteristicTypes.PROGRAMMABLE_SWITCH_EVENT)
            .value(() -> Value.of(0))
            .build();
    private final FakeBridge bridge = FakeBridge.open(this, Set.of("old"));

    @Override
    public String id() {
        return "test";
    }

    @Override
    public AutoCloseable open(BridgeView view, AccessorySink opened) {
        sink = opened;
        sink.put(lamp());
        return () -> closings++;
    }

    private Accessory lamp() {
        return Accessory.of("lamp")
                .with(Service.of(ServiceTypes.LIGHTBULB)
                        .with(on)
                        .with(brightness)
                        .build())
                .with(Service.of(ServiceTypes.STATELESS_PROGRAMMABLE_SWITCH)
                        .with(press)
                        .build())
                .build();
    }

    private CompletionStage<Value> write(Write write) {
        written.add(write.value().toString());
        write.batch().whenGathered(() -> written.add("gathered"));
        return answer;
    }

    private ShownCharacteristic shown(Characteristic characteristic) {
        return bridge.characteristic("lamp", characteristic.type());
    }

    private static HapStatus status(Runnable access) {
        return assertThrows(HapStatusException.class, access::run).status();
    }

    @AfterEach
    void end() {
        bridge.close();
        assertEquals(1, closings);
    }

    @Test
    void valuesAreMadeLegalBeforeTheyLeave() {
        assertEquals(Value.TRUE, shown(on).read());
        assertEquals(HALF, shown(brightness).read());
        answer = CompletableFuture.completedFuture(Value.of(140));
        assertEquals(Value.of(100), shown(brightness).read());
        answer = CompletableFuture.completedFuture(Value.of("bright"));
        assertThrows(AssertionError.class, shown(brightness)::read);
        assertEquals(Value.NULL, shown(press).read(), "a button has no state");
    }

    @Test
    void aStatusIsWhatTheControllerGetsAndAnyOtherFailureIsAFault() {
        answer = CompletableFuture.failedFuture(new HapStatusException(HapStatus.BUSY, "later"));
        assertEquals(HapStatus.BUSY, status(shown(brightness)::read));
        assertEquals(HapStatus.BUSY, status(() -> shown(on).write(Value.TRUE)));
        answer = CompletableFuture.failedFuture(new IllegalStateException("broken"));
        AssertionError fault = assertThrows(AssertionError.class, shown(brightness)::read);
        assertEquals("broken", fault.getCause().getMessage());
    }

    @Test
    void aControllerWritesOnlyWhatItMay() {
        assertEquals(HapStatus.INVALID_VALUE, status(() -> shown(brightness).write(Value.of(101))));
        assertEquals(HapStatus.READ_ONLY, status(() -> shown(press).write(Value.of(0))));
        assertEquals(List.of(), written);
    }

    @Test
    void theWritesOfARequestAreGathered() {
        Map<ShownCharacteristic, Value> both = new LinkedHashMap<>();
        both.put(shown(on), Value.TRUE);
        both.put(shown(brightness), HALF);
        bridge.write(both);
        assertEquals(List.of(Value.TRUE.toString(), HALF.toString(), "gathered", "gathered"), written);
    }

    @Test
    void whatIsAnnouncedIsHeardUnlessItIsKnown() throws Exception {
        sink.changed(on, Value.TRUE);
        sink.changed(on, Value.TRUE);
        sink.changed(on, Value.FALSE);
        sink.changed(press, Value.of(0));
        sink.changed(press, Value.of(0));
        sink.changed(Characteristic.constant(CharacteristicTypes.ON, Value.TRUE), Value.TRUE);
        assertEquals(List.of(Value.TRUE, Value.FALSE), shown(on).events());
        assertEquals(List.of(), shown(on).events());
        assertEquals(List.of(Value.of(0), Value.of(0)), shown(press).events());
        Thread later = new Thread(() -> sink.changed(brightness, HALF));
        later.start();
        assertEquals(HALF, shown(brightness).nextEvent());
        later.join();
    }

    @Test
    void whatIsRememberedAndNotPutIsAbsent() {
        assertEquals(Optional.empty(), bridge.absence("old"));
        assertFalse(bridge.isComplete());
        sink.complete();
        assertTrue(bridge.isComplete());
        assertTrue(bridge.absence("old").isPresent());
        assertEquals(Set.of("old", "lamp"), bridge.inHome());
        sink.remove("old");
        assertEquals(Set.of("lamp"), bridge.inHome());
        sink.absent("old", new Absence(Absence.Cause.MISSING, "gone"));
        assertEquals(Optional.empty(), bridge.absence("old"), "nothing is remembered of it");
    }

    @Test
    void whatIsAbsentIsNotReachedAndComesBackAsTheSame() {
        ShownCharacteristic lit = shown(on);
        sink.absent("lamp", new Absence(Absence.Cause.MISSING, "no power"));
        assertEquals("no power", bridge.absence("lamp").orElseThrow().reason());
        assertEquals(HapStatus.UNABLE_TO_COMMUNICATE, status(lit::read));
        assertEquals(List.of(), bridge.present());
        sink.put(lamp());
        assertEquals(Value.TRUE, lit.read());
        assertSame(lit, shown(on));
    }

    @Test
    void afterTheEndNothingIsTaken() {
        ShownCharacteristic lit = shown(on);
        AccessorySink late = sink;
        bridge.close();
        late.put(lamp());
        late.changed(on, Value.TRUE);
        late.complete();
        late.remove("old");
        assertEquals(List.of(), lit.events());
        assertEquals(HapStatus.UNABLE_TO_COMMUNICATE, status(lit::read));
        assertEquals(Set.of("old", "lamp"), bridge.inHome());
    }
}
