// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Value;

/**
 * A characteristic that was absent and that somebody stands behind again.
 *
 * @param characteristic as it is published now
 * @param before what was known of it at that moment
 */
public record ReturnedCharacteristic(PublishedCharacteristic characteristic, KnownValue.State before) {

    /** Whether subscribers have to hear of that value, which was read since; when something was announced they have heard. */
    boolean isNews(Value legal) {
        return characteristic.memory().moment() == before.announcements() && before.isNews(legal);
    }
}
