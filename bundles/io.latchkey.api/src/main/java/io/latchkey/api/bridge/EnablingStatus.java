// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import java.util.Optional;

/**
 * Whether the controllers of a bridge may use it, as an item says. Those of a bridge that no item switches always may.
 *
 * @param bridge the id of the bridge
 * @param item the name of the item
 * @param enabled whether they may; while they may not they stay paired and are refused
 * @param trouble why the item says nothing at the moment, with the mending, for people; empty while it does
 */
public record EnablingStatus(String bridge, String item, boolean enabled, Optional<String> trouble) {}
