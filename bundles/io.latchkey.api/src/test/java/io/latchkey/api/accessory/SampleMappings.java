// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One mapping of each kind, and the characteristic that it feeds. */
final class SampleMappings {
    static final Map<String, Mapping> MAPPINGS = Map.ofEntries(
            Map.entry("bool", Mappings.bool()),
            Map.entry("below", Mappings.below("lowThreshold", 20)),
            Map.entry("enum", Mappings.enumeration("OFF", "HEAT", "COOL").also("AUS", "WARM", "KALT")),
            Map.entry("percent", Mappings.percent()),
            Map.entry("times", Mappings.percentTimes("homekitMultiplicator")),
            Map.entry("position", Mappings.position()),
            Map.entry("temperature", Mappings.temperature(10, 38)),
            Map.entry("mired", Mappings.mired()),
            Map.entry("lux", Mappings.lux()),
            Map.entry("ppm", Mappings.partsPerMillion()),
            Map.entry("density", Mappings.density()),
            Map.entry("door", Mappings.enumeration("OPEN", "CLOSED").onFirst()),
            Map.entry("key", Mappings.enumeration("REWIND", "FAST_FORWARD").with(15, "INFO")),
            Map.entry("tilt", Mappings.tilt()),
            Map.entry("seconds", Mappings.seconds()),
            Map.entry("text", Mappings.text()));
    static final Map<String, CharacteristicType> FED = Map.ofEntries(
            Map.entry("bool", CharacteristicTypes.ON),
            Map.entry("below", CharacteristicTypes.STATUS_LOW_BATTERY),
            Map.entry("enum", CharacteristicTypes.TARGET_HEATING_COOLING_STATE),
            Map.entry("percent", CharacteristicTypes.BRIGHTNESS),
            Map.entry("times", CharacteristicTypes.CURRENT_RELATIVE_HUMIDITY),
            Map.entry("position", CharacteristicTypes.TARGET_POSITION),
            Map.entry("temperature", CharacteristicTypes.TARGET_TEMPERATURE),
            Map.entry("mired", CharacteristicTypes.COLOR_TEMPERATURE),
            Map.entry("lux", CharacteristicTypes.CURRENT_AMBIENT_LIGHT_LEVEL),
            Map.entry("ppm", CharacteristicTypes.CARBON_DIOXIDE_LEVEL),
            Map.entry("density", CharacteristicTypes.PM10_DENSITY),
            Map.entry("door", CharacteristicTypes.TARGET_DOOR_STATE),
            Map.entry("key", CharacteristicTypes.REMOTE_KEY),
            Map.entry("tilt", CharacteristicTypes.TARGET_HORIZONTAL_TILT_ANGLE),
            Map.entry("seconds", CharacteristicTypes.SET_DURATION),
            Map.entry("text", CharacteristicTypes.NAME));

    private SampleMappings() {}

    static Optional<Value> shown(String mapping, ItemState state, MappingContext context) {
        return MAPPINGS.get(mapping)
                .toValue(state, context)
                .flatMap(value -> MAPPINGS.get(mapping)
                        .constraints(context)
                        .fit(FED.get(mapping).format(), value));
    }

    static Role role(String mapping) {
        return Role.required("It", FED.get(mapping)).items(ItemType.values()).by(MAPPINGS.get(mapping));
    }

    static MappingContext context(String mapping, ItemType type, String options) {
        return new MappingContext(role(mapping), Item.of("It", type).build(), metadata(options == null ? "" : options));
    }

    static Metadata metadata(String options) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String option : options.isEmpty() ? new String[0] : options.split(";")) {
            String value = option.substring(option.indexOf('=') + 1);
            boolean isList = value.startsWith("[");
            all.put(
                    option.substring(0, option.indexOf('=')),
                    isList
                            ? List.of((Object[])
                                    value.substring(1, value.length() - 1).split(","))
                            : value);
        }
        return new Metadata("", all);
    }

    static String text(Value value) {
        return value.toString().replaceAll("^\\w+\\[\\w+=|]$", "");
    }
}
