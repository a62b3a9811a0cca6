// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import static io.latchkey.store.internal.codec.CodecRoundTrip.again;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.Absence.Cause;
import io.latchkey.api.store.AccessoryState;
import io.latchkey.api.store.AccessoryStates;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.RememberedAbsence;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** States of accessories and causes of their absence come back as they were. */
class StateCodecTest {
    @Property(tries = 100)
    void statesComeBack(
            @ForAll String text, @ForAll long whole, @ForAll @LongRange(min = 0, max = 1L << 42) long time) {
        AccessoryState state = new AccessoryState(
                Map.of(
                        "a/23",
                        Value.of(text),
                        "b:" + text.replace("/", "") + "/25",
                        Value.of(whole),
                        "c/8",
                        Value.of(whole / 3.0),
                        "d/8",
                        Value.of(21.0),
                        "e/8",
                        Value.TRUE,
                        "f/8",
                        Value.of(new byte[] {1, -1})),
                Optional.of(new RememberedAbsence(
                        new Absence(Cause.MISSING, "item x isn't there" + text),
                        Instant.ofEpochMilli(time),
                        Duration.ofMillis(time))),
                Map.of("Input", Instant.ofEpochMilli(time)));
        AccessoryStates states = new AccessoryStates(Map.of("test/" + text, state, "test", AccessoryState.UNKNOWN));
        assertEquals(states, again(Domain.STATES, states));
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyCauseComesBack(Cause cause) {
        RememberedAbsence absence = new RememberedAbsence(new Absence(cause, "reason"), Instant.EPOCH, Duration.ZERO);
        AccessoryStates states =
                new AccessoryStates(Map.of("a", new AccessoryState(Map.of(), Optional.of(absence), Map.of())));
        assertEquals(states, again(Domain.STATES, states));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":3}",
                "{\"a\":{}}",
                "{\"a\":{\"info\":{},\"services\":[],\"values\":3}}",
                "{\"a\":{\"values\":{\"b\":[]}}}"
            })
    void whatMakesNoSenseIsRefused(String text) {
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();
        assertThrows(
                IllegalArgumentException.class,
                () -> Codec.of(Domain.ACCESSORIES).read(json, 2));
        assertThrows(
                IllegalArgumentException.class, () -> Codec.of(Domain.STATES).read(json, 2));
    }
}
