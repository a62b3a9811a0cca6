// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bytes of the vectors: reference time 2026-11-21T00:00:00Z, power, 123.4 W after ten minutes and 50 W after twenty. */
class HistoryMessagesTest {
    private static final long REFERENCE = 816_912_000;
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] POWER = {1, 7, 2};

    @Test
    void aStatusIsThatOfTheVector() {
        byte[] status = HistoryMessages.status(POWER, new HistoryState(REFERENCE, 3, 1200));
        assertEquals("b0040000000000008016b1300107020300c00f01000000000000000101", HEX.formatHex(status));
        assertEquals(
                "sAQAAAAAAACAFrEwAQcCAwDADwEAAAAAAAAAAQE=", Base64.getEncoder().encodeToString(status));
    }

    @Test
    void entriesAreThoseOfTheVector() {
        assertEquals(
                "150100000001000000818016b130000000000000000c020000005802000001d2040c03000000b004000001f401",
                HEX.formatHex(HistoryMessages.reference(1, REFERENCE))
                        + HEX.formatHex(HistoryMessages.entry(power(2, 600, 123.4)))
                        + HEX.formatHex(HistoryMessages.entry(power(3, 1200, 50))));
    }

    @Test
    void aRequestIsThatOfTheVector() {
        assertEquals(1, HistoryMessages.requested(HEX.parseHex("0100010000000000")));
        assertEquals(0xFFFF_FFFFL, HistoryMessages.requested(HEX.parseHex("0100ffffffff")));
    }

    @Test
    void aRequestThatIsTooShortIsRefused() {
        String told = assertThrows(IllegalArgumentException.class, () -> HistoryMessages.requested(new byte[5]))
                .getMessage();
        assertTrue(told.contains("six bytes"), told);
    }

    @Test
    void aFullHistoryTellsItsOldestNumber() {
        byte[] status = HistoryMessages.status(POWER, new HistoryState(REFERENCE, 5000, 1));
        assertEquals("c00f" + "c00f" + "c9030000" + "00000000" + "0101", HEX.formatHex(status, 15, status.length));
    }

    private static HistoryEntry power(long number, long seconds, double watts) {
        HistorySeries.Values values = HistorySeriesTest.series(DataPoint.POWER)
                .entries(Map.of(DataPoint.POWER, watts))
                .get(0);
        return new HistoryEntry(number, seconds, values.mask(), values.bytes());
    }
}
