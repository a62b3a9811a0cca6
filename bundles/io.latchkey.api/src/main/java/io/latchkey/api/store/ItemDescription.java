// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import io.latchkey.api.item.Option;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What was known of an item beside its definition. Hosts learn each part at another time, so each stands for itself.
 *
 * @param minimum the smallest number
 * @param maximum the largest number
 * @param step the distance between two numbers
 * @param options the states that it may have; empty when that isn't known
 * @param commands the commands that it takes; empty when that isn't known
 */
public record ItemDescription(
        Optional<BigDecimal> minimum,
        Optional<BigDecimal> maximum,
        Optional<BigDecimal> step,
        List<Option> options,
        List<Option> commands) {

    /** Keeps copies. */
    public ItemDescription {
        options = List.copyOf(options);
        commands = List.copyOf(commands);
    }
}
