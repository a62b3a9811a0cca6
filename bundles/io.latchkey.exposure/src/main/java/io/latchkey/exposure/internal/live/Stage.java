// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.provider.AccessorySink;

/**
 * Where accessories play: what they need of their bridge.
 *
 * @param bridge its id, for people
 * @param sink hears of changed values
 * @param workers for behaviours that wait
 * @param memory what was chosen where no item keeps it
 */
public record Stage(String bridge, AccessorySink sink, Workers workers, Memory memory) {}
