// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.check;

import io.latchkey.api.provider.Absence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An accessory made of items that a bridge remembers and that isn't there. Immutable.
 *
 * @param bridge the id of the bridge
 * @param accessory the key of the accessory
 * @param why why it isn't there
 */
record AbsentNote(String bridge, String accessory, Absence why) {

    /** Whether something has to be mended, or pruned: what its host still loads comes by itself. */
    boolean isFault() {
        return why.cause() == Absence.Cause.MISSING;
    }

    List<String> row() {
        return List.of(accessory, bridge, why.reason());
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("accessory", accessory);
        json.put("bridge", bridge);
        json.put("cause", why.cause().name());
        json.put("reason", why.reason());
        return json;
    }
}
