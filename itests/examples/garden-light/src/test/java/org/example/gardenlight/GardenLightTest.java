// SPDX-License-Identifier: EPL-2.0
package org.example.gardenlight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.model.Value;
import io.latchkey.api.testing.Conversion;
import io.latchkey.api.testing.TypeRules;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GardenLightTest {
    private final GardenLight type = new GardenLight();

    private Conversion voltage(String options) {
        return Conversion.of(type, "Voltage", "Number", options);
    }

    @Test
    void voltsAreShownInPercent() {
        assertEquals(Optional.of(Value.of(50)), voltage(null).shown("5.5"));
        assertEquals(
                Optional.of(Value.of(50)), voltage("darkest=0 V;brightest=24").shown("12"));
        assertEquals(Optional.of(Value.of(100)), voltage("darkest=?").shown("11"), "above what is the brightest");
        assertEquals(Optional.empty(), voltage("darkest=5;brightest=5").shown("5"), "nothing can be told from that");
    }

    @Test
    void aDriverOutOfReachIsDark() {
        assertEquals(Optional.of(Value.of(0)), voltage("darkest=5").shown("UNDEF"));
        assertEquals(Optional.empty(), voltage(null).shown("NULL"), "nothing is known yet");
    }

    @Test
    void percentIsToldInVolts() {
        assertEquals(Optional.of("5.50"), voltage(null).told(Value.of(50)));
        assertEquals(Optional.of("6.00"), voltage("darkest=0;brightest=24").told(Value.of(25)));
    }

    @Test
    void nothingIllegalIsShown() {
        TypeRules.isWhole(type);
        Random random = new Random(1);
        for (int count = 0; count < 1000; count++) {
            TypeRules.staysLegal(type, random, "darkest=2");
        }
    }
}
