// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The keys by which old versions of openHAB's own HomeKit add-on were told what items say for the states of thermostats
 * and garage doors. Today each item has options for that; who still has those keys means them for all items.
 */
final class OldWords {
    private static final String TARGET_MODE = "TargetHeatingCoolingMode";
    private static final String CURRENT_MODE = "CurrentHeatingCoolingMode";
    private static final String CURRENT_DOOR = "CurrentDoorState";
    private static final String TARGET_DOOR = "TargetDoorState";

    /** Of two keys for one state the first counts. */
    private static final List<Key> KEYS = List.of(
            new Key("thermostatTargetModeHeat", TARGET_MODE, "HEAT"),
            new Key("thermostatTargetModeCool", TARGET_MODE, "COOL"),
            new Key("thermostatTargetModeAuto", TARGET_MODE, "AUTO"),
            new Key("thermostatTargetModeOff", TARGET_MODE, "OFF"),
            new Key("thermostatHeatMode", TARGET_MODE, "HEAT"),
            new Key("thermostatCoolMode", TARGET_MODE, "COOL"),
            new Key("thermostatAutoMode", TARGET_MODE, "AUTO"),
            new Key("thermostatOffMode", TARGET_MODE, "OFF"),
            new Key("thermostatCurrentModeHeating", CURRENT_MODE, "HEAT"),
            new Key("thermostatCurrentModeCooling", CURRENT_MODE, "COOL"),
            new Key("thermostatCurrentModeOff", CURRENT_MODE, "OFF"),
            new Key("doorCurrentStateOpen", CURRENT_DOOR, "OPEN"),
            new Key("doorCurrentStateClosed", CURRENT_DOOR, "CLOSED"),
            new Key("doorCurrentStateOpening", CURRENT_DOOR, "OPENING"),
            new Key("doorCurrentStateClosing", CURRENT_DOOR, "CLOSING"),
            new Key("doorCurrentStateStopped", CURRENT_DOOR, "STOPPED"),
            new Key("doorTargetStateOpen", TARGET_DOOR, "OPEN"),
            new Key("doorTargetStateClosed", TARGET_DOOR, "CLOSED"));

    private OldWords() {}

    private record Key(String name, String characteristic, String state) {}

    /**
     * What is configured.
     *
     * @param values the text of a key
     * @return by characteristic and state; a characteristic that no key is there for is left out
     */
    static Map<String, Map<String, String>> of(Function<String, Optional<String>> values) {
        Map<String, Map<String, String>> words = new TreeMap<>();
        for (Key key : KEYS) {
            values.apply(key.name())
                    .ifPresent(word -> words.computeIfAbsent(key.characteristic(), first -> new TreeMap<>())
                            .putIfAbsent(key.state(), word));
        }
        return words;
    }
}
