// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.HapUuid;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * A kind of value that an entry may have, in the order of the tags that Eve gave them. An accessory has a point where it has
 * a characteristic of that type, in a service of that type where one is named.
 */
enum DataPoint {
    /** In hundredths of a degree Celsius. */
    TEMPERATURE(0x01, 2, 100, false, CharacteristicTypes.CURRENT_TEMPERATURE.uuid(), ServiceTypes.TEMPERATURE_SENSOR),
    /** In hundredths of a percent. */
    HUMIDITY(0x02, 2, 100, false, CharacteristicTypes.CURRENT_RELATIVE_HUMIDITY.uuid(), ServiceTypes.HUMIDITY_SENSOR),
    /** In tenths of a hectopascal. */
    AIR_PRESSURE(0x03, 2, 10, false, EveTypes.AIR_PRESSURE, null),
    /** In parts per million. */
    CARBON_DIOXIDE(0x04, 2, 1, false, CharacteristicTypes.CARBON_DIOXIDE_LEVEL.uuid(), null),
    /** One while it is open. */
    CONTACT(0x06, 1, 1, true, CharacteristicTypes.CONTACT_SENSOR_STATE.uuid(), ServiceTypes.CONTACT_SENSOR),
    /** In tenths of a watt. */
    POWER(0x07, 2, 10, false, EveTypes.POWER, null),
    /** One while something moves. */
    MOTION(0x1C, 1, 1, true, CharacteristicTypes.MOTION_DETECTED.uuid(), ServiceTypes.MOTION_SENSOR),
    /** One while water flows. */
    WATERING(0x1F, 1, 1, true, CharacteristicTypes.IN_USE.uuid(), ServiceTypes.VALVE),
    /** In micrograms per cubic metre. */
    VOC_DENSITY(0x22, 2, 1, false, CharacteristicTypes.VOC_DENSITY.uuid(), null);

    private final int tag;
    private final int length;
    private final int scale;
    private final boolean state;
    private final HapUuid characteristic;
    private final Optional<ServiceType> service;

    DataPoint(int tag, int length, int scale, boolean state, HapUuid characteristic, ServiceType service) {
        this.tag = tag;
        this.length = length;
        this.scale = scale;
        this.state = state;
        this.characteristic = characteristic;
        this.service = Optional.ofNullable(service);
    }

    /** Whether it is a state, each change of which is an entry, and not a measured value. */
    boolean isState() {
        return state;
    }

    /** Whether Eve wants to know when it was one last. All values before it have one length each. */
    boolean isActivation() {
        return this == CONTACT || this == MOTION;
    }

    /** Whether a service has it in a characteristic of that type. */
    boolean isOf(ServiceType type, HapUuid of) {
        return characteristic.equals(of)
                && service.filter(wanted -> !wanted.uuid().equals(type.uuid())).isEmpty();
    }

    /** How the status names it: tags and lengths. A valve takes three: whether water flows, how much has, and how it flows. */
    List<Integer> signature() {
        return this == WATERING ? List.of(tag, length, 0x2A, 8, 0x23, 2) : List.of(tag, length);
    }

    /** How many values the status names for it. */
    int width() {
        return signature().size() / 2;
    }

    /** Which of its values an entry has, its first one in the lowest bit. */
    int mask(double value) {
        return this != WATERING ? 1 : value > 0 ? 0b101 : 0b111;
    }

    /** The values of an entry. Nothing here knows how much water has flown, so none is told. */
    byte[] encode(double value) {
        if (this == WATERING) {
            return value > 0 ? new byte[] {1, 0x30, 0x0C} : new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0x30, 0x0C};
        }
        if (state) {
            return new byte[] {(byte) (value > 0 ? 1 : 0)};
        }
        boolean isSigned = this == TEMPERATURE;
        long scaled = Math.round(value * scale);
        long fitting = Math.max(isSigned ? Short.MIN_VALUE : 0, Math.min(isSigned ? Short.MAX_VALUE : 0xFFFF, scaled));
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) fitting)
                .array();
    }
}
