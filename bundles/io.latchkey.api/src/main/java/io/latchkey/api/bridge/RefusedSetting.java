// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import java.util.Optional;

/**
 * A setting whose value can't be used. It costs the whole configuration that it stands in: the last good one goes on, if
 * there was one in this run.
 *
 * @param key of the setting in the configuration
 * @param rule what would be right, for people; never the value, which may be a setup code
 * @param inForce what counts instead, empty text for what counts without a value; absent where no bridge runs by that
 *     configuration, and for setup codes
 */
public record RefusedSetting(String key, String rule, Optional<String> inForce) {

    /** For people, in one sentence. */
    public String text() {
        return "configuration refused: " + key + " " + rule;
    }
}
