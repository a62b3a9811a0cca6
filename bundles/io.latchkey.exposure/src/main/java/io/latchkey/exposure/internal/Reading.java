// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.item.Item;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.exposure.internal.language.Selection;
import io.latchkey.exposure.internal.language.Vocabulary;
import io.latchkey.exposure.internal.plan.Composer;
import io.latchkey.exposure.internal.plan.Composition;
import io.latchkey.exposure.internal.plan.Numbers;
import io.latchkey.exposure.internal.semantic.Overlay;
import java.util.Collection;

/** What a bridge makes of the items of one host, by their metadata or by their tags too. Immutable. */
record Reading(BridgeView.Expose expose, Selection selection) {

    /** How that bridge reads. */
    static Reading of(BridgeView bridge) {
        return new Reading(bridge.expose(), Selection.of(bridge.selection()));
    }

    /** Plans all accessories. */
    Composition compose(Collection<Item> items, Vocabulary vocabulary, Numbers numbers) {
        if (expose == BridgeView.Expose.METADATA) {
            return Composer.compose(items, vocabulary, selection, numbers);
        }
        Overlay overlay = Overlay.of(items, selection);
        Composition read = Composer.compose(overlay.items(), vocabulary, selection, numbers);
        return new Composition(read.accessories(), overlay.explained(read.reports()), read.unresolved());
    }
}
