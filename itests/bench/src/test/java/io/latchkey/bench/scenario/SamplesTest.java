// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void ordersWhatCameInAnyOrder() {
        MeasuredValues samples = MeasuredValues.of(LongStream.of(30L, 10L, 20L));

        assertEquals(20, samples.median());
        assertEquals(3, samples.count());
    }

    @Test
    void takesTheLowerMiddleOfAnEvenNumber() {
        assertEquals(10, MeasuredValues.of(LongStream.of(20L, 10L)).median());
    }

    @Test
    void saysWhatSoManyOfAHundredDoNotExceed() {
        MeasuredValues hundred = MeasuredValues.of(LongStream.rangeClosed(1, 100));

        assertEquals(50, hundred.percentile(50));
        assertEquals(99, hundred.percentile(99));
        assertEquals(100, hundred.percentile(100));
        assertEquals(1, hundred.percentile(0));
    }

    @Test
    void takesTheLargestOfAFewForTheLastPercent() {
        assertEquals(7, MeasuredValues.of(LongStream.of(5L, 7L, 6L)).percentile(99));
    }

    @Test
    void refusesToSpeakOfNothing() {
        assertThrows(IllegalStateException.class, () -> MeasuredValues.of(LongStream.of()));
    }
}
