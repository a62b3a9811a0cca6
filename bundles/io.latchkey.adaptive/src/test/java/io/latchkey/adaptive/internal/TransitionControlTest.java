// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.latchkey.adaptive.internal.TransitionCurve.Entry;
import io.latchkey.adaptive.internal.TransitionCurve.Point;
import io.latchkey.api.tlv.Tlv8;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and answers to the byte. */
class TransitionControlTest {

    private static Optional<ValueTransition> transition(String configuration) {
        return ValueTransition.read(TlvFields.of(HubRequests.bytes(configuration)), 8, 1000);
    }

    @Test
    void supportedAreBrightnessAndColorTemperature() {
        assertEquals("010601010802010100000106010109020102", HubRequests.hex(TransitionControl.supported(8, 9)));
        assertEquals(
                "01070102000102010100000107010201010201" + "02",
                HubRequests.hex(TransitionControl.supported(256, 257)));
    }

    @Test
    void anUpdateIsReadToItsLastNumber() {
        ValueTransition read =
                transition(HubRequests.configuration(9, HubRequests.curve(8))).orElseThrow();
        assertEquals(9, read.iid());
        assertEquals(HubRequests.PARAMETERS, HubRequests.hex(read.parameters().bytes()));
        assertEquals(Duration.ofMinutes(1), read.interval());
        assertEquals(Duration.ofMinutes(10), read.threshold());
        assertEquals(
                new TransitionCurve(
                        List.of(new Entry(new Point(250, -1), 0, 0), new Entry(new Point(350, -1), 0, 3_600_000)),
                        10,
                        100),
                read.curve());
    }

    @Test
    void whatIsLeftOutHasDefaults() {
        String curve = HubRequests.item(1, HubRequests.point(250, -1, "00") + "0402e803");
        String configuration =
                "010109" + HubRequests.item(2, HubRequests.PARAMETERS) + "030101" + HubRequests.item(5, curve);
        ValueTransition read = transition(configuration).orElseThrow();
        assertEquals(Duration.ofMinutes(1), read.interval());
        assertEquals(Duration.ofMinutes(10), read.threshold());
        assertEquals(new TransitionCurve(List.of(new Entry(new Point(250, -1), 1000, 0)), 10, 100), read.curve());
    }

    @Test
    void anIntervalHasBounds() {
        String configuration = HubRequests.configuration(9, HubRequests.curve(8));
        assertEquals(
                Duration.ofSeconds(1),
                transition(configuration.replace("060260ea", "060101"))
                        .orElseThrow()
                        .interval());
        assertEquals(
                Duration.ofHours(1),
                transition(configuration.replace("060260ea", "0608ffffffffffffffff"))
                        .orElseThrow()
                        .interval());
    }

    @Test
    void anIidAloneEndsATransition() {
        TransitionControl request = TransitionControl.of(HubRequests.bytes(HubRequests.off(9)));
        assertEquals(Optional.empty(), ValueTransition.read(request.update().orElseThrow(), 8, 0));
        assertEquals(OptionalLong.empty(), request.read());
        assertEquals("0200", HubRequests.hex(TransitionControl.answer(Optional.empty(), Optional.of(new byte[0]))));
    }

    @Test
    void bothMayBeAskedForAtOnce() {
        TransitionControl request = TransitionControl.of(HubRequests.bytes(HubRequests.read(9) + HubRequests.off(9)));
        assertEquals(OptionalLong.of(9), request.read());
        assertEquals(true, request.update().isPresent());
    }

    @Test
    void theStatusHasWhatWasReceivedAndTheTime() {
        ValueTransition read =
                transition(HubRequests.configuration(9, HubRequests.curve(8))).orElseThrow();
        assertEquals(HubRequests.status(9, "00"), HubRequests.hex(TransitionControl.status(read, read.elapsed(1000))));
        assertEquals(
                HubRequests.status(9, "e803"), HubRequests.hex(TransitionControl.status(read, read.elapsed(2000))));
        assertEquals(HubRequests.status(9, "00"), HubRequests.hex(TransitionControl.status(read, read.elapsed(5))));
    }

    @Test
    void aLongConfigurationComesBackToTheByte() {
        StringBuilder curve = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            curve.append(HubRequests.item(1, HubRequests.point(250 + i, -1, "80ee3600")))
                    .append("0000");
        }
        curve.append("020108");
        byte[] fragments = Tlv8.builder()
                .bytes(5, HubRequests.bytes(curve.toString()))
                .build()
                .bytes();
        String configuration =
                "010109" + HubRequests.item(2, HubRequests.PARAMETERS) + "030101" + HubRequests.hex(fragments);
        ValueTransition read = transition(configuration).orElseThrow();
        assertEquals(60, read.curve().entries().size());
        assertEquals(configuration, HubRequests.hex(read.configuration().bytes()));
        byte[] answer = TransitionControl.answer(Optional.of(read), Optional.empty());
        assertEquals(
                configuration,
                HubRequests.hex(
                        TlvFields.of(answer).structure(1).orElseThrow().list().bytes()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "030101",
                "010109030101",
                "01010903010105030101",
                "010109" + "0200" + "030101" + "0500",
                "010109" + "0200" + "030101" + "0506" + "01040104ffff",
                "0109010203040506070809",
                "0100"
            })
    void whatCannotBeRunIsRefused(String configuration) {
        assertThrows(IllegalArgumentException.class, () -> transition(configuration));
    }

    @Test
    void aCurveThatLooksAtAnotherCharacteristicIsRefused() {
        String configuration = HubRequests.configuration(9, HubRequests.curve(7));
        assertThrows(IllegalArgumentException.class, () -> transition(configuration));
    }

    @Test
    void anUpdateWithoutConfigurationIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> TransitionControl.of(HubRequests.bytes("0200")));
    }

    @Property
    void nothingElseThanARefusalComesOfAnyBytes(@ForAll @Size(max = 64) byte[] bytes) {
        try {
            TransitionControl.of(bytes).update().ifPresent(update -> ValueTransition.read(update, 8, 0));
        } catch (IllegalArgumentException refused) {
            assertEquals(IllegalArgumentException.class, refused.getClass());
        }
    }
}
