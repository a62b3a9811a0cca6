// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.identity;

import java.util.Locale;
import java.util.Optional;

/**
 * What the phone shows before it knows more: the icon of a bridge or accessory. The number goes into the mDNS key
 * {@code ci} and into the setup payload (HomeKitADK, HAPAccessoryCategory; from 31 on as iOS knows them).
 */
public enum AccessoryCategory {
    OTHER(1),
    BRIDGE(2),
    FAN(3),
    GARAGE_DOOR_OPENER(4),
    LIGHTING(5),
    LOCK(6),
    OUTLET(7),
    SWITCH(8),
    THERMOSTAT(9),
    SENSOR(10),
    SECURITY_SYSTEM(11),
    DOOR(12),
    WINDOW(13),
    WINDOW_COVERING(14),
    PROGRAMMABLE_SWITCH(15),
    RANGE_EXTENDER(16),
    IP_CAMERA(17),
    VIDEO_DOORBELL(18),
    AIR_PURIFIER(19),
    HEATER(20),
    AIR_CONDITIONER(21),
    HUMIDIFIER(22),
    DEHUMIDIFIER(23),
    APPLE_TV(24),
    HOME_POD(25),
    SPEAKER(26),
    AIRPORT(27),
    SPRINKLER(28),
    FAUCET(29),
    SHOWER_SYSTEM(30),
    TELEVISION(31),
    REMOTE(32),
    WIFI_ROUTER(33),
    AUDIO_RECEIVER(34),
    TV_SET_TOP_BOX(35),
    TV_STREAMING_STICK(36);

    private final int number;

    AccessoryCategory(int number) {
        this.number = number;
    }

    /** The number on the wire, 1 to 36. */
    public int number() {
        return number;
    }

    /** The category of a number, empty when there is none. */
    public static Optional<AccessoryCategory> of(int number) {
        return number >= 1 && number <= values().length ? Optional.of(values()[number - 1]) : Optional.empty();
    }

    /** The category of a name such as {@code window covering} or {@code WINDOW_COVERING}; empty when there is none. */
    public static Optional<AccessoryCategory> ofName(String name) {
        String wanted = name.trim().toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
        for (AccessoryCategory category : values()) {
            if (category.name().equals(wanted)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }
}
