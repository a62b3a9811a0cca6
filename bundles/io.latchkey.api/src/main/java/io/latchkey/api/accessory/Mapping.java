// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * How the states of an item become values of a characteristic, and values that a controller writes become commands.
 * Pure: no state, no waiting, no exception for any state. {@link Mappings} has the usual ones.
 */
@ConsumerType
public interface Mapping {

    /**
     * Converts a state.
     *
     * @param state not {@link ItemState.Missing}, which comes to {@link #missing}
     * @param context whose state and for what
     * @return the value, not yet held to the constraints; empty when the state means nothing here
     */
    Optional<Value> toValue(ItemState state, MappingContext context);

    /**
     * What it means here that an item has no state, where that says something: a device that can't be reached because it is
     * off. Empty, as usual, leaves {@link ItemState.Missing#NULL} at {@link #unknown}; of {@link ItemState.Missing#UNDEF}
     * controllers go on seeing what they saw, or that there is no answer.
     *
     * @param state which of the two
     * @param context whose state and for what
     * @return the value, not yet held to the constraints
     */
    default Optional<Value> missing(ItemState.Missing state, MappingContext context) {
        return Optional.empty();
    }

    /**
     * Converts a value that a controller wrote.
     *
     * @param value within {@link #constraints}
     * @param context for whom
     * @return the command; empty when the item can't be told
     */
    default Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        return Optional.empty();
    }

    /** The limits of the characteristic when that item feeds it; those of its type unless metadata says otherwise. */
    default Constraints constraints(MappingContext context) {
        return context.role().type().constraints();
    }

    /** What controllers see as long as the item has no state; empty for zero, off, or the smallest value allowed. */
    default Optional<Value> unknown(MappingContext context) {
        return Optional.empty();
    }

    /**
     * What people should know of that item in that role, in plain words with the mending, because nothing is shown of it,
     * such as a unit that measures something else; usually nothing.
     */
    default Optional<String> remark(MappingContext context) {
        return Optional.empty();
    }

    /** The options of the metadata that it looks at. */
    default List<Setting> settings() {
        return List.of();
    }
}
