// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import io.latchkey.api.accessory.AccessoryType;
import java.util.List;

/** Every type of this bundle. */
final class MediaTypes {
    static final List<AccessoryType> TYPES = List.of(
            new Television(),
            new InputSource(),
            new TelevisionSpeaker(),
            new Speaker(),
            new SmartSpeaker(),
            new Microphone());

    private MediaTypes() {}

    static AccessoryType type(String name) {
        return TYPES.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
