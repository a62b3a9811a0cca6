// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.itests.openhab.Openhab;
import io.latchkey.itests.wire.Accessories;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What channels say of their items, which openHAB tells long after the items and to nobody, under the eyes of a home hub. */
class HomeNeverShrinksByDescriptionsIT {
    private static final String NOTED = """
            Group Heating "Heating" {homekit="Thermostat"}
            Number:Temperature Heating_Now "Now" (Heating) {homekit="Thermostat.CurrentTemperature"}
            Number:Temperature Heating_Want "Target" (Heating) {homekit="Thermostat.TargetTemperature"}
            String Heating_Mode "Mode" (Heating) {homekit="Thermostat.CurrentHeatingCoolingMode,Thermostat.TargetHeatingCoolingMode"}
            """;
    private static final String TAGGED = """
            Group Telly "Television" ["Television"]
            Switch Telly_On "On" (Telly) ["Control", "Power"]
            Number Telly_Channel "Channel" (Telly) ["Control", "Channel"]
            """;

    private WatchedHome home;

    @AfterEach
    void close() throws Exception {
        home.close();
    }

    @Test
    void limitsAndChoicesComeAMinuteBehindItems() throws Exception {
        describedLate("metadata", NOTED, "\"valid-values\":[0,1]");
    }

    @Test
    void inputsComeAMinuteBehindItems() throws Exception {
        describedLate("semantic", TAGGED, "\"Antenna\"");
    }

    private void describedLate(String language, String items, String described) throws Exception {
        home = WatchedHome.ofOpenhab("descriptions-" + language, "", Map.of("expose", language));
        home.watch().allowNew();
        describe();
        home.openhab().load(items);
        home.awaitAttached(1);
        home.learn();
        JsonArray before = home.watch().home();
        assertTrue(before.toString().contains(described), before.toString());
        home.stop();
        home.start(Set.of());
        home.openhab().load(items);
        home.openhab().ready(true);
        home.status();
        home.pass(Duration.ofSeconds(60));
        assertEquals(withoutValues(before), withoutValues(home.watch().home()));
        describe();
        List.of(40, 50, 70, 80, 100).forEach(level -> home.openhab().reach(level));
        home.pass(Duration.ofMinutes(2));
        home.awaitWhole();
        assertEquals(withoutValues(before), withoutValues(home.watch().home()));
    }

    private void describe() {
        Openhab house = home.openhab();
        house.describe("Telly_Channel", Map.of("options", "1=Player,2=Console,3=Antenna"));
        house.describe("Heating_Want", Map.of("min", "7", "max", "27", "step", "0.5"));
        house.describe("Heating_Mode", Map.of("options", "OFF=Off,HEAT=Heat"));
    }

    private static JsonArray withoutValues(JsonArray accessories) {
        JsonArray copy = accessories.deepCopy();
        Accessories.objects(copy)
                .flatMap(accessory -> Accessories.characteristics(accessory).stream())
                .forEach((JsonObject each) -> each.remove("value"));
        return copy;
    }
}
