// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import java.util.Optional;

/**
 * What became of one accessory that a provider offers to the bridges of a configuration.
 *
 * @param provider who offers it
 * @param key its key there
 * @param bridge the id of the bridge that shows it; empty when none does
 * @param obstacle why none does and how to mend it, in plain words; empty when one does
 */
public record AccessoryPlace(String provider, String key, Optional<String> bridge, Optional<String> obstacle) {}
