// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.adaptive.internal.TransitionCurve.Entry;
import io.latchkey.adaptive.internal.TransitionCurve.Point;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mathematics of curves. */
class TransitionCurveTest {
    private static final TransitionCurve CURVE = new TransitionCurve(
            List.of(
                    new Entry(new Point(300, -1), 0, 0),
                    new Entry(new Point(400, -2), 0, 1000),
                    new Entry(new Point(200, 0), 500, 1000)),
            10,
            100);

    @ParameterizedTest
    @CsvSource({
        "0,    300, -1",
        "250,  325, -1.25",
        "1000, 400, -2",
        "1400, 400, -2",
        "1500, 400, -2",
        "2000, 300, -1",
        "2500, 200, 0"
    })
    void valueAndFactorChangeEvenlyAndHoldBefore(long elapsed, double mired, double factor) {
        assertEquals(Optional.of(new Point(mired, factor)), CURVE.at(elapsed));
    }

    @Test
    void aCurveEnds() {
        assertEquals(Optional.empty(), CURVE.at(2501));
        assertEquals(Optional.empty(), CURVE.at(Long.MAX_VALUE));
    }

    @Test
    void beforeItsFirstPointItIsThere() {
        TransitionCurve late = new TransitionCurve(List.of(new Entry(new Point(250, 0), 7, 100)), 0, 100);
        assertEquals(Optional.of(new Point(250, 0)), late.at(0));
        assertEquals(Optional.of(new Point(250, 0)), late.at(100));
        assertEquals(Optional.empty(), late.at(101));
    }

    @Test
    void aChangeInNoTimeIsNoDivisionByNothing() {
        TransitionCurve leap = new TransitionCurve(
                List.of(new Entry(new Point(200, 0), 0, 0), new Entry(new Point(300, 0), 100, 0)), 10, 100);
        assertEquals(Optional.of(new Point(200, 0)), leap.at(100));
        assertEquals(Optional.empty(), leap.at(101));
    }

    @ParameterizedTest
    @CsvSource({"0, 390", "10, 390", "50, 350", "100, 300", "120, 300", "50.6, 349"})
    void aDarkLampIsWarmerWithinTheRange(double brightness, long mired) {
        assertEquals(mired, CURVE.mired(new Point(400, -1), brightness));
    }

    @Property
    void noPointLiesOutsideItsNeighbours(@ForAll @LongRange(min = 0, max = 2500) long elapsed) {
        Point point = CURVE.at(elapsed).orElseThrow();
        assertTrue(point.mired() >= 200 && point.mired() <= 400, point::toString);
        assertTrue(point.factor() >= -2 && point.factor() <= 0, point::toString);
    }

    @Test
    void whatIsNoCurveIsRefused() {
        List<Entry> one = List.of(new Entry(new Point(1, 1), 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new TransitionCurve(List.of(), 10, 100));
        assertThrows(IllegalArgumentException.class, () -> new TransitionCurve(one, 100, 10));
        assertThrows(IllegalArgumentException.class, () -> new TransitionCurve(one, -1, 10));
        assertThrows(IllegalArgumentException.class, () -> new Point(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new Point(1, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> new Entry(one.get(0).point(), -1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Entry(one.get(0).point(), 0, Long.MAX_VALUE));
    }
}
