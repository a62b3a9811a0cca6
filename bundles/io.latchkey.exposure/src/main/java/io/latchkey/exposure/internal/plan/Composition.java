// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.accessory.CheckReport;
import java.util.List;
import java.util.Map;

/**
 * What becomes of the items of one host. Immutable.
 *
 * @param accessories the accessories to be, in the order of the items
 * @param reports one for each item that asked for something
 * @param unknown a word of each item that has one that isn't known, by the item: an accessory type may be missing that was
 *     there before
 * @param broken how accessory types failed over items, by the item
 */
public record Composition(
        List<AccessoryPlan> accessories,
        List<CheckReport> reports,
        Map<String, String> unknown,
        Map<String, String> broken) {
    public Composition {
        accessories = List.copyOf(accessories);
        reports = List.copyOf(reports);
        unknown = Map.copyOf(unknown);
        broken = Map.copyOf(broken);
    }
}
