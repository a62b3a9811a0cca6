// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.provider.AccessorySink;

/**
 * What the accessories of a bridge need of it.
 *
 * @param bridge its id, for people
 * @param sink hears of changed values
 * @param workers for behaviours that wait
 * @param memory what was chosen where no item keeps it
 */
public record BridgeContext(String bridge, AccessorySink sink, Workers workers, ChoiceMemory memory) {}
