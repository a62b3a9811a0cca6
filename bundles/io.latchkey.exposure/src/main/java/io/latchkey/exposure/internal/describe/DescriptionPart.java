// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.describe;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.StateDescription;
import io.latchkey.api.store.ItemDescription;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** A part of an item's description that is known or not, whatever the others are. */
enum DescriptionPart {
    MINIMUM(known -> known.minimum().isPresent()),
    MAXIMUM(known -> known.maximum().isPresent()),
    STEP(known -> known.step().isPresent()),
    OPTIONS(known -> !known.options().isEmpty()),
    COMMANDS(known -> !known.commands().isEmpty());

    private final Predicate<ItemDescription> isKnown;

    DescriptionPart(Predicate<ItemDescription> isKnown) {
        this.isKnown = isKnown;
    }

    /** What an item says of itself. */
    static ItemDescription description(Item item) {
        StateDescription states = item.stateDescription();
        return new ItemDescription(
                states.minimum(), states.maximum(), states.step(), states.options(), item.commandOptions());
    }

    /** The parts of a description that are known. */
    static Set<DescriptionPart> known(ItemDescription description) {
        Set<DescriptionPart> parts = EnumSet.noneOf(DescriptionPart.class);
        for (DescriptionPart part : values()) {
            if (part.isKnown.test(description)) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** An item with some parts as another description has them. */
    static Item described(Item item, ItemDescription by, Set<DescriptionPart> parts) {
        StateDescription states = item.stateDescription();
        return item.toBuilder()
                .stateDescription(new StateDescription(
                        parts.contains(MINIMUM) ? by.minimum() : states.minimum(),
                        parts.contains(MAXIMUM) ? by.maximum() : states.maximum(),
                        parts.contains(STEP) ? by.step() : states.step(),
                        states.pattern(),
                        states.readOnly(),
                        parts.contains(OPTIONS) ? by.options() : states.options()))
                .commandOptions(parts.contains(COMMANDS) ? by.commands() : item.commandOptions())
                .build();
    }
}
