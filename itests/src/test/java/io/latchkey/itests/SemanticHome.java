// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/**
 * A family's home in the JSON of openHAB's REST interface, as its users model it: places, things and points with semantic
 * tags, and two items with a note of their own. No line has a name of HomeKit but those.
 */
final class SemanticHome {
    /** The accessories that it makes, by name, the bridge left out. */
    static final List<String> ACCESSORIES = List.of(
            "Alarm",
            "Bathroom Heater",
            "Bedroom Blinds",
            "Bedroom Fan",
            "Entry Motion",
            "Explicit Lamp",
            "Front Door",
            "Garage Door",
            "Garden Sprinkler",
            "Kitchen Ceiling Light",
            "Kitchen Fridge",
            "Kitchen Plug",
            "Kitchen Smoke",
            "Living Room Air",
            "Living Room Lamp",
            "Living Room Spare switch",
            "Living Room Television",
            "Living Room Thermostat",
            "Living Room Wall pad",
            "Weather station");

    private static final String ITEMS = """
            House          | Group          | House                      |                | Home             | NULL
            Ground         | Group          | GroundFloor                | House          | Ground Floor     | NULL
            Living         | Group          | LivingRoom                 | Ground         | Living Room      | NULL
            Kitchen        | Group          | Kitchen                    | Ground         | Kitchen          | NULL
            Hall           | Group          | Entry                      | Ground         | Entry            | NULL
            Bedroom        | Group          | Bedroom                    | House          | Bedroom          | NULL
            Bath           | Group          | Bathroom                   | House          | Bathroom         | NULL
            Garage         | Group          | Garage                     | House          | Garage           | NULL
            Garden         | Group          | Garden                     |                | Garden           | NULL
            gLights        | Group          |                            |                | All lights       | NULL
            Ceiling        | Group          | Lightbulb                   | Kitchen gLights | Ceiling Light   | NULL
            CeilingColor   | Color          | Control Color              | Ceiling        | Colour           | 120,50,70
            CeilingWhite   | Dimmer         | Control ColorTemperature   | Ceiling        | White            | 30
            CeilingLow     | Switch         | LowBattery                 | Ceiling        | Battery          | OFF
            Lamp           | Dimmer         | Lamp Control Light         | Living gLights | Living Room Lamp | 40
            Plug           | Group          | PowerOutlet                | Kitchen        | Plug             | NULL
            PlugOn         | Switch         | Switch Power               | Plug           | Power            | ON
            PlugWatts      | Number:Power   | Measurement Power          | Plug           | Watts            | 12 W
            PlugEnergy     | Number:Energy  | Measurement Energy         | Plug           | Energy           | 3 kWh
            Spare          | Switch         | Switch                     | Living         | Spare switch     | OFF
            Pad            | Group          | RemoteControl              | Living         | Wall pad         | NULL
            PadUp          | String         | Button Status              | Pad            | Up               | NULL
            PadDown        | String         | Button Status              | Pad            | Down             | NULL
            Heat           | Group          | Thermostat                 | Living         | Thermostat       | NULL
            HeatNow        | Number:Temperature | Measurement Temperature | Heat          | Now              | 20.5 °C
            HeatWish       | Number:Temperature | Setpoint Temperature   | Heat           | Wish             | 21 °C
            HeatMode       | String         | Control Mode               | Heat           | Mode             | AUTO
            HeatHumidity   | Number         | Measurement Humidity       | Heat           | Humidity         | 44
            Heater         | Group          | RadiatorControl            | Bath           | Heater           | NULL
            HeaterNow      | Number         | Measurement Temperature    | Heater         | Now              | 18
            HeaterWish     | Number         | Setpoint Temperature       | Heater         | Wish             | 19
            HeaterCharge   | Number         | Status StateOfCharge       | Heater         | Charge           | 80
            Shade          | Group          | Blinds                     | Bedroom        | Blinds           | NULL
            ShadeMove      | Rollershutter  | Control Opening            | Shade          | Move             | 20
            ShadeTilt      | Dimmer         | Control Tilt               | Shade          | Tilt             | 50
            Ventilator     | Group          | CeilingFan                 | Bedroom        | Fan              | NULL
            VentilatorOn   | Switch         | Switch Power               | Ventilator     | On               | OFF
            VentilatorFast | Dimmer         | Control Speed              | Ventilator     | Speed            | 0
            Front          | Group          | FrontDoor                  | House          | Front Door       | NULL
            FrontOpen      | Contact        | Status OpenState           | Front          | Open             | CLOSED
            FrontLock      | Switch         | Control LockState          | Front          | Lock             | ON
            Gate           | Group          | GarageDoor                 | Garage         | Garage Door      | NULL
            GateMove       | Switch         | Control Opening            | Gate           | Move             | OFF
            GateOpen       | Contact        | Status OpenState           | Gate           | Open             | CLOSED
            Eye            | Group          | MotionDetector             | Hall           | Motion           | NULL
            EyeMotion      | Switch         | Status Motion              | Eye            | Motion           | OFF
            EyeLux         | Number:Illuminance | Measurement Illuminance | Eye           | Lux              | 120 lx
            EyeWarm        | Number:Temperature | Measurement Temperature | Eye           | Warm             | 19 °C
            EyeLow         | Switch         | LowBattery                 | Eye            | Low              | OFF
            Smoke          | Switch         | SmokeDetector Alarm Smoke  | Kitchen        | Smoke            | OFF
            Breath         | Group          | AirQualitySensor           | Living         | Air              | NULL
            BreathVoc      | Number         | Measurement VOC            | Breath         | VOC              | 40
            BreathCo2      | Number         | Measurement CO2            | Breath         | CO2              | 700
            Weather        | Group          | WeatherStation             | Garden House   | Weather station  | NULL
            WeatherWarm    | Number:Temperature | Measurement Temperature | Weather       | Outside          | 7 °C
            WeatherWet     | Number         | Measurement Humidity       | Weather        | Humidity         | 71
            WeatherNext    | Number:Temperature | Forecast Temperature   | Weather        | Tomorrow         | 9 °C
            Sprinkler      | Group          | Irrigation                 | Garden         | Sprinkler        | NULL
            SprinklerOn    | Switch         | Control Water              | Sprinkler      | On               | OFF
            SprinklerTime  | Number         | Setpoint Duration          | Sprinkler      | Time             | 600
            Guard          | Group          | AlarmSystem                | House          | Alarm            | NULL
            GuardMode      | String         | Control Mode               | Guard          | Mode             | DISARM
            Telly          | Group          | Television                 | Living         | Television       | NULL
            TellyOn        | Switch         | Control Power              | Telly          | On               | OFF
            TellyVolume    | Dimmer         | Control SoundVolume        | Telly          | Volume           | 20
            TellyChannel   | Number         | Control Channel            | Telly          | Channel          | 1
            Fridge         | Group          | Refrigerator               | Kitchen        | Fridge           | NULL
            FridgeOn       | Switch         | Control Power              | Fridge         | On               | ON
            FridgeWarm     | Number         | Measurement Temperature    | Fridge         | Inside           | 5
            Peephole       | Group          | Camera                     | House          | Peephole         | NULL
            PeepholeImage  | Image          | Measurement                | Peephole       | Image            | NULL
            Router         | Group          | Router                     | House          | Router           | NULL
            RouterUptime   | Number         | Measurement Duration       | Router         | Uptime           | 1
            Explicit       | Group          | Lightbulb                  | Living         | Explicit Lamp    | NULL | Lighting
            ExplicitOn     | Switch         | Switch Light               | Explicit       | On               | OFF  | Lighting.OnState
            Hidden         | Switch         | Lightbulb Switch           | Living         | Hidden           | OFF  | None
            """;

    private SemanticHome() {}

    /** How many items it has. */
    static long size() {
        return ITEMS.lines().count();
    }

    /** All of it. */
    static String json() {
        JsonArray items = new JsonArray();
        ITEMS.lines().map(line -> List.of(line.split("\\|"))).forEach(row -> items.add(item(row)));
        return items.toString();
    }

    private static JsonObject item(List<String> row) {
        JsonObject item = new JsonObject();
        item.addProperty("name", row.get(0).trim());
        item.addProperty("type", row.get(1).trim());
        item.add("tags", words(row.get(2)));
        item.add("groupNames", words(row.get(3)));
        item.addProperty("label", row.get(4).trim());
        item.addProperty("state", row.get(5).trim());
        JsonObject metadata = new JsonObject();
        if (row.size() > 6) {
            JsonObject homekit = new JsonObject();
            homekit.addProperty("value", row.get(6).trim());
            metadata.add("homekit", homekit);
        }
        item.add("metadata", metadata);
        return item;
    }

    private static JsonArray words(String cell) {
        JsonArray words = new JsonArray();
        Stream.of(cell.trim().split(" +")).filter(word -> !word.isEmpty()).forEach(words::add);
        return words;
    }
}
