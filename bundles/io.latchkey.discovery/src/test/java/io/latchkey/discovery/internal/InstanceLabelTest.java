// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.DeviceId;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Labels fit a DNS label, are cut between characters, and tell bridges of one name apart. */
class InstanceLabelTest {

    @Property(tries = 500)
    void everyLabelFitsAndIsWholeText(@ForAll String name, @ForAll @IntRange(max = 5) int conflicts) {
        Assume.that(name.equals(roundTrip(name)));
        String label = InstanceLabel.of(name, SampleRecords.DEVICE, conflicts);
        assertTrue(label.getBytes(StandardCharsets.UTF_8).length <= 63);
        assertEquals(label, roundTrip(label));
    }

    @Test
    void aNameThatFitsStaysAsItIs() {
        assertEquals("Home", InstanceLabel.of("Home", SampleRecords.DEVICE, 0));
        assertEquals("x".repeat(63), InstanceLabel.of("x".repeat(63), SampleRecords.DEVICE, 0));
    }

    @Test
    void aLongNameIsCutAtACharacterBorder() {
        assertEquals("é".repeat(31), InstanceLabel.of("é".repeat(32), SampleRecords.DEVICE, 0));
        assertEquals("🏠".repeat(15), InstanceLabel.of("🏠".repeat(20), SampleRecords.DEVICE, 0));
        assertEquals("é".repeat(29) + " 85AA", InstanceLabel.of("é".repeat(32), SampleRecords.DEVICE, 1));
    }

    @Test
    void eachConflictAddsDigitsOfTheDeviceId() {
        assertEquals("Home 85AA", InstanceLabel.of("Home", SampleRecords.DEVICE, 1));
        assertEquals("Home 1A7085AA", InstanceLabel.of("Home", SampleRecords.DEVICE, 2));
        assertEquals("Home E1911A7085AA", InstanceLabel.of("Home", SampleRecords.DEVICE, 3));
        assertEquals("Home E1911A7085AA", InstanceLabel.of("Home", SampleRecords.DEVICE, 4));
        assertEquals("Home ab", InstanceLabel.of("Home", DeviceId.foreign("a-b"), 1));
    }

    private static String roundTrip(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
