// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Value;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of values, and whether people notice. */
class LegalValueTest {
    private static final Constraints PERCENT = Constraints.NONE.range(0, 100).step(5);

    @ParameterizedTest
    @CsvSource({
        "50,     50, false",
        "52,     50, false",
        "52.5,   55, false",
        "100.4,  100, false",
        "103,    100, true",
        "-1,     0,  false",
        "-2.6,   0,  true",
        "1e30,   100, true",
    })
    void numbersAreMovedToSteps(double meant, String shown, boolean isBent) {
        LegalValue fit = LegalValue.of(Value.of(meant), Format.UINT8, PERCENT).orElseThrow();
        assertEquals(shown, fit.text());
        assertEquals(isBent, fit.isBent());
    }

    @Test
    void textsAreCut() {
        Constraints ten = Constraints.NONE.textLength(10);
        assertTrue(LegalValue.of(Value.of("a long text"), Format.STRING, ten)
                .orElseThrow()
                .isBent());
        assertEquals(
                new LegalValue(Value.of("short"), Value.of("short"), false),
                LegalValue.of(Value.of("short"), Format.STRING, ten).orElseThrow());
        assertEquals(
                "\"a long tex\"",
                LegalValue.of(Value.of("a long text"), Format.STRING, ten)
                        .orElseThrow()
                        .text());
    }

    @Test
    void whatIsNoNumberIsntBent() {
        assertEquals(
                "true",
                LegalValue.of(Value.of(1), Format.BOOL, Constraints.NONE)
                        .orElseThrow()
                        .text());
        assertEquals("nothing", LegalValue.text(Value.NULL));
        assertTrue(LegalValue.of(Value.of("x"), Format.UINT8, PERCENT).isEmpty());
    }

    @Property(tries = 300)
    void whatIsWithinTheLimitsIsNeverBent(@ForAll @DoubleRange(max = 100) double meant) {
        assertEquals(
                false,
                LegalValue.of(Value.of(meant), Format.FLOAT, PERCENT)
                        .orElseThrow()
                        .isBent());
    }
}
