// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import java.util.Optional;

/**
 * What became of one read, write or subscription, as the protocol numbers it (HAP specification R2, table 6-11).
 */
public enum HapStatus {
    /** Done. */
    SUCCESS(0),
    /** The session may not do this; identify of a paired bridge. */
    INSUFFICIENT_PRIVILEGES(-70401),
    /** The device behind the characteristic can't be reached, or has no value. */
    UNABLE_TO_COMMUNICATE(-70402),
    /** Busy; asking again may work. */
    BUSY(-70403),
    /** A value was written to a characteristic that can't be written. */
    READ_ONLY(-70404),
    /** A characteristic was read that can't be read. */
    WRITE_ONLY(-70405),
    /** A subscription to a characteristic that has no events. */
    NOTIFICATION_NOT_SUPPORTED(-70406),
    /** Out of memory, slots or queue places. */
    OUT_OF_RESOURCES(-70407),
    /** The device didn't answer in time. */
    TIMED_OUT(-70408),
    /** There is no such accessory or characteristic. */
    RESOURCE_DOES_NOT_EXIST(-70409),
    /** The value is not one that the characteristic takes; a timed write without its preparation. */
    INVALID_VALUE(-70410),
    /** The session isn't verified; the additional authorization was refused. */
    INSUFFICIENT_AUTHORIZATION(-70411),
    /** Not now: the state of the device doesn't allow it. */
    NOT_ALLOWED_IN_CURRENT_STATE(-70412);

    private final int code;

    HapStatus(int code) {
        this.code = code;
    }

    /** The number on the wire: 0 or negative. */
    public int code() {
        return code;
    }

    /** The status of that number, empty when the protocol has none. */
    public static Optional<HapStatus> of(int code) {
        for (HapStatus status : values()) {
            if (status.code == code) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
