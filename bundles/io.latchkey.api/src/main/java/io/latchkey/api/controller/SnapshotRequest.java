// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.controller;

import io.latchkey.api.model.AccessoryId;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which picture is wanted of a camera (HAP specification R2 section 11.5).
 *
 * @param width of the picture in pixels, more than zero
 * @param height of the picture in pixels, more than zero
 * @param camera the accessory, where it is behind a bridge
 * @param reason why it is wanted: 0 periodically, 1 for an event
 */
public record SnapshotRequest(int width, int height, Optional<AccessoryId> camera, OptionalInt reason) {

    /**
     * Keeps the wishes.
     *
     * @throws IllegalArgumentException when a size is not more than zero
     */
    public SnapshotRequest {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("no picture has " + width + " by " + height + " pixels");
        }
    }
}
