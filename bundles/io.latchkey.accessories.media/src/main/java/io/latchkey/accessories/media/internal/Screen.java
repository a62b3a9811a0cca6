// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.Value;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a television beside its items. Immutable.
 *
 * @param kept what Home chose and no item keeps
 * @param wish whether it shall be on, until its item says so too
 * @param playback what it plays
 */
record Screen(Map<Role, Value> kept, Optional<Value> wish, Playback playback) {
    Screen {
        kept = Map.copyOf(kept);
    }
}
