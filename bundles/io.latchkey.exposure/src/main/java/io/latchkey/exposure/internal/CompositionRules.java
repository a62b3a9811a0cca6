// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.item.Item;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.exposure.internal.language.Selection;
import io.latchkey.exposure.internal.language.Vocabulary;
import io.latchkey.exposure.internal.plan.AccessoryPlanner;
import io.latchkey.exposure.internal.plan.Composition;
import io.latchkey.exposure.internal.plan.ItemStates;
import io.latchkey.exposure.internal.plan.PreviousNumbers;
import io.latchkey.exposure.internal.plan.RequestIndex;
import io.latchkey.exposure.internal.semantic.SemanticMetadata;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What a bridge makes of the items of one host, by their metadata or by their tags too. Immutable. */
record CompositionRules(BridgeView.Expose expose, Selection selection) {

    /** How that bridge reads. */
    static CompositionRules of(BridgeView bridge) {
        return new CompositionRules(bridge.expose(), Selection.of(bridge.selection(), bridge.standalone()));
    }

    /** Plans all accessories of items that are looked at once. */
    Composition compose(Collection<Item> items, Vocabulary vocabulary) {
        return compose(RequestIndex.of(items, vocabulary), vocabulary, PreviousNumbers.NONE, Item::state);
    }

    /**
     * Plans all accessories.
     *
     * @param index the items of one host, by the words of the vocabulary
     */
    Composition compose(RequestIndex index, Vocabulary vocabulary, PreviousNumbers numbers, ItemStates states) {
        if (expose == BridgeView.Expose.METADATA) {
            return AccessoryPlanner.plan(index, vocabulary, selection, numbers, states);
        }
        SemanticMetadata semantic = SemanticMetadata.of(index.items().values(), selection);
        Composition read = AccessoryPlanner.plan(
                RequestIndex.of(semantic.items(), vocabulary, semantic.composed()),
                vocabulary,
                selection,
                numbers,
                states);
        return new Composition(
                read.accessories().stream()
                        .map(plan -> plan.madeOf(SemanticMetadata::behind))
                        .toList(),
                semantic.explained(read.reports()),
                read.unknown(),
                broken(read));
    }

    private static Map<String, String> broken(Composition read) {
        Map<String, String> broken = new HashMap<>();
        read.broken().forEach((item, why) -> broken.put(SemanticMetadata.behind(item), why));
        return broken;
    }
}
