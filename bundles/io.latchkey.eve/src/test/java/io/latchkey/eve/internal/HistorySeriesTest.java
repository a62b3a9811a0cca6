// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.model.CharacteristicTypes;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What values become: tags, masks and bytes. */
class HistorySeriesTest {

    @Test
    void severalValuesShareAnEntry() {
        HistorySeries climate = series(DataPoint.TEMPERATURE, DataPoint.HUMIDITY, DataPoint.AIR_PRESSURE);
        assertEquals("03010202020302", hex(climate.signature()));
        assertEquals(
                List.of("07:6aff" + "ad11" + "9427"),
                told(
                        climate,
                        Map.of(
                                DataPoint.TEMPERATURE,
                                -1.5,
                                DataPoint.HUMIDITY,
                                45.25,
                                DataPoint.AIR_PRESSURE,
                                1013.2)));
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        HistorySeries climate = series(DataPoint.TEMPERATURE, DataPoint.HUMIDITY);
        assertEquals(List.of("02:8813"), told(climate, Map.of(DataPoint.HUMIDITY, 50.0)));
        assertEquals(List.of(), told(climate, Map.of()));
    }

    @Test
    void aValveTellsWhatAWateringComputerTells() {
        HistorySeries valve = series(DataPoint.WATERING);
        assertEquals("031f012a082302", hex(valve.signature()));
        assertEquals(List.of("05:01300c"), told(valve, Map.of(DataPoint.WATERING, 1.0)));
        assertEquals(List.of("07:000000000000000000300c"), told(valve, Map.of(DataPoint.WATERING, 0.0)));
    }

    @Test
    void whatHasNoRoomInAnEntryComesInANextOne() {
        HistorySeries garden = series(DataPoint.TEMPERATURE, DataPoint.WATERING);
        assertEquals(
                List.of("01:d007", "0e:000000000000000000300c"),
                told(garden, Map.of(DataPoint.TEMPERATURE, 20.0, DataPoint.WATERING, 0.0)));
    }

    @Test
    void valuesBeyondTheirRangeAreAtItsEnd() {
        assertEquals(List.of("01:ffff"), told(series(DataPoint.POWER), Map.of(DataPoint.POWER, 1e9)));
        assertEquals(List.of("01:0000"), told(series(DataPoint.POWER), Map.of(DataPoint.POWER, -5.0)));
        assertEquals(List.of("01:0080"), told(series(DataPoint.TEMPERATURE), Map.of(DataPoint.TEMPERATURE, -1e9)));
    }

    static HistorySeries series(DataPoint... points) {
        return new HistorySeries(Arrays.stream(points)
                .map(point -> new HistorySeries.Source(point, "Any", CharacteristicTypes.ON))
                .toList());
    }

    private static List<String> told(HistorySeries series, Map<DataPoint, Double> values) {
        return series.entries(values).stream()
                .map(each -> "%02x:%s".formatted(each.mask(), hex(each.bytes())))
                .collect(Collectors.toList());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
