// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import io.latchkey.api.model.Value;
import java.util.Optional;

/**
 * What is known of a television beside its items. Immutable.
 *
 * @param wish whether it shall be on, until its item says so too
 * @param playback what it plays
 */
record Screen(Optional<Value> wish, Playback playback) {}
