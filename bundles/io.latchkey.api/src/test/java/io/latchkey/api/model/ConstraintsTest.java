// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ConstraintsTest {
    private static final Constraints PERCENT = Constraints.NONE.range(0, 100).step(1);
    private static final Constraints TENTHS = Constraints.NONE.range(10, 35).step(0.1);

    @Test
    void aWrittenNumberOutsideTheRangeIsRefused() {
        assertEquals(Optional.empty(), PERCENT.accept(Format.INT, Value.of(101)));
        assertEquals(Optional.empty(), PERCENT.accept(Format.INT, Value.of(-1)));
        assertEquals(Optional.of(Value.of(100)), PERCENT.accept(Format.INT, Value.of(100)));
    }

    @Test
    void aWrittenNumberBetweenTwoStepsMovesToTheNearer() {
        assertEquals(Optional.of(Value.of(21.5)), TENTHS.accept(Format.FLOAT, Value.of(21.52)));
        Constraints fives = Constraints.NONE.range(0, 100).step(5);
        assertEquals(Optional.of(Value.of(15)), fives.accept(Format.UINT8, Value.of(13)));
    }

    @Test
    void anIntegralFractionIsAWholeNumber() {
        assertEquals(Optional.of(Value.of(50)), PERCENT.accept(Format.UINT8, Value.of(50.0)));
    }

    @Test
    void truthValuesAndZeroOrOneStandForEachOther() {
        assertEquals(Optional.of(Value.TRUE), Constraints.NONE.accept(Format.BOOL, Value.of(1)));
        assertEquals(Optional.of(Value.FALSE), Constraints.NONE.accept(Format.BOOL, Value.of(0)));
        assertEquals(Optional.empty(), Constraints.NONE.accept(Format.BOOL, Value.of(2)));
        assertEquals(Optional.of(Value.of(1)), PERCENT.accept(Format.UINT8, Value.TRUE));
    }

    @Test
    void theFormatLimitsWhereNothingElseDoes() {
        assertEquals(Optional.empty(), Constraints.NONE.accept(Format.UINT8, Value.of(256)));
        assertEquals(Optional.empty(), Constraints.NONE.accept(Format.UINT32, Value.of(-1)));
        assertEquals(Optional.of(Value.of(-1)), Constraints.NONE.accept(Format.UINT64, Value.of(-1L)));
        assertEquals(Optional.empty(), Constraints.NONE.accept(Format.INT, Value.of(1L << 31)));
    }

    @Test
    void anEnumerationTakesOnlyWhatItOffers() {
        Constraints modes = Constraints.NONE.range(0, 3).validValues(List.of(0, 1, 3));
        assertEquals(Optional.empty(), modes.accept(Format.UINT8, Value.of(2)));
        assertEquals(Optional.empty(), modes.fit(Format.UINT8, Value.of(2)));
        assertEquals(Optional.of(Value.of(3)), modes.fit(Format.UINT8, Value.of(7)));
    }

    @Test
    void aTextIsMeasuredInBytesAndCutBetweenCharacters() {
        Constraints four = Constraints.NONE.textLength(4);
        assertEquals(Optional.empty(), four.accept(Format.STRING, Value.of("ääö")));
        assertEquals(Optional.of(Value.of("ää")), four.fit(Format.STRING, Value.of("ääö")));
        assertEquals(Optional.of(Value.of("a")), four.fit(Format.STRING, Value.of("a\uD83D\uDE00")));
    }

    @Test
    void limitsThatMakeNoSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Constraints.NONE.range(2, 1));
        assertThrows(IllegalArgumentException.class, () -> Constraints.NONE.step(0));
        assertThrows(IllegalArgumentException.class, () -> Constraints.NONE.textLength(257));
        assertThrows(IllegalArgumentException.class, () -> Constraints.NONE.validValues(List.of()));
    }

    @Property
    void whatAHostSaysAlwaysLeavesWithinTheLimits(@ForAll @DoubleRange(min = -1e9, max = 1e9) double told) {
        Value fitted = TENTHS.fit(Format.FLOAT, Value.of(told)).orElseThrow();
        double number = ((Value.Decimal) fitted).number();
        assertTrue(number >= 10 && number <= 35, () -> "left as " + number);
        assertEquals(Optional.of(fitted), TENTHS.accept(Format.FLOAT, fitted), "what we send we also take");
    }

    @Property
    void whatIsAcceptedIsAFixedPoint(@ForAll @LongRange(min = -500, max = 500) long written) {
        Constraints odd = Constraints.NONE.range(-90, 90).step(7);
        odd.accept(Format.INT, Value.of(written))
                .ifPresent(once -> assertEquals(Optional.of(once), odd.accept(Format.INT, once)));
    }
}
