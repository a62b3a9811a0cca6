// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.item.Item;
import io.latchkey.exposure.internal.language.Selection;
import io.latchkey.exposure.internal.language.Vocabulary;
import io.latchkey.exposure.internal.semantic.SemanticMetadata;
import java.util.Collection;

/** Plans accessories of items that are looked at once. */
public final class ItemPlans {
    private ItemPlans() {}

    /** What becomes of these items. */
    public static Composition compose(
            Collection<Item> items, Vocabulary vocabulary, Selection selection, PreviousNumbers numbers) {
        return AccessoryPlanner.plan(RequestIndex.of(items, vocabulary), vocabulary, selection, numbers, Item::state);
    }

    /** What becomes of items by their tags. */
    public static Composition compose(SemanticMetadata read, Vocabulary vocabulary, Selection selection) {
        return AccessoryPlanner.plan(
                RequestIndex.of(read.items(), vocabulary, read.composed()),
                vocabulary,
                selection,
                PreviousNumbers.NONE,
                Item::state);
    }
}
