// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.latchkey.adaptive.internal.Curve.Entry;
import io.latchkey.adaptive.internal.Curve.Point;
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
class ControlTest {

    private static Optional<Transition> transition(String configuration) {
        return Transition.read(Fields.of(Request.bytes(configuration)), 8, 1000);
    }

    @Test
    void supportedAreBrightnessAndColorTemperature() {
        assertEquals("010601010802010100000106010109020102", Request.hex(Control.supported(8, 9)));
        assertEquals("01070102000102010100000107010201010201" + "02", Request.hex(Control.supported(256, 257)));
    }

    @Test
    void anUpdateIsReadToItsLastNumber() {
        Transition read = transition(Request.configuration(9, Request.curve(8))).orElseThrow();
        assertEquals(9, read.iid());
        assertEquals(Request.PARAMETERS, Request.hex(read.parameters().bytes()));
        assertEquals(Duration.ofMinutes(1), read.interval());
        assertEquals(Duration.ofMinutes(10), read.threshold());
        assertEquals(
                new Curve(
                        List.of(new Entry(new Point(250, -1), 0, 0), new Entry(new Point(350, -1), 0, 3_600_000)),
                        10,
                        100),
                read.curve());
    }

    @Test
    void whatIsLeftOutHasDefaults() {
        String curve = Request.item(1, Request.point(250, -1, "00") + "0402e803");
        String configuration = "010109" + Request.item(2, Request.PARAMETERS) + "030101" + Request.item(5, curve);
        Transition read = transition(configuration).orElseThrow();
        assertEquals(Duration.ofMinutes(1), read.interval());
        assertEquals(Duration.ofMinutes(10), read.threshold());
        assertEquals(new Curve(List.of(new Entry(new Point(250, -1), 1000, 0)), 10, 100), read.curve());
    }

    @Test
    void anIntervalHasBounds() {
        String configuration = Request.configuration(9, Request.curve(8));
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
        Control request = Control.of(Request.bytes(Request.off(9)));
        assertEquals(Optional.empty(), Transition.read(request.update().orElseThrow(), 8, 0));
        assertEquals(OptionalLong.empty(), request.read());
        assertEquals("0200", Request.hex(Control.answer(Optional.empty(), Optional.of(new byte[0]))));
    }

    @Test
    void bothMayBeAskedForAtOnce() {
        Control request = Control.of(Request.bytes(Request.read(9) + Request.off(9)));
        assertEquals(OptionalLong.of(9), request.read());
        assertEquals(true, request.update().isPresent());
    }

    @Test
    void theStatusHasWhatWasReceivedAndTheTime() {
        Transition read = transition(Request.configuration(9, Request.curve(8))).orElseThrow();
        assertEquals(Request.status(9, "00"), Request.hex(Control.status(read, read.elapsed(1000))));
        assertEquals(Request.status(9, "e803"), Request.hex(Control.status(read, read.elapsed(2000))));
        assertEquals(Request.status(9, "00"), Request.hex(Control.status(read, read.elapsed(5))));
    }

    @Test
    void aLongConfigurationComesBackToTheByte() {
        StringBuilder curve = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            curve.append(Request.item(1, Request.point(250 + i, -1, "80ee3600")))
                    .append("0000");
        }
        curve.append("020108");
        byte[] fragments =
                Tlv8.builder().bytes(5, Request.bytes(curve.toString())).build().bytes();
        String configuration = "010109" + Request.item(2, Request.PARAMETERS) + "030101" + Request.hex(fragments);
        Transition read = transition(configuration).orElseThrow();
        assertEquals(60, read.curve().entries().size());
        assertEquals(configuration, Request.hex(read.configuration().bytes()));
        byte[] answer = Control.answer(Optional.of(read), Optional.empty());
        assertEquals(
                configuration,
                Request.hex(Fields.of(answer).structure(1).orElseThrow().list().bytes()));
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
        String configuration = Request.configuration(9, Request.curve(7));
        assertThrows(IllegalArgumentException.class, () -> transition(configuration));
    }

    @Test
    void anUpdateWithoutConfigurationIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Control.of(Request.bytes("0200")));
    }

    @Property
    void nothingElseThanARefusalComesOfAnyBytes(@ForAll @Size(max = 64) byte[] bytes) {
        try {
            Control.of(bytes).update().ifPresent(update -> Transition.read(update, 8, 0));
        } catch (IllegalArgumentException refused) {
            assertEquals(IllegalArgumentException.class, refused.getClass());
        }
    }
}
