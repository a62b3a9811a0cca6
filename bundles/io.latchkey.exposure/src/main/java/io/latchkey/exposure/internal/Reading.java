// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.item.Item;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.exposure.internal.language.Selection;
import io.latchkey.exposure.internal.language.Vocabulary;
import io.latchkey.exposure.internal.plan.AccessoryPlanner;
import io.latchkey.exposure.internal.plan.Composition;
import io.latchkey.exposure.internal.plan.Numbers;
import io.latchkey.exposure.internal.plan.States;
import io.latchkey.exposure.internal.plan.WishIndex;
import io.latchkey.exposure.internal.semantic.Overlay;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What a bridge makes of the items of one host, by their metadata or by their tags too. Immutable. */
record Reading(BridgeView.Expose expose, Selection selection) {

    /** How that bridge reads. */
    static Reading of(BridgeView bridge) {
        return new Reading(bridge.expose(), Selection.of(bridge.selection()));
    }

    /** Plans all accessories of items that are looked at once. */
    Composition compose(Collection<Item> items, Vocabulary vocabulary) {
        return compose(WishIndex.of(items, vocabulary), vocabulary, Numbers.NONE, Item::state);
    }

    /**
     * Plans all accessories.
     *
     * @param index the items of one host, by the words of the vocabulary
     */
    Composition compose(WishIndex index, Vocabulary vocabulary, Numbers numbers, States states) {
        if (expose == BridgeView.Expose.METADATA) {
            return AccessoryPlanner.plan(index, vocabulary, selection, numbers, states);
        }
        Overlay overlay = Overlay.of(index.items().values(), selection);
        Composition read = AccessoryPlanner.plan(
                WishIndex.of(overlay.items(), vocabulary), vocabulary, selection, numbers, states);
        return new Composition(
                read.accessories().stream()
                        .map(plan -> plan.madeOf(Overlay::behind))
                        .toList(),
                overlay.explained(read.reports()),
                read.unknown(),
                broken(read));
    }

    private static Map<String, String> broken(Composition read) {
        Map<String, String> broken = new HashMap<>();
        read.broken().forEach((item, why) -> broken.put(Overlay.behind(item), why));
        return broken;
    }
}
