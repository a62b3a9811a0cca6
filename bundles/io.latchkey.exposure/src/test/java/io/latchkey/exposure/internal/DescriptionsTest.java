// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.accessories.climate.internal.Thermostat;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.Option;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.exposure.internal.live.BridgeMemoryWriter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What openHAB's things describe comes long after their items: what Home may choose from stays until then. */
class DescriptionsTest {
    private static final List<Option> MODES = List.of(new Option("OFF", "Off"), new Option("HEAT", "Heat"));
    private static final Set<Integer> TWO = Set.of(0, 1);

    private final OneBridgeStore store = new OneBridgeStore();

    @Test
    void modesStayOverARestartUntilTheyAreDescribedAgain() throws Exception {
        ExposureFixture first = new ExposureFixture(store, new Thermostat()).with("openhab", heating(MODES));
        AutoCloseable open = first.open("", "");
        assertEquals(TWO, modes(first));
        first.workers.pass(BridgeMemoryWriter.DELAY);
        open.close();

        FakeItemRegistry later = heating(List.of());
        ExposureFixture second = new ExposureFixture(store, new Thermostat()).with("openhab", later);
        second.open("", "");
        assertEquals(TWO, modes(second));
        second.sink.log.clear();
        later.put(mode(MODES));
        second.workers.pass(ExposureFixture.SOON);
        assertEquals(List.of(), second.sink.log, "it was as it is");
        later.put(mode(List.of()));
        second.workers.pass(ExposureFixture.SOON);
        assertEquals(List.of("put openhab:G"), second.sink.log, "and now nobody describes it any more");
    }

    @Test
    void aStoreThatCantBeReadIsntForgotten() throws Exception {
        ExposureFixture first = new ExposureFixture(store, new Thermostat()).with("openhab", heating(MODES));
        first.open("", "");
        first.workers.pass(BridgeMemoryWriter.DELAY);

        store.isJammed = true;
        ExposureFixture second = new ExposureFixture(store, new Thermostat()).with("openhab", heating(List.of()));
        AutoCloseable open = second.open("", "");
        second.workers.pass(BridgeMemoryWriter.DELAY);
        store.isJammed = false;
        second.workers.pass(BridgeMemoryWriter.DELAY);
        open.close();

        ExposureFixture third = new ExposureFixture(store, new Thermostat()).with("openhab", heating(List.of()));
        third.open("", "");
        assertEquals(TWO, modes(third));
    }

    private static FakeItemRegistry heating(List<Option> modes) {
        return new FakeItemRegistry(
                ExposureFixture.item("G", "Group", "NULL", "Thermostat"),
                ExposureFixture.member("G", "T", "Number", "20", "CurrentTemperature"),
                ExposureFixture.member("G", "S", "Number", "21", "TargetTemperature"),
                mode(modes));
    }

    private static Item mode(List<Option> modes) {
        return ExposureFixture.builder("M", "String", "HEAT", "TargetHeatingCoolingMode")
                .groups(Set.of("G"))
                .commandOptions(modes)
                .describedLater()
                .build();
    }

    private static Set<Integer> modes(ExposureFixture home) {
        return home.sink
                .characteristic("openhab:G", CharacteristicTypes.TARGET_HEATING_COOLING_STATE)
                .constraints()
                .validValues();
    }
}
